/**
 * Puts another database in a desk's place so that a kill at any moment leaves the old one whole or the new one whole:
 *
 *   toasoan.db.next written, flushed --> replacing.json (from here on it will happen) --> old files moved or removed
 *     --> toasoan.db.next renamed --> replacing.json removed
 *
 * Whoever opens the desk next finishes what the note tells. A WAL of the old database must never meet the new one: SQLite
 * would write its pages over it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { renameDurably, syncFolder, writeDurably } from '../store/durable-files.ts';
import { DESK_LOCK, takeLock } from '../store/folder-lock.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { translateStorageError } from '../store/storage-error.ts';

const NOTE_FILE = 'replacing.json';
const LOCK_PATIENCE_MS = 10_000;
/** The files of one database, in the order in which they may go: without its WAL a database lacks its newest commits. */
export const databaseFiles = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`] as const;

/** `setAside`: a folder for the files of the old database; null where they are kept elsewhere and may go. */
const noteSchema = z.object({ setAside: z.string().nullable() });

/** Where a test may end the process. */
export type ReplacePoint = 'before-replace' | 'in-replace' | 'before-rename' | 'after-rename';

/** Where the new database has to be written before it is put in place. */
export function nextDatabaseFile(deskFolder: string): string {
  return join(deskFolder, `${DATABASE_FILE}.next`);
}

/** The caller holds the desk's lock alone, and `nextDatabaseFile` is whole and flushed. */
export function replaceDatabase(
  deskFolder: string,
  setAside: string | null,
  atPoint: (point: ReplacePoint) => void = () => {},
): void {
  syncFolder(deskFolder);
  atPoint('before-replace');
  writeDurably(join(deskFolder, NOTE_FILE), JSON.stringify({ setAside }));
  atPoint('in-replace');
  finish(deskFolder, atPoint);
}

/** Finishes what an end in the middle left, if there is such a thing. Throws AppError folder-read-only, disk-failing. */
export async function finishReplacing(deskFolder: string): Promise<void> {
  if (!existsSync(join(deskFolder, NOTE_FILE))) return;
  const lock = await takeLock(deskFolder, DESK_LOCK, 'alone', LOCK_PATIENCE_MS);
  try {
    if (existsSync(join(deskFolder, NOTE_FILE))) finish(deskFolder, () => {});
  } catch (error) {
    throw translateStorageError(error, deskFolder);
  } finally {
    lock.release();
  }
}

/** What a restore that was ended before it had decided left. The caller holds the desk's lock together with others. */
export function removeUnfinishedNext(deskFolder: string): void {
  if (existsSync(join(deskFolder, NOTE_FILE))) return;
  for (const left of ['', '-journal', '-wal', '-shm']) rmSync(nextDatabaseFile(deskFolder) + left, { force: true });
}

function finish(deskFolder: string, atPoint: (point: ReplacePoint) => void): void {
  const { setAside } = noteSchema.parse(JSON.parse(readFileSync(join(deskFolder, NOTE_FILE), 'utf8')));
  const next = nextDatabaseFile(deskFolder);
  // Once it has its name, what stands beside it is its own.
  if (existsSync(next)) {
    if (setAside !== null) {
      mkdirSync(setAside, { recursive: true, mode: 0o700 });
      for (const name of databaseFiles) {
        if (existsSync(join(deskFolder, name))) renameSync(join(deskFolder, name), join(setAside, name));
      }
      syncFolder(setAside);
    } else {
      for (const name of databaseFiles.slice(1)) rmSync(join(deskFolder, name), { force: true });
    }
    syncFolder(deskFolder);
    atPoint('before-rename');
    renameDurably(next, join(deskFolder, DATABASE_FILE));
  }
  atPoint('after-rename');
  rmSync(join(deskFolder, NOTE_FILE), { force: true });
  syncFolder(deskFolder);
}
