/**
 * Makes one backup, while the desk is in use:
 *
 *   copy (another thread, one step) --> examined, flushed --> originals linked --> NAME.db --> NAME.json
 *                                                                             '-- a kill before here leaves no backup,
 *                                                                                 and its rests go at the next one
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupKind } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { OriginalFiles } from '../files/original-files.ts';
import { renameDurably } from '../store/durable-files.ts';
import { takeLock } from '../store/folder-lock.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { runStoreTask } from '../store/run-store-task.ts';
import { isFull } from '../store/storage-error.ts';
import { readBackupSettings } from './backup-settings.ts';
import {
  databaseFileOf,
  findManifest,
  listManifests,
  namesIn,
  originalsOf,
  removeBackup,
  toBackup,
  writeManifest,
} from './manifest.ts';
import { linkOrCopy, originalIn, removeUnusedOriginals } from './originals.ts';
import { backupsToRemove } from './retention.ts';

const LOCK = 'backup.lock';
/** Another process may be making one. */
const LOCK_PATIENCE_MS = 10_000;
const UNFINISHED = '.unfinished';

export type MakeBackup = {
  deskFolder: string;
  /** Where backups lie. */
  folder: string;
  kind: BackupKind;
  /** By time and kind where it is not given. */
  name?: string;
  appVersion: string;
  clock: () => Date;
  signal?: AbortSignal;
  /** Where a test may end the process. */
  atPoint?: (point: 'in-backup') => void;
};

/** Throws AppError backup-disk-full, backup-folder-gone, backup-failed; nothing half is left then. */
export async function makeBackup(options: MakeBackup): Promise<Backup> {
  const { deskFolder, folder } = options;
  const chosen = readBackupSettings(deskFolder).folder;
  try {
    if (chosen !== null && folder.startsWith(chosen) && !existsSync(chosen)) {
      throw new AppError('backup-folder-gone', { folder: chosen });
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = await takeLock(deskFolder, LOCK, 'alone', LOCK_PATIENCE_MS);
    try {
      removeRests(folder);
      const backup = await make(options);
      prune(options);
      return backup;
    } finally {
      lock.release();
    }
  } catch (error) {
    throw translateBackupError(error, folder);
  }
}

async function make({
  deskFolder,
  folder,
  kind,
  appVersion,
  clock,
  signal,
  atPoint,
  ...options
}: MakeBackup): Promise<Backup> {
  const at = clock().toISOString();
  const name = options.name ?? freeName(folder, `${at.slice(0, 19).replaceAll(':', '-')}-${kind}`);
  const unfinished = databaseFileOf(folder, name) + UNFINISHED;
  try {
    const from = join(deskFolder, DATABASE_FILE);
    const copied = await runStoreTask({ task: 'copy', from, to: unfinished }, signal);
    atPoint?.('in-backup');
    const own = new OriginalFiles(deskFolder);
    const photos = copied.photos.filter((sha256) => own.hasOriginal(sha256));
    const files = copied.files.filter((sha256) => own.hasOriginal(sha256));
    for (const sha256 of [...photos, ...files]) {
      signal?.throwIfAborted();
      await linkOrCopy(own.original(sha256), originalIn(folder, sha256));
    }
    renameDurably(unfinished, databaseFileOf(folder, name));
    const { version: databaseVersion, counts, mark, bytes, sha256 } = copied;
    const manifest = {
      format: 1 as const,
      name,
      at,
      kind,
      bytes,
      appVersion,
      databaseVersion,
      counts,
      mark,
      photos,
      files,
      sha256,
    };
    writeManifest(folder, manifest);
    return toBackup(manifest);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (findManifest(folder, name) === null) removeBackup(folder, name);
    throw error;
  }
}

function freeName(folder: string, name: string): string {
  const taken = new Set(namesIn(folder));
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(`${candidate}.json`) && !taken.has(`${candidate}.db`)) return candidate;
  }
}

/** What a kill left: databases without a manifest that we had begun. A plain copy from before a migration stays. */
function removeRests(folder: string): void {
  for (const name of namesIn(folder)) {
    const isRest = name.includes(`.db${UNFINISHED}`) || name.endsWith('.json.new');
    const isBare = /^\d{4}-.*\.db$/.test(name) && findManifest(folder, name.slice(0, -'.db'.length)) === null;
    if (isRest || isBare) rmSync(join(folder, name), { force: true });
  }
}

function prune({ deskFolder, folder, clock }: MakeBackup): void {
  const settings = readBackupSettings(deskFolder);
  for (const name of backupsToRemove(listManifests(folder), settings, clock().toISOString()))
    removeBackup(folder, name);
  removeUnusedOriginals(folder, new Set(listManifests(folder).flatMap(originalsOf)));
}

function translateBackupError(error: unknown, folder: string): unknown {
  if (error instanceof AppError && error.code !== 'already-open') return error;
  if (isFull(error)) return new AppError('backup-disk-full', { folder }, { cause: error, retryable: true });
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('backup-failed', { folder, reason }, { cause: error, retryable: true });
}
