import { statfsSync } from 'node:fs';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { translateStorageError } from '../store/storage-error.ts';

/** SQLite's shared memory takes 32 KB at once; without room for it SQLite says no more than that the disk fails. */
const LEAST_ROOM_BYTES = 64 * 1024;

/**
 * Why a data folder cannot be opened. Nobody has typed anything yet, so a full or failing disk is told in other words than
 * while they do.
 */
export function asStartError(thrown: unknown, folder: string): AppError {
  const error = asAppError(translateStorageError(thrown, folder));
  if (error.code !== 'disk-full' && error.code !== 'disk-failing') return error;
  if (error.code === 'disk-full' || !hasRoom(folder)) {
    return new AppError('disk-full-at-start', { folder }, { cause: error });
  }
  const reason = error.details.reason ?? '';
  return new AppError('disk-failing-at-start', { folder, reason }, { cause: error });
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= LEAST_ROOM_BYTES;
  } catch {
    return true;
  }
}
