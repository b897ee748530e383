/**
 * Has documents read in a thread of their own, one after another. The thread stays for the next one for a while, since
 * loading the readers takes longer than most files; a file that takes too long or too much ends it, and nothing else.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ReadDocument } from '../source-line.ts';
import type { DocumentAnswer, DocumentFormat, ReadingFault } from './read-document.ts';

const MAX_READING_MS = 60_000;
const MAX_HEAP_MB = 1_024;
const IDLE_MS = 30_000;

/** In the source tree the thread runs TypeScript; built, it lies beside whatever file this one was put in. */
const own = import.meta.url;
const worker = new URL(own.endsWith('.ts') ? './document-worker.ts' : './document-worker.js', own);

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Throws AppError: file-damaged, file-locked, file-unpacks-too-large, file-without-text, file-too-hard. When `signal` says so
 * the thread ends, and this throws the signal's reason.
 */
export function runDocumentReader(
  bytes: Uint8Array,
  format: DocumentFormat,
  file: string,
  signal?: AbortSignal,
): Promise<ReadDocument> {
  const reading = last.then(() => read(bytes, format, file, signal));
  last = reading.catch(() => {});
  return reading;
}

async function read(
  bytes: Uint8Array,
  format: DocumentFormat,
  file: string,
  signal: AbortSignal | undefined,
): Promise<ReadDocument> {
  signal?.throwIfAborted();
  clearTimeout(idle);
  const reader = thread ?? startThread();
  reader.ref();
  const answer = await ask(reader, { bytes, format }, signal);
  if (answer === null) {
    void reader.terminate();
    thread = null;
    signal?.throwIfAborted();
    throw new AppError('file-too-hard', { file });
  }
  // The process may end while the thread waits.
  reader.unref();
  idle = setTimeout(() => void reader.terminate(), IDLE_MS).unref();
  if ('read' in answer) return answer.read;
  throw new AppError(codes[answer.fault], { file }, { cause: new Error(answer.detail) });
}

function startThread(): Worker {
  const started = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  thread = started;
  // An error ends the thread, and its end is heard of by itself.
  started.on('error', () => {});
  started.once('exit', () => {
    if (thread === started) thread = null;
  });
  return started;
}

/** Null where the thread ended over it, has not answered in time, or is not to answer any more. */
function ask(
  reader: Worker,
  task: { bytes: Uint8Array; format: DocumentFormat },
  signal: AbortSignal | undefined,
): Promise<DocumentAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: DocumentAnswer | null): void => {
      clearTimeout(tooLong);
      reader.off('message', end).off('exit', giveUp);
      signal?.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    const giveUp = (): void => end(null);
    const tooLong = setTimeout(giveUp, MAX_READING_MS);
    reader.on('message', end).on('exit', giveUp);
    signal?.addEventListener('abort', giveUp);
    reader.postMessage(task);
  });
}

const codes = {
  damaged: 'file-damaged',
  locked: 'file-locked',
  oversized: 'file-unpacks-too-large',
  wordless: 'file-without-text',
} as const satisfies Record<ReadingFault, string>;
