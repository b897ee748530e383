import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { checkImportSize } from './import-file.ts';

/**
 * Reads a file that is to be imported, after a look at its size.
 * Throws AppError: file-not-found, file-not-text (a folder, a device), file-too-large.
 */
export async function readImportFile(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  const name = basename(path);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new AppError('file-not-text', { file: name });
    checkImportSize(stats.size, name);
    return { bytes: await readFile(path), name };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file-not-found', { file: path }, { cause: error });
  }
}
