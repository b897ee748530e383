/** What a desk keeps of itself before a migration: a backup like any other, which stays the first of its name. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { KeepCopy } from '../store/migrate.ts';
import { backupFolder } from './backup-settings.ts';
import { makeBackup } from './make-backup.ts';
import { databaseFileOf } from './manifest.ts';

/** Where the chosen folder is gone, the desk's own takes it: a migration does not wait for a disk in a drawer. */
export function copyBeforeMigration(deskFolder: string, appVersion: string, clock: () => Date): KeepCopy {
  return async (_, name) => {
    const folder = backupFolder(deskFolder);
    const common = { deskFolder, kind: 'before-migration', name, appVersion, clock } as const;
    if (existsSync(databaseFileOf(folder, name))) return;
    try {
      await makeBackup({ ...common, folder });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'backup-folder-gone') throw error;
      await makeBackup({ ...common, folder: join(deskFolder, 'backups') });
    }
  };
}
