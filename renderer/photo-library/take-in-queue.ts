/**
 * Pictures on their way into the library, batch by batch, a few files at once; the core has its own queue behind this one. It
 * goes on whatever the page shows.
 *
 *   waiting -> under way -> taken (new, or there before)
 *                      '--> refused (with why)
 *
 * A cancel begins nothing more; the few files under way are finished, so that everything that is in the library is told. A line
 * that is lost is waited for: the same file again is the same picture.
 */
import type { TakenIn } from '../../shared/contract/desk-photos.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Batch } from './gather-files.ts';

export type TakeInPort = {
  /** Throws AppError. */
  takeIn(file: File, batch: string): Promise<TakenIn>;
  discard(sha256s: readonly string[]): Promise<void>;
};
export type Refusal = { name: string; error: AppError };
export type TakeInReport = {
  readonly id: number;
  readonly batch: string;
  readonly total: number;
  readonly taken: readonly TakenIn[];
  readonly refused: readonly Refusal[];
  /** Endings of files that are no pictures, with how many. */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly state: 'waiting' | 'running' | 'stopping' | 'stopped' | 'done';
  /** What it brought was taken out again. */
  readonly isUndone: boolean;
  /** Files that are under way. */
  readonly now: readonly string[];
};

const MOST_AT_ONCE = 3;
/** What is under way is held in memory on its way to the core. */
const MOST_BYTES_AT_ONCE = 160 * 1024 * 1024;
const MOST_TRIES = 5;
const MOST_REPORTS = 20;

type Work = { report: TakeInReport; files: File[]; isStopped: boolean };

export class TakeInQueue {
  readonly #port: TakeInPort;
  readonly #toError: (thrown: unknown) => AppError;
  readonly #listeners = new Set<() => void>();
  #work: Work[] = [];
  #reports: readonly TakeInReport[] = [];
  #nextId = 1;
  #isRunning = false;

  constructor(port: TakeInPort, toError: (thrown: unknown) => AppError) {
    this.#port = port;
    this.#toError = toError;
  }

  /** All take-ins since the page was opened, the newest last. */
  readonly reports = (): readonly TakeInReport[] => this.#reports;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(batches: readonly Batch[]): void {
    for (const { name, files, passedOver } of batches) {
      const report: TakeInReport = {
        id: this.#nextId,
        batch: name,
        total: files.length,
        taken: [],
        refused: [],
        passedOver,
        state: 'waiting',
        isUndone: false,
        now: [],
      };
      this.#nextId += 1;
      this.#work.push({ report, files, isStopped: false });
    }
    this.#tell();
    void this.#run();
  }

  /** The one that runs and those that wait. What is whole stays. */
  cancel(): void {
    for (const work of this.#work) {
      const { state } = work.report;
      if (state !== 'waiting' && state !== 'running') continue;
      work.isStopped = true;
      this.#set(work, { state: state === 'running' ? 'stopping' : 'stopped' });
    }
  }

  /** Takes out again what this take-in brought. Throws AppError. */
  async undo(id: number): Promise<void> {
    const work = this.#work.find(({ report }) => report.id === id);
    if (work === undefined || work.report.isUndone) return;
    const brought = work.report.taken.filter(({ isNew }) => isNew).map(({ sha256 }) => sha256);
    if (brought.length > 0) await this.#port.discard(brought);
    this.#set(work, { isUndone: true });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (;;) {
      const work = this.#work.find(({ report }) => report.state === 'waiting');
      if (work === undefined) break;
      this.#set(work, { state: 'running' });
      await this.#takeAll(work);
      this.#set(work, { state: work.isStopped ? 'stopped' : 'done', now: [] });
    }
    this.#isRunning = false;
  }

  async #takeAll(work: Work): Promise<void> {
    const left = [...work.files];
    const underWay = new Map<File, Promise<void>>();
    let bytes = 0;
    while (!work.isStopped && (left.length > 0 || underWay.size > 0)) {
      const [next] = left;
      const isRoom = underWay.size === 0 || bytes + (next?.size ?? 0) <= MOST_BYTES_AT_ONCE;
      if (next !== undefined && underWay.size < MOST_AT_ONCE && isRoom) {
        left.shift();
        bytes += next.size;
        const taking = this.#takeOne(work, next).finally(() => {
          bytes -= next.size;
          underWay.delete(next);
        });
        underWay.set(next, taking);
        this.#set(work, { now: [...underWay.keys()].map(({ name }) => name) });
      } else await Promise.race(underWay.values());
    }
    await Promise.all(underWay.values());
    work.files = [];
  }

  async #takeOne(work: Work, file: File): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        const taken = await this.#port.takeIn(file, work.report.batch);
        this.#set(work, { taken: [...work.report.taken, taken] });
        return;
      } catch (thrown) {
        const error = this.#toError(thrown);
        if (error.code === 'desk-unreachable' && tries < MOST_TRIES) continue;
        this.#set(work, { refused: [...work.report.refused, { name: file.name, error }] });
        return;
      }
    }
  }

  #set(work: Work, part: Partial<TakeInReport>): void {
    work.report = { ...work.report, ...part };
    this.#tell();
  }

  #tell(): void {
    const over = this.#work.filter(({ report: { state } }) => state === 'done' || state === 'stopped');
    const forgotten = new Set(over.slice(0, Math.max(0, over.length - MOST_REPORTS)));
    this.#work = this.#work.filter((work) => !forgotten.has(work));
    this.#reports = this.#work.map(({ report }) => report);
    for (const listener of this.#listeners) listener();
  }
}
