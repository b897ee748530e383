/**
 * Has an article, or a contact sheet, made into a file. What is light is made at once; Word files and PDFs in a thread of their
 * own, one after another, which stays for the next one for a while, since loading what makes them takes longer than making one.
 */
import { Worker } from 'node:worker_threads';
import type { ExportFormat } from '../../../../shared/contract/desk-exports.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ContactSheet } from './contact-sheet-source.ts';
import { exportArticle } from './export-article.ts';
import type { ExportedArticle, ExportSource, PdfOptions } from './export-source.ts';

export type ExportTask =
  | { source: ExportSource; format: ExportFormat; options: PdfOptions }
  | { sheet: ContactSheet; options: PdfOptions };
export type ExportAnswer = { file: ExportedArticle } | { failed: string };

const heavy: readonly ExportFormat[] = ['docx', 'pdf'];
const MAX_MAKING_MS = 120_000;
const MAX_HEAP_MB = 1_024;
const IDLE_MS = 30_000;

/** In the source tree the thread runs TypeScript; built, it lies beside whatever file this one was put in. */
const own = import.meta.url;
const worker = new URL(own.endsWith('.ts') ? './export-worker.ts' : './export-worker.js', own);

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Throws AppError export-failed, with what it fell over as its cause. */
export function runExport(source: ExportSource, format: ExportFormat, options: PdfOptions): Promise<ExportedArticle> {
  if (!heavy.includes(format)) return exportArticle(source, format, options);
  return inTurn({ source, format, options });
}

/** A contact sheet as PDF. Throws as `runExport`. */
export function runContactSheet(sheet: ContactSheet, options: PdfOptions): Promise<ExportedArticle> {
  return inTurn({ sheet, options });
}

function inTurn(task: ExportTask): Promise<ExportedArticle> {
  const making = last.then(() => make(task));
  last = making.catch(() => {});
  return making;
}

async function make(task: ExportTask): Promise<ExportedArticle> {
  clearTimeout(idle);
  const maker = thread ?? new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  thread = maker;
  maker.ref();
  const answer = await ask(maker, task);
  if (answer === null) {
    thread = null;
    void maker.terminate();
    throw new AppError('export-failed');
  }
  // The process may end while the thread waits.
  maker.unref();
  idle = setTimeout(() => {
    if (thread === maker) thread = null;
    void maker.terminate();
  }, IDLE_MS).unref();
  if ('file' in answer) return answer.file;
  throw new AppError('export-failed', {}, { cause: new Error(answer.failed) });
}

/** Null where the thread ended over it, or has not answered in time. */
function ask(maker: Worker, task: ExportTask): Promise<ExportAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: ExportAnswer | null): void => {
      clearTimeout(tooLong);
      maker.off('message', end).off('exit', giveUp);
      resolve(answer);
    };
    const giveUp = (): void => end(null);
    const tooLong = setTimeout(giveUp, MAX_MAKING_MS);
    // An error ends the thread, which is heard of by itself.
    maker.removeAllListeners('error').on('error', () => {});
    maker.on('message', end).on('exit', giveUp);
    maker.postMessage(task);
  });
}
