/** Errors of SQLite and of the file system, in the words of this house. */
import { accessSync, constants } from 'node:fs';
import { AppError } from '../../../shared/errors/app-error.ts';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

function codeOf(thrown: unknown): string {
  return thrown instanceof Error ? String((thrown as { code?: unknown }).code ?? '') : '';
}

/** True for what lies with the disk and may pass: full, busy, read-only, failing. What was to be written is kept meanwhile. */
export function isStorageError(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return (
    FULL.has(code) || /^SQLITE_(IOERR|BUSY|LOCKED|READONLY|CANTOPEN|PROTOCOL)/.test(code) || DAMAGED.has(base(code))
  );
}

/** True where there is no room: a disk, a quota or a limit on the size of files. */
export function isFull(thrown: unknown): boolean {
  return FULL.has(codeOf(thrown));
}

/** True where the file says that it is damaged. */
export function isDamage(thrown: unknown): boolean {
  return DAMAGED.has(base(codeOf(thrown)));
}

/** A foreign storage error as an AppError: disk-full, folder-read-only, database-corrupt, disk-failing; others pass as they are. */
export function translateStorageError(thrown: unknown, folder: string): unknown {
  const code = codeOf(thrown);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  if (isFull(thrown)) return new AppError('disk-full', {}, { cause: thrown, retryable: true });
  if (
    base(code) === 'SQLITE_READONLY' ||
    FORBIDDEN.has(code) ||
    (base(code) === 'SQLITE_CANTOPEN' && !mayWrite(folder))
  )
    return new AppError('folder-read-only', { folder }, { cause: thrown, retryable: true });
  if (DAMAGED.has(base(code))) return new AppError('database-corrupt', { reason, folder }, { cause: thrown });
  if (isStorageError(thrown))
    return new AppError('disk-failing', { reason, folder }, { cause: thrown, retryable: true });
  return thrown;
}

/**
 * The same for the first statements on a database whose migrations have all run. What these cannot do is no fault of
 * theirs: tables and triggers are not those that the migrations made, which SQLite reads as they stand in the file.
 */
export function translateOpeningError(thrown: unknown, folder: string): unknown {
  if (codeOf(thrown) !== 'SQLITE_ERROR') return translateStorageError(thrown, folder);
  return new AppError('database-corrupt', { reason: (thrown as Error).message, folder }, { cause: thrown });
}

/** SQLITE_CORRUPT_VTAB and its like are kinds of SQLITE_CORRUPT. */
function base(code: string): string {
  return code.split('_').slice(0, 2).join('_');
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch (error) {
    return !FORBIDDEN.has(codeOf(error));
  }
}
