import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { FileOnDisk } from '../store/imported-files.ts';
import { checkImportSize } from './import-limits.ts';

/** An error of the file system about a file or folder that is to be imported. `shown`: how the person knows it. */
export function fileReadError(thrown: unknown, shown: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('file-not-found', { file: shown }, { cause: thrown });
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('file-unreadable', { file: shown, reason }, { cause: thrown });
}

/**
 * How a file lies on the disk, without reading it.
 * Throws AppError: file-not-found, file-unreadable, file-not-text (a folder, a device), file-too-large.
 */
export async function lookAtImportFile(path: string): Promise<FileOnDisk> {
  const name = basename(path);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new AppError('file-not-text', { file: name });
    checkImportSize(stats.size, name);
    return { path: resolve(path), bytes: stats.size, modifiedMs: Math.trunc(stats.mtimeMs) };
  } catch (thrown) {
    throw fileReadError(thrown, path);
  }
}

/** Reads a file that is to be imported, after a look at its size. Throws AppError as `lookAtImportFile` does. */
export async function readImportFile(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  await lookAtImportFile(path);
  try {
    return { bytes: await readFile(path), name: basename(path) };
  } catch (thrown) {
    throw fileReadError(thrown, path);
  }
}
