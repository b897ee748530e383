/** Disks that are full, and folders that may not be written: real ones, where the process may make them. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultBackupSettings } from '../../electron/core/backup/backup-settings.ts';
import { Workstation } from '../../electron/core/desk/workstation.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { editOf, typed } from '../support/edit.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { atDesk, writeArticle } from '../support/written-desk.ts';

const mounted: string[] = [];
const noOffice = (): Promise<never> => Promise.reject(new Error('no office is started here'));

/** A file system of this size in memory; null where that is not allowed. */
function smallDisk(megabytes: number): string | null {
  const folder = join(tempFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  mounted.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', ['--lazy', folder]);
});

/** Takes all the room but for this much. */
function fill(disk: string, leave: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const filler = join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(bavail * bsize - leave));
  return filler;
}

describe('a full disk', () => {
  it('is told while typing goes on, and everything is saved by itself once there is room', async (context) => {
    const disk = smallDisk(16);
    if (disk === null) return context.skip('no file system may be mounted here');
    const folder = join(disk, 'desk');
    const id = await atDesk(folder, async (desk) => {
      const article = await writeArticle(desk, 'Bài dài');
      const filler = fill(disk, 64 * 1024);
      const saved: Promise<unknown>[] = [];
      for (let count = 0; count < 60; count += 1) {
        const edit = editOf(desk.articles.state(article), typed('body', `${count} ${'chữ '.repeat(800)}`));
        saved.push(desk.articles.applyLocal(article, edit));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await expect.poll(() => desk.status().saved).toMatchObject({ state: 'failed', code: 'disk-full' });
      rmSync(filler);
      await Promise.all(saved);
      expect(desk.status().saved).toMatchObject({ state: 'saved' });
      return article;
    });
    await atDesk(folder, async (desk) => {
      const body = desk.articles.load(id).getText('body').toString();
      for (let count = 0; count < 60; count += 1) expect(body).toContain(`${count} chữ`);
      expect((await verifyDesk(desk)).problems).toEqual([]);
    });
  });

  it('is told as such where nothing can be opened on it', async (context) => {
    const disk = smallDisk(2);
    if (disk === null) return context.skip('no file system may be mounted here');
    const folder = join(disk, 'data');
    const options = { folder, host: 'browser', version: '0', systemLanguage: 'vi', launchEndpoint: noOffice } as const;
    const first = await Workstation.open(options);
    await first.startLocal('Lan');
    await first.close();
    const filler = fill(disk, 0);
    await expect(Workstation.open(options)).rejects.toMatchObject({ code: 'disk-full-at-start', details: { folder } });
    rmSync(filler);
    const second = await Workstation.open(options);
    expect(second.state().person).toMatchObject({ name: 'Lan' });
    await second.close();
  });

  it('takes no backup, which is told, and the next one is made when there is room', async (context) => {
    const disk = smallDisk(4);
    if (disk === null) return context.skip('no file system may be mounted here');
    await atDesk(tempFolder(), async (desk) => {
      await writeArticle(desk, 'Bài một', 30);
      desk.backups.configure({ ...defaultBackupSettings, folder: disk });
      const filler = fill(disk, 128 * 1024);
      await expect(desk.backups.make('manual')).rejects.toMatchObject({ code: 'backup-disk-full' });
      const { folder, lastProblem } = desk.backups.overview();
      expect(lastProblem).toMatchObject({ code: 'backup-disk-full' });
      expect(readdirSync(folder)).toEqual([]);
      rmSync(filler);
      await desk.backups.make('manual');
      expect(desk.backups.overview()).toMatchObject({ lastProblem: null, backups: [{ articles: 1 }] });
    });
  });
});

describe.skipIf(process.platform === 'win32')('what may not be written', () => {
  const script = fileURLToPath(new URL('./care-process.ts', import.meta.url));
  const open = (folder: string): string =>
    execFileSync(process.execPath, [script, 'open', folder], { encoding: 'utf8' }).trim();

  it.each([
    ['a folder', '.', 0o555],
    ['a folder in it', 'desk', 0o555],
    ['a database', `desk/${DATABASE_FILE}`, 0o444],
  ])('%s is told as such before anybody types', async (_, path, mode) => {
    const data = tempFolder();
    await atDesk(join(data, 'desk'), (desk) => writeArticle(desk, 'Bài một'));
    writeFileSync(join(data, 'workstation.json'), '{"profile":"own"}');
    execFileSync('chmod', ['-R', 'a+rwX', data]);
    chmodSync(join(data, path), mode);
    try {
      expect(open(data)).toBe('folder-read-only');
    } finally {
      chmodSync(join(data, path), 0o777);
    }
    expect(open(data)).toBe('opened');
  });
});
