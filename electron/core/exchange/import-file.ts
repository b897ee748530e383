/** Import of a plain text article: bytes to a preview that a person confirms, and the preview to a new article. */

import type { ArticleDocument, Provenance } from '../../../shared/article/document.ts';
import { assembleGuesses } from '../../../shared/article/import/assemble.ts';
import { classifyParagraphs } from '../../../shared/article/import/classify.ts';
import { emptyPreview } from '../../../shared/article/import/empty-preview.ts';
import { documentOfPreview } from '../../../shared/article/import/seed.ts';
import { isVisible, splitParagraphs } from '../../../shared/article/import/split-paragraphs.ts';
import { type ImportPreview, type TextEncoding, textEncodings } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decodeText, decodeTextAs } from './decode-text.ts';
import { checkImportSize, checkLength } from './import-limits.ts';

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') lines += 1;
  return lines;
}

/**
 * What a text file looks like as an article, every line with a guess. `name` is the file's name without its folder;
 * `encoding`: what its bytes mean, where a person says so.
 * Throws AppError: file-empty, file-not-text, file-broken-encoding, file-too-large, file-too-long.
 */
export function previewImport(bytes: Uint8Array, name: string, encoding?: TextEncoding): ImportPreview {
  const file = name.toWellFormed().normalize('NFC');
  checkImportSize(bytes.length, file);
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const decoded = encoding === undefined ? decodeText(bytes, file) : decodeTextAs(bytes, encoding, file);
  const { text } = decoded;
  if (!isVisible(text)) throw new AppError('file-empty', { file });
  checkLength(text.length, countLines(text), file);
  const guesses = classifyParagraphs(splitParagraphs(text));
  const { dropped: _, ...parts } = assembleGuesses(guesses);
  return {
    ...emptyPreview(file),
    encoding: decoded.encoding,
    encodings: [...textEncodings],
    ...parts,
    guesses,
  };
}

/**
 * The new article of a confirmed preview, with what the person changed in it, and what was left out of it.
 * `now` is ISO 8601 in UTC; `kept`: the SHA-256 of its pictures that are among the photos.
 */
export function previewToSeed(
  preview: ImportPreview,
  now: string,
  kept: ReadonlySet<string> = new Set(),
): { document: ArticleDocument; provenance: Provenance } {
  const { dropped } = assembleGuesses(preview.guesses);
  return {
    document: documentOfPreview(preview, kept),
    provenance: { file: preview.file, importedAt: now, encoding: preview.encoding, dropped },
  };
}
