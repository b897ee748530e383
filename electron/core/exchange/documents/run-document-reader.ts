/**
 * Has documents read in a thread of their own, one after another. The thread stays for the next one for a while, since
 * loading the readers takes longer than most files; a file that takes too long or too much ends it, and nothing else.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ReadDocument } from '../source-line.ts';
import type { DocumentAnswer, DocumentFormat, ReadingFault } from './read-document.ts';

const MAX_READING_MS = 120_000;
const MAX_HEAP_MB = 1_024;
const IDLE_MS = 30_000;

/** In the source tree the thread runs TypeScript; built, it lies beside whatever file this one was put in. */
const own = import.meta.url;
const worker = new URL(own.endsWith('.ts') ? './document-worker.ts' : './document-worker.js', own);

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Throws AppError: file-damaged, file-locked, file-unpacks-too-large, file-without-text, file-too-hard. */
export function runDocumentReader(bytes: Uint8Array, format: DocumentFormat, file: string): Promise<ReadDocument> {
  const reading = last.then(() => read(bytes, format, file));
  last = reading.catch(() => {});
  return reading;
}

async function read(bytes: Uint8Array, format: DocumentFormat, file: string): Promise<ReadDocument> {
  clearTimeout(idle);
  const reader = thread ?? new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  thread = reader;
  reader.ref();
  const answer = await ask(reader, { bytes, format });
  if (answer === null) {
    thread = null;
    void reader.terminate();
    throw new AppError('file-too-hard', { file });
  }
  // The process may end while the thread waits.
  reader.unref();
  idle = setTimeout(() => {
    if (thread === reader) thread = null;
    void reader.terminate();
  }, IDLE_MS).unref();
  if ('read' in answer) return answer.read;
  throw new AppError(codes[answer.fault], { file }, { cause: new Error(answer.detail) });
}

/** Null where the thread ended over it, or has not answered in time. */
function ask(reader: Worker, task: { bytes: Uint8Array; format: DocumentFormat }): Promise<DocumentAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: DocumentAnswer | null): void => {
      clearTimeout(tooLong);
      reader.off('message', end).off('exit', giveUp);
      resolve(answer);
    };
    const giveUp = (): void => end(null);
    const tooLong = setTimeout(giveUp, MAX_READING_MS);
    // An error ends the thread, which is heard of by itself.
    reader.removeAllListeners('error').on('error', () => {});
    reader.on('message', end).on('exit', giveUp);
    reader.postMessage(task);
  });
}

const codes = {
  damaged: 'file-damaged',
  locked: 'file-locked',
  oversized: 'file-unpacks-too-large',
  wordless: 'file-without-text',
} as const satisfies Record<ReadingFault, string>;
