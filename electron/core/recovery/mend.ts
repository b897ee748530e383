/**
 * Mends a desk whose database is damaged, without a specialist:
 *
 *   newest good backup (or an empty database) --> what the damaged file still gives and that lacks is put on it
 *     --> examined --> the damaged files are set aside whole, the mended database takes their place
 *
 * The damaged file is read from a copy and is not written to. Projections are made anew from the log at the next opening.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskCounts, MendReport } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { backupFolder } from '../backup/backup-settings.ts';
import { databaseFileOf, type Manifest, originalsOf } from '../backup/manifest.ts';
import { bringBack } from '../backup/originals.ts';
import { OriginalFiles } from '../files/original-files.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { countDesk } from '../store/desk-counts.ts';
import { renameDurably, syncFile } from '../store/durable-files.ts';
import { DESK_LOCK, takeLock } from '../store/folder-lock.ts';
import { isSound } from '../store/integrity.ts';
import { DATABASE_FILE, knownVersion, openDatabase } from '../store/open-database.ts';
import { renewOpenUpdates } from '../store/outbox.ts';
import { clearProjections } from '../store/rebuild-projections.ts';
import { runStoreTask } from '../store/run-store-task.ts';
import { columnsOf, salvageRows } from '../store/salvage-rows.ts';
import { checkSearchIndex } from '../store/search-index.ts';
import { isFull, translateStorageError } from '../store/storage-error.ts';
import { findOfficeLink } from '../store/sync-state.ts';
import { openDamagedCopy } from './damaged-copy.ts';
import { findGoodBackup } from './good-backup.ts';
import { detailOf, Losses } from './losses.ts';
import { placeUpdates } from './place-updates.ts';
import { finishReplacing, nextDatabaseFile, type ReplacePoint, replaceDatabase } from './replace-database.ts';
import { rescueEvents, rescueRevisions } from './rescue-events.ts';
import { dropOriginalsWithoutFile, rescueAccount, rescueRest } from './rescue-rest.ts';
import { fillFromCopies, reportLost, rescueUpdates } from './rescue-updates.ts';
import { setAsideFolder } from './set-aside.ts';

const LOCK_PATIENCE_MS = 10_000;
const WORK_FOLDER = 'mending';

export type MendOptions = {
  deskFolder: string;
  resources?: string;
  clock: () => Date;
  /** Where a test may end the process. */
  atPoint?: (point: ReplacePoint) => void;
};

/** Throws AppError nothing-to-mend for a desk that nobody finds fault with, and as `mendDesk` does. */
export async function mendIfDamaged(options: MendOptions): Promise<MendReport> {
  const { deskFolder } = options;
  const file = join(deskFolder, DATABASE_FILE);
  const isWhole = await runStoreTask({ task: 'examine', file }).then(isSound, () => false);
  if (isWhole) throw new AppError('nothing-to-mend', { folder: deskFolder });
  return mendDesk(options);
}

/** Throws AppError, with everything as it was: already-open while the desk is in use, disk-full, disk-failing. */
export async function mendDesk({ deskFolder, resources, clock, atPoint }: MendOptions): Promise<MendReport> {
  await finishReplacing(deskFolder);
  const lock = await takeLock(deskFolder, DESK_LOCK, 'alone', LOCK_PATIENCE_MS);
  const workFolder = join(deskFolder, WORK_FOLDER);
  try {
    rmSync(workFolder, { recursive: true, force: true });
    mkdirSync(workFolder, { recursive: true, mode: 0o700 });
    const backups = backupFolder(deskFolder);
    const backup = await findGoodBackup(backups, knownVersion(resources));
    const template = join(workFolder, 'template.db');
    await layGround(workFolder, template, backup === null ? null : databaseFileOf(backups, backup.name), resources);
    const next = await openDatabase(workFolder, { resources, keepCopy: null });
    let made: Pick<MendReport, 'kept' | 'rescued' | 'lost'>;
    try {
      made = await rescue({ deskFolder, workFolder, template, next, backups, backup, now: clock().toISOString() });
      next.pragma('wal_checkpoint(TRUNCATE)');
      next.pragma('journal_mode = DELETE');
    } finally {
      next.close();
    }
    const file = join(workFolder, DATABASE_FILE);
    syncFile(file);
    const found = await runStoreTask({ task: 'examine', file });
    if (!isSound(found)) throw new Error(`the mended database is not sound: ${found.findings[0] ?? 'updates'}`);
    renameDurably(file, nextDatabaseFile(deskFolder));
    const setAside = setAsideFolder(deskFolder, clock().toISOString());
    replaceDatabase(deskFolder, setAside, atPoint);
    return { backup: backup === null ? null : { name: backup.name, at: backup.at }, setAside, ...made };
  } catch (error) {
    if (isFull(error)) throw new AppError('disk-full', {}, { cause: error, retryable: true });
    throw translateStorageError(error, deskFolder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
    lock.release();
  }
}

/** The database to build on, and beside it one of the same make as the damaged one. */
async function layGround(folder: string, template: string, backup: string | null, resources?: string): Promise<void> {
  const file = join(folder, DATABASE_FILE);
  if (backup === null) {
    const empty = await openDatabase(folder, { resources, keepCopy: null });
    empty.pragma('wal_checkpoint(TRUNCATE)');
    empty.close();
  } else copyFileSync(backup, file);
  copyFileSync(file, template);
}

type Rescue = {
  deskFolder: string;
  workFolder: string;
  template: string;
  next: WritableDb;
  backups: string;
  backup: Manifest | null;
  now: string;
};

async function rescue(work: Rescue): Promise<Pick<MendReport, 'kept' | 'rescued' | 'lost'>> {
  const { deskFolder, workFolder, template, next, backups, backup, now } = work;
  const losses = new Losses();
  const before = countDesk(next);
  const headlines = new Map<string, string>();
  const counts = { updates: 0, events: 0, revisions: 0 };
  const damaged = await openDamagedCopy(deskFolder, workFolder, template);
  try {
    const take = next.transaction(() => {
      // The endpoint may know what the backup calls open, grown.
      renewOpenUpdates(next);
      if (damaged === null) losses.add({ articleId: null, what: 'other', detail: `the file: ${detailOf.unreadable}` });
      else Object.assign(counts, rescueAll(damaged.db, next, losses, now));
      if (backup === null || !isSearchSound(next)) clearProjections(next);
    });
    take.immediate();
    if (damaged !== null) readHeadlines(damaged.db, losses.articleIds(), headlines);
  } finally {
    damaged?.close();
  }
  const files = new OriginalFiles(deskFolder);
  for (const sha256 of backup === null ? [] : originalsOf(backup)) {
    if ((await files.hashOf(sha256)) !== sha256) await bringBack(backups, sha256, files.original(sha256));
  }
  await dropOriginalsWithoutFile(next, files, losses);
  readHeadlines(next, losses.articleIds(), headlines);
  const kept = countDesk(next);
  const more = (name: keyof DeskCounts): number => Math.max(0, kept[name] - before[name]);
  const rescued = { ...counts, articles: more('articles'), photos: more('photos'), waiting: more('waiting') };
  return { kept, rescued, lost: losses.list((id) => headlines.get(id) ?? '') };
}

function rescueAll(
  damaged: ReadableDb,
  next: WritableDb,
  losses: Losses,
  now: string,
): Pick<DeskCounts, 'updates' | 'events' | 'revisions'> {
  rescueRest(damaged, next, losses);
  rescueAccount(damaged, next);
  const log = rescueUpdates(damaged, next, now);
  fillFromCopies(damaged, next, log, now);
  reportLost(log, losses);
  placeUpdates(next, log, losses, findOfficeLink(next) !== null, now);
  const updates = [...log.articles.values()].reduce((sum, { seqs }) => sum + seqs.length, 0);
  const revisions = rescueRevisions(damaged, next, losses);
  return { updates, revisions, events: rescueEvents(damaged, next, losses) };
}

function isSearchSound(db: WritableDb): boolean {
  try {
    checkSearchIndex(db);
    return true;
  } catch {
    return false;
  }
}

/** The list's headlines of these articles, and the names of these pictures, where none is known yet. */
function readHeadlines(db: ReadableDb, ids: ReadonlySet<string>, headlines: Map<string, string>): void {
  const keep = (id: unknown, headline: unknown): void => {
    if (ids.has(String(id)) && !headlines.has(String(id))) headlines.set(String(id), String(headline));
  };
  if (ids.size === 0 || columnsOf(db, 'articles').length === 0) return;
  for (const { id, headline } of salvageRows(db, 'articles', ['id', 'headline'], [])) keep(id, headline);
  if (columnsOf(db, 'photos').length === 0) return;
  for (const { sha256, name } of salvageRows(db, 'photos', ['sha256', 'name'], [])) {
    keep(photoRecordId(String(sha256)), name);
  }
}
