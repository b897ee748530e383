/**
 * Restores a backup of a desk that nobody has open. What is there now is kept first: as a backup where it is sound, else
 * its files as they are, set aside.
 *
 * Sync loses nothing by it: the cursor of the endpoint's log goes back with the database, and pull comes before push. An
 * open entry of the outbox gets a new id, because the endpoint may have taken it meanwhile, grown, under its old one. An
 * account that is newer than the backup goes along, because an invitation is taken once.
 */
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, RestoreReport } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { backupFolder } from '../backup/backup-settings.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { databaseFileOf, getManifest, type Manifest } from '../backup/manifest.ts';
import { bringBack } from '../backup/originals.ts';
import { OriginalFiles } from '../files/original-files.ts';
import type { ReadableDb } from '../store/database.ts';
import { countDesk } from '../store/desk-counts.ts';
import { syncFile } from '../store/durable-files.ts';
import { DESK_LOCK, takeLock } from '../store/folder-lock.ts';
import { isSound } from '../store/integrity.ts';
import { DATABASE_FILE, knownVersion, openForReading, openPlain } from '../store/open-database.ts';
import { listUnsent, renewOpenUpdates, type UnsentEntry } from '../store/outbox.ts';
import { runStoreTask } from '../store/run-store-task.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { findOfficeLink, type OfficeLink, saveOfficeLink } from '../store/sync-state.ts';
import { checkBackup } from './good-backup.ts';
import {
  databaseFiles,
  finishReplacing,
  nextDatabaseFile,
  type ReplacePoint,
  replaceDatabase,
} from './replace-database.ts';
import { setAsideFolder } from './set-aside.ts';

/** Processes of the command line end soon. */
const LOCK_PATIENCE_MS = 10_000;

export type RestoreOptions = {
  deskFolder: string;
  /** The backup's name. */
  name: string;
  /** Where it lies, if not where this desk's backups do. */
  from?: string;
  appVersion: string;
  resources?: string;
  clock: () => Date;
  /** How long it waits for those who have the desk open. */
  patienceMs?: number;
  /** Where a test may end the process. */
  atPoint?: (point: RestorePoint) => void;
};
export type RestorePoint = 'before-keeping' | 'after-keeping' | ReplacePoint;

/**
 * Throws AppError, with everything as it was: backup-not-found, backup-broken, database-newer, already-open while the desk
 * is in use, disk-full, and as `makeBackup` does.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { deskFolder, name, resources, atPoint = () => {} } = options;
  const backups = options.from ?? backupFolder(deskFolder);
  const manifest = getManifest(backups, name);
  const known = knownVersion(resources);
  if (manifest.databaseVersion > known)
    throw new AppError('database-newer', { found: manifest.databaseVersion, known });
  await checkBackup(backups, manifest);
  await finishReplacing(deskFolder);
  const lock = await takeLock(deskFolder, DESK_LOCK, 'alone', options.patienceMs ?? LOCK_PATIENCE_MS);
  try {
    atPoint('before-keeping');
    const kept = await keepWhatIsThere(options);
    atPoint('after-keeping');
    const counts = await prepareNext(deskFolder, databaseFileOf(backups, name), kept.link);
    const originals = await bringOriginalsBack(deskFolder, backups, manifest);
    replaceDatabase(deskFolder, kept.setAside, atPoint);
    const onlyBefore = kept.unsent.filter(
      (entry) => !counts.unsent.some((known) => isSameOrGrown(known, entry)),
    ).length;
    const { before, setAside } = kept;
    return {
      backup: { name, at: manifest.at },
      before: before === null ? null : { name: before.name, at: before.at },
      setAside,
      kept: counts.counts,
      onlyBefore,
      ...originals,
    };
  } catch (error) {
    throw translateStorageError(error, deskFolder);
  } finally {
    lock.release();
  }
}

/** True where all of `now` was in `then` already. */
function isSameOrGrown(then: UnsentEntry, now: UnsentEntry): boolean {
  return then.id === now.id && (now.lastSeq ?? 0) <= (then.lastSeq ?? 0);
}

type Kept = { before: Backup | null; setAside: string | null; link: OfficeLink | null; unsent: UnsentEntry[] };

async function keepWhatIsThere({ deskFolder, appVersion, clock }: RestoreOptions): Promise<Kept> {
  const file = join(deskFolder, DATABASE_FILE);
  const nothing: Kept = { before: null, setAside: null, link: null, unsent: [] };
  if (!databaseFiles.some((name) => existsSync(join(deskFolder, name)))) return nothing;
  const setAside = setAsideFolder(deskFolder, clock().toISOString());
  const isWhole = await runStoreTask({ task: 'examine', file }).then(isSound, () => false);
  const read = await readKept(file);
  if (!isWhole) return { ...nothing, ...read, setAside };
  const folder = backupFolder(deskFolder);
  const before = await makeBackup({ deskFolder, folder, kind: 'before-restore', appVersion, clock });
  return { ...read, before, setAside: null };
}

/** As far as a damaged database can be read. */
async function readKept(file: string): Promise<Pick<Kept, 'link' | 'unsent'>> {
  try {
    const db = await openForReading(file);
    try {
      const link = findOfficeLink(db);
      // The account goes along even where the log cannot be read.
      return { link, unsent: readUnsent(db) };
    } finally {
      db.close();
    }
  } catch {
    return { link: null, unsent: [] };
  }
}

function readUnsent(db: ReadableDb): UnsentEntry[] {
  try {
    return listUnsent(db);
  } catch {
    return [];
  }
}

/** The database to come, whole and flushed, and what it holds. */
async function prepareNext(
  deskFolder: string,
  from: string,
  link: OfficeLink | null,
): Promise<{ counts: RestoreReport['kept']; unsent: UnsentEntry[] }> {
  const next = nextDatabaseFile(deskFolder);
  for (const left of ['', '-journal', '-wal', '-shm']) rmSync(next + left, { force: true });
  copyFileSync(from, next);
  chmodSync(next, 0o600);
  const db = await openPlain(next);
  try {
    const unsent = listUnsent(db);
    db.transaction(() => {
      renewOpenUpdates(db);
      if (link !== null && !isSameLink(link, findOfficeLink(db))) saveOfficeLink(db, link);
    }).immediate();
    return { counts: countDesk(db as ReadableDb), unsent };
  } finally {
    db.close();
    syncFile(next);
  }
}

function isSameLink(one: OfficeLink, other: OfficeLink | null): boolean {
  return one.endpoint === other?.endpoint && one.token === other.token && one.office === other.office;
}

async function bringOriginalsBack(
  deskFolder: string,
  backups: string,
  { photos, files }: Manifest,
): Promise<Pick<RestoreReport, 'photosBroughtBack' | 'photosMissing' | 'filesBroughtBack' | 'filesMissing'>> {
  const own = new OriginalFiles(deskFolder);
  const bring = async (sha256s: readonly string[]): Promise<{ back: number; missing: string[] }> => {
    const missing: string[] = [];
    let back = 0;
    for (const sha256 of sha256s) {
      if ((await own.hashOf(sha256)) === sha256) continue;
      if (await bringBack(backups, sha256, own.original(sha256))) back += 1;
      else missing.push(sha256);
    }
    return { back, missing };
  };
  const [ofPhotos, ofFiles] = [await bring(photos), await bring(files)];
  return {
    photosBroughtBack: ofPhotos.back,
    photosMissing: ofPhotos.missing,
    filesBroughtBack: ofFiles.back,
    filesMissing: ofFiles.missing,
  };
}
