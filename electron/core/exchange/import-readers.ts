/** Who reads which files. A new format is one line here. */
import { extname } from 'node:path';
import type { ImportPreview } from '../../../shared/contract/desk-imports.ts';
import { previewImport } from './import-file.ts';
import { previewPage } from './import-page.ts';

/** Bytes and a file's name without its folder to a preview. Throws AppError for what it cannot read. */
export type ImportReader = (bytes: Uint8Array, name: string) => ImportPreview;

const readers: Readonly<Record<string, ImportReader>> = {
  '.txt': previewImport,
  '.html': previewPage,
  '.htm': previewPage,
};

/** Undefined for an extension that nobody reads. */
export function findImportReader(name: string): ImportReader | undefined {
  const extension = extname(name).toLowerCase();
  return Object.hasOwn(readers, extension) ? readers[extension] : undefined;
}
