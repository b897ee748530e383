/** Who reads which files, by what they are. A new format is a line in import-format.ts and one here. */
import { extname } from 'node:path';
import { type ImportPreview, importFormats, type TextEncoding } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { DocumentFormat } from './documents/read-document.ts';
import { runDocumentReader } from './documents/run-document-reader.ts';
import { previewImport } from './import-file.ts';
import { findFormat } from './import-format.ts';
import { checkImportSize } from './import-limits.ts';
import { readPageFile } from './import-page.ts';
import { previewLines } from './preview-lines.ts';
import type { SourcePicture } from './source-line.ts';

/** `pictures`: what the preview's pictures name, with their bytes. */
export type ReadImport = { preview: ImportPreview; pictures: SourcePicture[] };

/** `encoding`: of a text, where the person says so. `signal`: the file is not wanted any more. */
export type ImportHow = { encoding?: TextEncoding | undefined; signal?: AbortSignal | undefined };

const extensions = new Set<string>([...importFormats.map((format) => `.${format}`), '.htm']);

/** By its name alone, so that a folder's other files need not be read. */
export function mayBeImported(name: string): boolean {
  return extensions.has(extname(name).toLowerCase());
}

/**
 * A file as an article, every line with a guess. `name` is the file's name without its folder. A text or a page is read
 * at once, a document in a thread of its own.
 * Throws AppError: file-empty, file-not-text, file-broken-encoding, file-too-large, file-too-long, and as
 * `runDocumentReader` does.
 */
export async function readImport(
  bytes: Uint8Array,
  name: string,
  { encoding, signal }: ImportHow = {},
): Promise<ReadImport> {
  const file = name.toWellFormed().normalize('NFC');
  checkImportSize(bytes.length, file);
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const format = findFormat(bytes, file);
  if (format === 'txt') return { preview: previewText(bytes, file, encoding), pictures: [] };
  if (format === 'html') return readPageFile(bytes, file);
  if (format === 'locked') throw new AppError('file-locked', { file });
  if (format === 'damaged') throw new AppError('file-damaged', { file });
  if (format === 'other') throw new AppError('file-not-text', { file });
  return readDocumentFile(bytes, file, format, signal);
}

/** A text, whatever its name says. What is called a document and is no text is one that was cut off. */
function previewText(bytes: Uint8Array, file: string, encoding: TextEncoding | undefined): ImportPreview {
  const isCalledDocument = /\.(?:docx?|odt|rtf|pdf)$/iu.test(file);
  if (!isCalledDocument) return previewImport(bytes, file, encoding);
  try {
    return previewImport(bytes, file, encoding);
  } catch (cause) {
    throw new AppError('file-damaged', { file }, { cause });
  }
}

async function readDocumentFile(
  bytes: Uint8Array,
  file: string,
  format: DocumentFormat,
  signal: AbortSignal | undefined,
): Promise<ReadImport> {
  const { lines, pictures, found } = await runDocumentReader(bytes, format, file, signal);
  const described = { file, format, encoding: `.${format}`, headline: '', isPage: false, mayBeTorn: true } as const;
  const preview = previewLines(lines, described);
  return {
    preview: {
      ...preview,
      found,
      pictures: pictures.map(({ sha256, name, alt }) => ({ sha256, name, alt, width: 0, height: 0, problem: null })),
    },
    pictures,
  };
}
