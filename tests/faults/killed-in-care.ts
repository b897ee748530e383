/** A core killed at any moment of a backup, a restore, a migration or a compaction, or at one of the points that these name. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder } from '../../electron/core/backup/backup-settings.ts';
import { listManifests } from '../../electron/core/backup/manifest.ts';
import { Desk } from '../../electron/core/desk/desk.ts';
import { checkBackup } from '../../electron/core/recovery/good-backup.ts';
import { resourcesFolder } from '../../electron/core/resources.ts';
import { databaseVersion } from '../../electron/core/store/migrate.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { type DeskDocuments, makeBigDesk, readDocuments } from './desk-folder.ts';
import { after, between, type Fault } from './fault.ts';
import { RunningDesk } from './running-desk.ts';

/** The process takes about as long to start and to do its work. */
const LONGEST_MS = 1_500;
const AT_A_POINT = 0.3;
const NEW_VERSION = 9_000;

/** A new point is a word here. */
const deeds = [
  { deed: 'compact', points: ['in-compaction'] },
  { deed: 'backup', points: ['in-backup'] },
  {
    deed: 'restore',
    points: ['before-keeping', 'after-keeping', 'before-replace', 'in-replace', 'before-rename', 'after-rename'],
  },
  { deed: 'migrate', points: ['in-migration'] },
] as const;

/** Opens the desk, holds it and every backup of it to be sound, and reads it. */
async function readSound(folder: string, resources?: string): Promise<DeskDocuments> {
  const desk = await Desk.open({ folder, resources });
  try {
    assert.deepEqual((await verifyDesk(desk)).problems, []);
    if (resources !== undefined) assert.equal(databaseVersion(desk.db), NEW_VERSION);
    await desk.backups.make('manual');
    const rests = readdirSync(backupFolder(folder)).filter((name) => name.includes('unfinished'));
    assert.deepEqual(rests, []);
    for (const manifest of listManifests(backupFolder(folder))) await checkBackup(backupFolder(folder), manifest);
    return readDocuments(desk);
  } finally {
    await desk.close();
  }
}

export const killedInCare: Fault = {
  key: 'care',
  promise:
    'killed in a backup, a restore, a migration or a compaction, it is as it was before or as it is after, and nothing between',
  rounds: deeds.length * 15,
  roundsInTests: 2,
  async prepare(dataDir) {
    const { folder } = await makeBigDesk(dataDir);
    const desk = await Desk.open({ folder });
    const { name } = await desk.backups.make('manual');
    const then = readDocuments(desk);
    desk.createArticle();
    const now = readDocuments(desk);
    await desk.close();
    const resources = join(dataDir, 'resources');
    cpSync(resourcesFolder(), resources, { recursive: true });
    const sql = 'CREATE TABLE colours (name TEXT) STRICT;';
    writeFileSync(join(resources, 'migrations', `${NEW_VERSION}-colours.sql`), sql);

    let number = 0;
    return async ({ random, folder: own }) => {
      const { deed, points } = deeds[number % deeds.length]!;
      number += 1;
      const point = random() < AT_A_POINT ? points[between(random, 0, points.length - 1)]! : 'none';
      const ms = between(random, 0, LONGEST_MS);
      cpSync(folder, own, { recursive: true });
      const more = { backup: '', restore: name, migrate: resources, compact: '' }[deed];
      const process = new RunningDesk('care-process.ts', deed, own, point, more);
      let isDone = false;
      if (point === 'none') {
        await after(ms);
        isDone = await process.killIfRunning();
      } else await process.wasKilled();
      const found = await readSound(own, deed === 'migrate' ? resources : undefined);
      const isRestored = deed === 'restore' && Object.keys(found).length === Object.keys(then).length;
      assert.deepEqual(found, isRestored ? then : now);
      if (isDone && deed === 'restore') assert.ok(isRestored);
      return { deed, ...(point === 'none' ? { ms } : { point }), isDone, isRestored };
    };
  },
};
