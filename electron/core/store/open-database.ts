/** Opens a profile's database; the one importer of better-sqlite3 in the core. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { resourcesFolder } from '../resources.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { type KeepCopy, type MigrationStep, migrate, plainCopy, readMigrations, refuseFuture } from './migrate.ts';
import { translateStorageError } from './storage-error.ts';

export const DATABASE_FILE = 'toasoan.db';
const OLDEST_NODE = 24;
const BUSY_TIMEOUT_MS = 5_000;
/** SQLite's usual 2 MiB hold no index of an archive. */
const CACHE_KIB = 32 * 1024;
/** An article is a row of two to three kilobytes: a smaller page would hold one of them, and waste the rest of itself. */
const PAGE_BYTES = 8_192;

export type OpenDatabaseOptions = {
  /** The folder of the application's resources; found beside the source when it is not given. */
  resources?: string;
  /** The version of Node that runs, for a test. */
  nodeVersion?: string;
  /** Keeps a copy before a migration, in place of a plain one in `backups`; null for none. */
  keepCopy?: KeepCopy | null;
  /** Where a test may end the process. */
  atPoint?: (point: 'in-migration') => void;
};

/**
 * Opens, and makes or migrates, the database of a profile folder, readable to its owner alone. A transaction that has
 * ended is on disk. Throws AppError: node-too-old, before anything native is loaded (better-sqlite3 ends an older
 * process without a word); database-newer and database-corrupt, with nothing touched; folder-read-only, disk-full,
 * disk-failing.
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
    // SQLite would open it for reading alone, and the first word written would find out.
    else accessSync(file, constants.R_OK | constants.W_OK);
    // Whoever opens for writing and closes again moves the log of a killed process into the database.
    if (!isNew && existsSync(`${file}-wal`)) await refuseFutureFile(file, steps);
    db = new SqliteDatabase(file) as unknown as WritableDb;
    // The database holds the device's key; SQLite gives its other files the same permissions.
    if (isNew) chmodSync(file, 0o600);
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    if (isNew) db.pragma(`page_size = ${PAGE_BYTES}`);
    refuseFuture(db as ReadableDb, steps);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    const keepCopy = options.keepCopy === undefined ? plainCopy(folder) : options.keepCopy;
    await migrate(db, steps, { keepCopy, atPoint: options.atPoint });
    return db;
  } catch (error) {
    db?.close();
    throw translateStorageError(error, folder);
  }
}

/** Throws AppError database-newer; no byte of the database or its log changes. */
async function refuseFutureFile(file: string, steps: readonly MigrationStep[]): Promise<void> {
  const db = await openForReading(file);
  try {
    refuseFuture(db, steps);
  } finally {
    (db as WritableDb).close();
  }
}

/** The newest version of the database that this application knows. */
export function knownVersion(resources?: string): number {
  return Math.max(...readMigrations(join(resourcesFolder(resources), 'migrations')).map(({ number }) => number));
}

/** An existing database as it is, of any version, for reading alone. Throws SQLite's own errors. */
export async function openForReading(file: string): Promise<ReadableDb> {
  const { default: SqliteDatabase } = await import('better-sqlite3');
  const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  return db as unknown as ReadableDb;
}

/** A file of SQLite as it is, without migrations, made if it is not there: a copy, or a lock. Throws SQLite's own errors. */
export async function openPlain(file: string, patienceMs = BUSY_TIMEOUT_MS): Promise<WritableDb> {
  const { default: SqliteDatabase } = await import('better-sqlite3');
  return new SqliteDatabase(file, { timeout: patienceMs }) as unknown as WritableDb;
}
