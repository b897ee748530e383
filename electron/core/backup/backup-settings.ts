/**
 * How a desk is backed up: a small file beside its database, not in it, because it is read where the database is damaged
 * and must not go back with a restore.
 */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { type BackupSettings, backupSettingsSchema } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { writeDurably } from '../store/durable-files.ts';
import { translateStorageError } from '../store/storage-error.ts';

const SETTINGS_FILE = 'backups.json';
const OWN_FOLDER = 'backups';

export const defaultBackupSettings: BackupSettings = {
  everyMinutes: 60,
  keepHourly: 24,
  keepDaily: 14,
  keepWeekly: 8,
  folder: null,
};

/** `name`: this desk's folder within a chosen one, so that several desks can share a disk. */
const fileSchema = z.object({ name: z.string().regex(/^[\w-]{1,64}$/), settings: backupSettingsSchema });

function readFile(deskFolder: string): z.infer<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(join(deskFolder, SETTINGS_FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Those that we ship where nothing was chosen. */
export function readBackupSettings(deskFolder: string): BackupSettings {
  return readFile(deskFolder)?.settings ?? defaultBackupSettings;
}

/** Throws AppError disk-full, folder-read-only, disk-failing. */
export function saveBackupSettings(deskFolder: string, settings: BackupSettings): void {
  const name = readFile(deskFolder)?.name ?? `toasoan-${randomUUID().slice(0, 8)}`;
  try {
    mkdirSync(deskFolder, { recursive: true, mode: 0o700 });
    writeDurably(join(deskFolder, SETTINGS_FILE), `${JSON.stringify({ name, settings }, null, 2)}\n`);
  } catch (error) {
    throw translateStorageError(error, deskFolder);
  }
}

/** Throws AppError backup-folder-refused for anything but the full path of a folder that is there and may be written. */
export function checkBackupFolder(folder: string): void {
  try {
    if (!isAbsolute(folder) || !statSync(folder).isDirectory()) throw new Error('not the full path of a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new AppError('backup-folder-refused', { folder }, { cause: error });
  }
}

/** Where this desk's backups lie. */
export function backupFolder(deskFolder: string): string {
  const known = readFile(deskFolder);
  const chosen = known?.settings.folder ?? null;
  return chosen === null ? join(deskFolder, OWN_FOLDER) : join(chosen, known!.name);
}
