/** Backups that are what they were when they were made. */
import { AppError } from '../../../shared/errors/app-error.ts';
import { databaseFileOf, listManifests, type Manifest } from '../backup/manifest.ts';
import { isSound } from '../store/integrity.ts';
import { runStoreTask } from '../store/run-store-task.ts';
import { sha256OfFile } from '../store/store-tasks.ts';

/** Null for a backup that is byte for byte what was written and still reads as sound; else why it is not. */
async function faultOf(folder: string, { name, sha256 }: Manifest): Promise<string | null> {
  const file = databaseFileOf(folder, name);
  try {
    if ((await sha256OfFile(file)) !== sha256) return 'its bytes have changed';
    const found = await runStoreTask({ task: 'examine', file });
    return isSound(found) ? null : (found.findings[0] ?? 'broken updates');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Throws AppError backup-broken. */
export async function checkBackup(folder: string, manifest: Manifest): Promise<void> {
  const reason = await faultOf(folder, manifest);
  if (reason !== null) throw new AppError('backup-broken', { name: manifest.name, reason });
}

/** The newest good one that this version can read, going back past those that are not; null where there is none. */
export async function findGoodBackup(folder: string, newestVersion: number): Promise<Manifest | null> {
  for (const manifest of listManifests(folder)) {
    if (manifest.databaseVersion > newestVersion) continue;
    if ((await faultOf(folder, manifest)) === null) return manifest;
  }
  return null;
}
