/**
 * Who may have a folder open. The lock is SQLite's own on an empty file of its own: the system lets go of it when the
 * process ends by any means, so there is no process id to guess about and nothing stale to clear away.
 *
 *   open.lock  (data folder)   alone: the one workstation on this folder
 *   desk.lock  (desk's folder) together: every process that has the desk open; alone: who puts another database there
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { WritableDb } from './database.ts';
import { openPlain } from './open-database.ts';
import { translateStorageError } from './storage-error.ts';

export const WORKSTATION_LOCK = 'open.lock';
export const DESK_LOCK = 'desk.lock';

export type FolderLock = { release(): void };

/**
 * Takes the lock, waiting for `patienceMs` at most. Throws AppError already-open while somebody else holds it, and
 * folder-read-only, disk-failing.
 */
export async function takeLock(
  folder: string,
  name: string,
  how: 'alone' | 'together',
  patienceMs = 0,
): Promise<FolderLock> {
  let db: WritableDb | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    db = await openPlain(join(folder, name), patienceMs);
    // Nothing is ever written, so no journal has to lie beside it.
    db.pragma('journal_mode = MEMORY');
    db.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN');
    if (how === 'together') db.prepare('SELECT count(*) FROM sqlite_schema').get();
    const held = db;
    return { release: () => void held.close() };
  } catch (error) {
    db?.close();
    const { code } = error as { code?: unknown };
    if (String(code).startsWith('SQLITE_BUSY')) throw new AppError('already-open', { folder }, { cause: error });
    throw translateStorageError(error, folder);
  }
}
