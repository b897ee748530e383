/**
 * Has pictures examined in processes of their own (picture-worker.ts): as many as leave a core of the computer to whoever types,
 * each with one picture under decoding and the next one at ExifTool. They are started when first needed and end when nothing was
 * asked of them for a while.
 *
 *   waiting --> given to a process --> answered
 *      ^              |
 *      +--------------+  the process died, or took too long: each of its pictures once more, alone; the second time it is the
 *                        picture's fault
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/errors/app-error.ts';
import type { ExaminedPicture, PictureTask } from './examine-picture.ts';
import type { FromPictureWorker } from './picture-messages.ts';

const MAX_PROCESSES = 2;
const PICTURES_AT_ONCE = 2;
/** For a process that does nothing any more; how much work a picture may be it knows itself. */
const MAX_SILENCE_MS = 600_000;
const IDLE_MS = 30_000;
/** A picture that nobody wants any more may still be finished in this time. */
const LEAVING_MS = 1_000;

/** In the source tree the process runs TypeScript; built, it lies beside whatever file this one was put in. */
const own = import.meta.url;
const entry = fileURLToPath(new URL(own.endsWith('.ts') ? './picture-worker.ts' : './picture-worker.js', own));

type Job = {
  id: number;
  task: PictureTask;
  hasFailed: boolean;
  signal: AbortSignal | undefined;
  resolve(picture: ExaminedPicture): void;
  reject(error: unknown): void;
};
type Seat = { process: ChildProcess; jobs: Map<number, Job>; tooLong: NodeJS.Timeout | undefined };

const seats = new Set<Seat>();
const waiting: Job[] = [];
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/** How many pictures are worth being brought at once. */
export function picturesAtOnce(): number {
  return processes() * PICTURES_AT_ONCE;
}

function processes(): number {
  return Math.max(1, Math.min(MAX_PROCESSES, availableParallelism() - 1));
}

/**
 * Throws as `decodePhoto`, and photo-too-hard for a picture that takes too long or too much memory. When `signal` says so a waiting
 * picture is left out; one under way is finished first, or its process ended. Either way this throws the signal's reason, and nobody writes any more.
 */
export function examineApart(task: PictureTask, signal?: AbortSignal): Promise<ExaminedPicture> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    lastId += 1;
    const job: Job = { id: lastId, task, hasFailed: false, signal, resolve, reject };
    waiting.push(job);
    signal?.addEventListener('abort', () => leave(job), { once: true });
    giveOut();
  });
}

function endIdle(): void {
  for (const { process: child } of seats) if (child.connected) child.disconnect();
}

function leave(job: Job): void {
  const at = waiting.indexOf(job);
  if (at >= 0) {
    waiting.splice(at, 1);
    job.reject(job.signal?.reason);
    return;
  }
  const seat = [...seats].find(({ jobs }) => jobs.has(job.id));
  if (seat === undefined) return;
  setTimeout(() => {
    if (seat.jobs.has(job.id)) seat.process.kill('SIGKILL');
  }, LEAVING_MS).unref();
}

function giveOut(): void {
  clearTimeout(idle);
  for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
    const seat = findSeat(job);
    if (seat === null) break;
    waiting.shift();
    seat.jobs.set(job.id, job);
    seat.process.send({ id: job.id, task: job.task });
    hold(seat);
  }
  if (seats.size > 0 && [...seats].every(({ jobs }) => jobs.size === 0)) idle = setTimeout(endIdle, IDLE_MS).unref();
}

/** What has failed once has a process for itself, so that it is known whose fault the next end is. */
function findSeat({ hasFailed }: Job): Seat | null {
  const isFree = ({ jobs }: Seat): boolean =>
    hasFailed ? jobs.size === 0 : jobs.size < PICTURES_AT_ONCE && [...jobs.values()].every((other) => !other.hasFailed);
  const free = [...seats].filter(isFree).sort((a, b) => a.jobs.size - b.jobs.size)[0];
  if (free !== undefined && (free.jobs.size === 0 || seats.size === processes())) return free;
  return seats.size < processes() ? takeSeat() : (free ?? null);
}

function takeSeat(): Seat {
  const child = fork(entry, [], {
    execArgv: [],
    // In Electron the very same executable runs it, as Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    windowsHide: true,
    // In a session of its own: see giveWay.
    detached: process.platform === 'linux',
  } as Parameters<typeof fork>[2]);
  const seat: Seat = { process: child, jobs: new Map(), tooLong: undefined };
  seats.add(seat);
  child.on('message', (message: FromPictureWorker) => answer(seat, message));
  // A process that cannot be started, or not be spoken to, ends; its end is heard of by itself.
  child.on('error', () => end(seat));
  child.once('exit', () => end(seat));
  return seat;
}

function answer(seat: Seat, message: FromPictureWorker): void {
  const job = seat.jobs.get(message.id);
  if (job === undefined) return;
  seat.jobs.delete(message.id);
  hold(seat);
  if (job.signal?.aborted) job.reject(job.signal.reason);
  else if ('picture' in message) job.resolve(message.picture);
  else if ('refused' in message) job.reject(new AppError(message.refused.code, message.refused.details));
  else job.reject(Object.assign(new Error(message.failed.message), { code: message.failed.code }));
  giveOut();
}

/** This process stays for a seat that has work, and no longer than it may be silent. */
function hold(seat: Seat): void {
  clearTimeout(seat.tooLong);
  const { process: child, jobs } = seat;
  const channel = child.channel as { ref(): void; unref(): void } | null | undefined;
  if (jobs.size === 0) {
    child.unref();
    channel?.unref();
    return;
  }
  child.ref();
  channel?.ref();
  seat.tooLong = setTimeout(() => child.kill('SIGKILL'), MAX_SILENCE_MS);
}

function end(seat: Seat): void {
  if (!seats.delete(seat)) return;
  clearTimeout(seat.tooLong);
  for (const job of [...seat.jobs.values()].reverse()) {
    if (job.signal?.aborted) job.reject(job.signal.reason);
    else if (job.hasFailed) job.reject(new AppError('photo-too-hard', { file: job.task.name }));
    else waiting.unshift(Object.assign(job, { hasFailed: true }));
  }
  giveOut();
}
