/**
 * Numbered steps, forward only: `resources/migrations/NNNN-name.sql`. Those that are new run in order, all in one
 * transaction together with `user_version`, after a copy of the database was made beside it. A database from the
 * future is refused before anything is written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ReadableDb, WritableDb } from './database.ts';

export type MigrationStep = { number: number; name: string; sql: string };

/** The steps of a folder by number. A name out of shape or a number given twice is a fault of the build, and throws. */
export function readMigrations(folder: string): MigrationStep[] {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const [, number] = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name) ?? [];
      if (number === undefined) throw new Error(`not a migration's name: ${name}`);
      return { number: Number(number), name, sql: readFileSync(join(folder, name), 'utf8') };
    });
  if (steps.length === 0) throw new Error(`no migrations in ${folder}`);
  if (new Set(steps.map((step) => step.number)).size < steps.length) throw new Error('two migrations of one number');
  return steps;
}

export function databaseVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Throws AppError database-newer for a database that a later version of this application has written. */
export function refuseFuture(db: ReadableDb, steps: readonly MigrationStep[]): void {
  const known = Math.max(...steps.map((step) => step.number));
  const found = databaseVersion(db);
  if (found > known) throw new AppError('database-newer', { found, known });
}

/** Keeps a whole copy of the database, as it is before a migration, under this name. */
export type KeepCopy = (db: WritableDb, name: string) => Promise<void> | void;

/** Brings a database up to the newest step. A kill at any moment leaves the version of before or the newest. */
export async function migrate(
  db: WritableDb,
  steps: readonly MigrationStep[],
  options: { keepCopy: KeepCopy | null; atPoint?: (point: 'in-migration') => void },
): Promise<void> {
  refuseFuture(db, steps);
  const last = dueSteps(db, steps).at(-1);
  if (last === undefined) return;
  const isNew = databaseVersion(db) === 0;
  if (!isNew) await options.keepCopy?.(db, `before-${String(last.number).padStart(4, '0')}`);
  const run = db.transaction(() => {
    // Another process may have migrated it meanwhile.
    for (const step of dueSteps(db, steps)) db.exec(step.sql);
    db.pragma(`user_version = ${last.number}`);
    options.atPoint?.('in-migration');
  });
  run.exclusive();
}

function dueSteps(db: ReadableDb, steps: readonly MigrationStep[]): MigrationStep[] {
  const found = databaseVersion(db);
  return steps.filter((step) => step.number > found);
}

/** A whole copy of the database as `backups/NAME.db`; one of the same name stays as it is, being the older truth. */
export function plainCopy(folder: string): KeepCopy {
  return (db, name) => {
    const backups = join(folder, 'backups');
    const file = join(backups, `${name}.db`);
    if (existsSync(file)) return;
    mkdirSync(backups, { recursive: true, mode: 0o700 });
    const unfinished = `${file}.unfinished`;
    rmSync(unfinished, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, file);
  };
}
