/** Opens the office's database; the only importer of better-sqlite3 in the endpoint. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors/app-error.ts';

const OLDEST_NODE = 24;
const migrationsFolder = new URL('./migrations/', import.meta.url);

/**
 * Opens (and makes or migrates) `office.db` in a folder. Writes are durable when their transaction ends. Throws
 * AppError: node-too-old, before anything native is loaded; database-newer; database-corrupt.
 */
export async function openOfficeDatabase(folder: string): Promise<Database> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new AppError('node-too-old', { version: process.versions.node });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { default: SqliteDatabase } = await import('better-sqlite3');
  const db = new SqliteDatabase(join(folder, 'office.db'));
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    await migrate(db, folder);
  } catch (error) {
    db.close();
    const { code, message } = error as { code?: unknown; message: string };
    if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
      throw new AppError('database-corrupt', { reason: message, folder }, { cause: error });
    }
    throw error;
  }
  return db;
}

/** Runs the numbered steps that are new, all in one transaction, after a copy of what was there. */
async function migrate(db: Database, folder: string): Promise<void> {
  const steps = readdirSync(migrationsFolder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort();
  const known = Number(steps.at(-1)?.slice(0, 4));
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > known) throw new AppError('database-newer', { found, known });
  const fresh = steps.filter((name) => Number(name.slice(0, 4)) > found);
  if (fresh.length === 0) return;
  if (found > 0) await db.backup(join(folder, `office-before-${fresh[0]?.slice(0, 4)}.db`));
  db.transaction(() => {
    for (const name of fresh) db.exec(readFileSync(new URL(name, migrationsFolder), 'utf8'));
    db.pragma(`user_version = ${known}`);
  }).immediate();
}
