import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { translateStorageError } from '../store/storage-error.ts';

/**
 * Why a data folder cannot be opened. Nobody has typed anything yet, so a full or failing disk is told in other words than
 * while they do.
 */
export function asStartError(thrown: unknown, folder: string): AppError {
  const error = asAppError(translateStorageError(thrown, folder));
  if (error.code === 'disk-full') return new AppError('disk-full-at-start', { folder }, { cause: error });
  if (error.code !== 'disk-failing') return error;
  const reason = error.details.reason ?? '';
  return new AppError('disk-failing-at-start', { folder, reason }, { cause: error });
}
