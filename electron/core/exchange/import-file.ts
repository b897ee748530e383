/** Import of a plain text article: bytes to a preview that a person confirms, and the preview to a new article. */
import type { ArticleDocument, Provenance } from '../../../shared/article/document.ts';
import { assembleGuesses } from '../../../shared/article/import/assemble.ts';
import { classifyParagraphs } from '../../../shared/article/import/classify.ts';
import { documentOfPreview } from '../../../shared/article/import/seed.ts';
import { isVisible, splitParagraphs } from '../../../shared/article/import/split-paragraphs.ts';
import { type ImportPreview, MAX_IMPORT_BYTES } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decodeText } from './decode-text.ts';

/** What one article may hold: beyond it the article could no longer travel to the endpoint as one entry. */
export const MAX_IMPORT_CHARACTERS = 2_000_000;
export const MAX_IMPORT_LINES = 20_000;

const toMegabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

/** Throws AppError `file-too-large` above the limit, so that a caller that knows a file's size need not read it. */
export function checkImportSize(bytes: number, file: string): void {
  if (bytes <= MAX_IMPORT_BYTES) return;
  throw new AppError('file-too-large', { file, size: toMegabytes(bytes), limit: toMegabytes(MAX_IMPORT_BYTES) });
}

function checkLength(text: string, file: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') lines += 1;
  if (text.length <= MAX_IMPORT_CHARACTERS && lines <= MAX_IMPORT_LINES) return;
  throw new AppError('file-too-long', {
    file,
    characters: text.length,
    lines,
    limit: MAX_IMPORT_CHARACTERS,
    lineLimit: MAX_IMPORT_LINES,
  });
}

/**
 * What a file looks like as an article, every line with a guess. `name` is the file's name without its folder.
 * Throws AppError: file-empty, file-not-text, file-broken-encoding, file-too-large, file-too-long.
 */
export function previewImport(bytes: Uint8Array, name: string): ImportPreview {
  const file = name.toWellFormed().normalize('NFC');
  checkImportSize(bytes.length, file);
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const { text, encoding } = decodeText(bytes, file);
  if (!isVisible(text)) throw new AppError('file-empty', { file });
  checkLength(text, file);
  const guesses = classifyParagraphs(splitParagraphs(text));
  const { dropped: _, ...parts } = assembleGuesses(guesses);
  return { file, encoding, ...parts, guesses };
}

/**
 * The new article of a confirmed preview, with what the person changed in it, and what was left out of it.
 * `now` is ISO 8601 in UTC.
 */
export function previewToSeed(
  preview: ImportPreview,
  now: string,
): { document: ArticleDocument; provenance: Provenance } {
  const { dropped } = assembleGuesses(preview.guesses);
  return {
    document: documentOfPreview(preview),
    provenance: { file: preview.file, importedAt: now, encoding: preview.encoding, dropped },
  };
}
