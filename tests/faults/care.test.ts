/** Backups, restores, mendings and migrations ended by SIGKILL at each of their steps, and what the next start finds. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { resourcesFolder } from '../../electron/core/resources.ts';
import { databaseVersion } from '../../electron/core/store/migrate.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { atDesk, textsOf, writeArticle } from '../support/written-desk.ts';

const script = fileURLToPath(new URL('./care-process.ts', import.meta.url));

function killedAt(...args: string[]): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
}

type Written = { folder: string; name: string; then: Map<string, string>; now: Map<string, string> };

/** A desk with a backup, and more written since. */
async function written(): Promise<Written> {
  const folder = tempFolder();
  return atDesk(folder, async (desk) => {
    await writeArticle(desk, 'Bài trước');
    const { name } = await desk.backups.make('manual');
    const then = textsOf(desk);
    await writeArticle(desk, 'Bài sau');
    return { folder, name, then, now: textsOf(desk) };
  });
}

async function soundTexts(folder: string): Promise<Map<string, string>> {
  return atDesk(folder, async (desk) => {
    expect((await verifyDesk(desk)).problems).toEqual([]);
    return textsOf(desk);
  });
}

const replacePoints = ['before-replace', 'in-replace', 'before-rename', 'after-rename'] as const;

describe('a kill', () => {
  it('in a backup leaves no backup, no rests after the next one, and the desk as it was', async () => {
    const { folder, name, now } = await written();
    expect(await killedAt('backup', folder, 'in-backup')).toBe('SIGKILL');
    await atDesk(folder, async (desk) => {
      expect(desk.backups.overview().backups.map((backup) => backup.name)).toEqual([name]);
      const next = await desk.backups.make('manual');
      expect(readdirSync(join(folder, 'backups')).filter((file) => file.includes('unfinished'))).toEqual([]);
      expect(desk.backups.overview().backups.map((backup) => backup.name)).toEqual([next.name, name]);
    });
    expect(await soundTexts(folder)).toEqual(now);
  });

  it.each(['before-keeping', 'after-keeping', ...replacePoints])(
    '%s of a restore leaves the desk of before whole or the restored one',
    async (point) => {
      const { folder, name, then, now } = await written();
      expect(await killedAt('restore', folder, point, name)).toBe('SIGKILL');
      const isDone = ['in-replace', 'before-rename', 'after-rename'].includes(point);
      expect(await soundTexts(folder)).toEqual(isDone ? then : now);
      expect(readdirSync(folder).filter((file) => /next|replacing/.test(file))).toEqual([]);
    },
  );

  it.each(replacePoints)('%s of a mending leaves the damaged files whole or the mended desk', async (point) => {
    const { folder, then } = await written();
    writeFileSync(join(folder, DATABASE_FILE), Buffer.alloc(300_000, 'hỏng '));
    expect(await killedAt('mend', folder, point)).toBe('SIGKILL');
    if (point === 'before-replace')
      await expect(soundTexts(folder)).rejects.toMatchObject({ code: 'database-corrupt' });
    else {
      expect(await soundTexts(folder)).toEqual(then);
      const [time] = readdirSync(join(folder, 'set-aside'));
      expect(existsSync(join(folder, 'set-aside', time!, DATABASE_FILE))).toBe(true);
    }
  });

  it('in a migration leaves the version of before, and the next start migrates', async () => {
    const { folder, now } = await written();
    const before = await atDesk(folder, (desk) => databaseVersion(desk.db));
    const resources = tempFolder();
    cpSync(resourcesFolder(), resources, { recursive: true });
    writeFileSync(join(resources, 'migrations', '9000-colours.sql'), 'CREATE TABLE colours (name TEXT) STRICT;');
    expect(await killedAt('migrate', folder, 'in-migration', resources)).toBe('SIGKILL');
    expect(await atDesk(folder, (desk) => databaseVersion(desk.db))).toBe(before);
    expect(await soundTexts(folder)).toEqual(now);
    await atDesk(
      folder,
      (desk) => {
        expect(databaseVersion(desk.db)).toBe(9000);
        expect(desk.backups.overview().backups[0]).toMatchObject({ kind: 'before-migration', name: 'before-9000' });
      },
      { resources },
    );
  });
});
