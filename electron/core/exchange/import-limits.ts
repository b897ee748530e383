import { MAX_IMPORT_BYTES } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

/** What one article may hold: beyond it the article could no longer travel to the endpoint as one entry. */
export const MAX_IMPORT_CHARACTERS = 2_000_000;
export const MAX_IMPORT_LINES = 20_000;

const toMegabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

/** Throws AppError `file-too-large` above the limit, so that a caller that knows a file's size need not read it. */
export function checkImportSize(bytes: number, file: string): void {
  if (bytes <= MAX_IMPORT_BYTES) return;
  throw new AppError('file-too-large', { file, size: toMegabytes(bytes), limit: toMegabytes(MAX_IMPORT_BYTES) });
}

/** Throws AppError `file-too-long` for more than one article may hold. */
export function checkLength(characters: number, lines: number, file: string): void {
  if (characters <= MAX_IMPORT_CHARACTERS && lines <= MAX_IMPORT_LINES) return;
  const limits = { limit: MAX_IMPORT_CHARACTERS, lineLimit: MAX_IMPORT_LINES };
  throw new AppError('file-too-long', { file, characters, lines, ...limits });
}
