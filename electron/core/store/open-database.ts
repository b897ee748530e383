/** Opens a profile's database; the one importer of better-sqlite3 in the core. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { resourcesFolder } from '../resources.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { migrate, readMigrations, refuseFuture } from './migrate.ts';
import { translateStorageError } from './storage-error.ts';

export const DATABASE_FILE = 'toasoan.db';
const OLDEST_NODE = 24;
const BUSY_TIMEOUT_MS = 5_000;

export type OpenDatabaseOptions = {
  /** The folder of the application's resources; found beside the source when it is not given. */
  resources?: string;
  /** The version of Node that runs, for a test. */
  nodeVersion?: string;
};

/**
 * Opens, and makes or migrates, the database of a profile folder, readable to its owner alone. A transaction that has
 * ended is on disk. Throws AppError: node-too-old, before anything native is loaded (better-sqlite3 ends an older
 * process without a word); database-newer and database-corrupt, with nothing touched; disk-full, disk-failing.
 */
export async function openDatabase(folder: string, options: OpenDatabaseOptions = {}): Promise<WritableDb> {
  const version = options.nodeVersion ?? process.versions.node;
  if (Number.parseInt(version, 10) < OLDEST_NODE) throw new AppError('node-too-old', { version });
  const steps = readMigrations(join(resourcesFolder(options.resources), 'migrations'));
  const { default: SqliteDatabase } = await import('better-sqlite3');
  const file = join(folder, DATABASE_FILE);
  let db: WritableDb | undefined;
  try {
    const isNew = !existsSync(file);
    if (isNew) mkdirSync(folder, { recursive: true, mode: 0o700 });
    db = new SqliteDatabase(file) as unknown as WritableDb;
    // The database holds the device's key; SQLite gives its other files the same permissions.
    if (isNew) chmodSync(file, 0o600);
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    refuseFuture(db as ReadableDb, steps);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    migrate(db, steps, folder);
    return db;
  } catch (error) {
    db?.close();
    throw translateStorageError(error, folder);
  }
}
