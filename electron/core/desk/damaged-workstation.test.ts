/** A workstation on a folder that is in use, that is damaged, or that cannot be written. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { textsOf, write, writeArticle } from '../../../tests/support/written-desk.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { Workstation } from './workstation.ts';

const opened: Workstation[] = [];

async function open(folder: string): Promise<Workstation> {
  const workstation = await Workstation.open({
    folder,
    host: 'browser',
    version: '0.0.0',
    systemLanguage: 'vi',
    launchEndpoint: () => Promise.reject(new AppError('endpoint-not-started', { reason: 'test' })),
  });
  opened.push(workstation);
  return workstation;
}

afterEach(async () => {
  for (const workstation of opened.splice(0)) await workstation.close();
});

it('a second workstation on a folder is refused until the first is closed', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  await expect(open(folder)).rejects.toMatchObject({ code: 'already-open', details: { folder } });
  await first.close();
  await open(folder);
});

describe('a damaged desk', () => {
  it('keeps nobody from starting, is told, and is mended from there', async () => {
    const folder = tempFolder();
    const first = await open(folder);
    await first.startLocal('Lan');
    await writeArticle(first.desk(), 'Bài một');
    const backup = await first.desk().backups.make('manual');
    const texts = textsOf(first.desk());
    await first.close();
    const file = join(folder, 'desk', DATABASE_FILE);
    const bytes = Buffer.from(readFileSync(file)).fill(0x55, 0, 5_000);
    writeFileSync(file, bytes);

    const second = await open(folder);
    expect(second.state()).toMatchObject({
      profile: 'none',
      damaged: { folder: join(folder, 'desk'), newestBackup: { name: backup.name } },
    });
    expect(() => second.desk()).toThrowError(expect.objectContaining({ code: 'database-corrupt' }));
    expect(second.backups().backups.map(({ name }) => name)).toEqual([backup.name]);
    const report = await second.mend();
    expect(report.backup).toMatchObject({ name: backup.name });
    expect(second.state()).toMatchObject({ profile: 'local', person: { name: 'Lan' }, damaged: null });
    expect(textsOf(second.desk())).toEqual(texts);
  });

  it('that still opens is found by the check, told in the status, and mended; a sound one is left alone', async () => {
    const workstation = await open(tempFolder());
    await workstation.startLocal('Lan');
    const desk = workstation.desk();
    const id = await writeArticle(desk, 'Bài một');
    await desk.backups.make('manual');
    await expect(workstation.mend()).rejects.toMatchObject({ code: 'nothing-to-mend' });
    expect(workstation.desk()).toBe(desk);
    await write(desk, id, 'body', 'Viết thêm. ');
    const texts = textsOf(desk);
    desk.db.prepare('UPDATE doc_updates SET bytes = zeroblob(9) WHERE seq = 1').run();
    await desk.watch.check();
    expect(desk.status().damage).toMatchObject({ updatesBroken: 1, findings: [] });
    expect((await workstation.mend()).lost).toEqual([]);
    expect(workstation.desk()).not.toBe(desk);
    expect(textsOf(workstation.desk())).toEqual(texts);
    expect(await workstation.desk().watch.check()).toBeNull();
  });

  it('is restored as well, and what is there is kept', async () => {
    const workstation = await open(tempFolder());
    await workstation.startLocal('Lan');
    await writeArticle(workstation.desk(), 'Bài một');
    const { name } = await workstation.desk().backups.make('manual');
    const then = textsOf(workstation.desk());
    await writeArticle(workstation.desk(), 'Bài hai');
    const { before } = await workstation.restore(name);
    expect(textsOf(workstation.desk())).toEqual(then);
    await expect(workstation.restore('không-có')).rejects.toMatchObject({ code: 'backup-not-found' });
    expect(textsOf(workstation.desk())).toEqual(then);
    await workstation.restore(before!.name);
    expect(textsOf(workstation.desk()).size).toBe(2);
  });
});

it('a disk that fails at the start is told as such, with no word of a text on the screen', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  await first.startLocal('Lan');
  await first.close();
  const file = join(folder, 'desk', DATABASE_FILE);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  mkdirSync(file);
  await expect(open(folder)).rejects.toMatchObject({ code: 'disk-failing-at-start', details: { folder } });
});

describe('a folder that may not be written', () => {
  it.each(['EACCES', 'EROFS', 'EPERM', 'SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY'])(
    'is told plainly (%s)',
    (code) => {
      const error = Object.assign(new Error('no'), { code });
      expect(translateStorageError(error, '/data')).toMatchObject({
        code: 'folder-read-only',
        details: { folder: '/data' },
      });
    },
  );
});

it('a full disk is told while typing goes on, and everything is saved once there is room', async () => {
  const workstation = await open(tempFolder());
  await workstation.startLocal('Lan');
  const desk = workstation.desk();
  const id = await writeArticle(desk, 'Bài dài');
  const pages = desk.db.pragma('page_count', { simple: true }) as number;
  desk.db.pragma(`max_page_count = ${pages}`);
  const saved: Promise<unknown>[] = [];
  const type = (text: string): void => {
    saved.push(desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('body', text))));
    try {
      desk.articles.flush();
    } catch (error) {
      expect(error).toMatchObject({ code: 'disk-full' });
    }
  };
  for (let count = 0; count < 40; count += 1) type(`${count} ${'chữ '.repeat(500)}`);
  expect(desk.status().saved).toMatchObject({ state: 'failed', code: 'disk-full' });
  desk.db.pragma('max_page_count = 1073741823');
  desk.articles.flush();
  await Promise.all(saved);
  expect(desk.status().saved).toMatchObject({ state: 'saved' });
  const text = desk.articles.load(id).getText('body').toString();
  await workstation.close();
  opened.splice(0);
  expect(text).toContain('39 chữ');
  const again = await open(join(desk.folder, '..'));
  expect(again.desk().articles.load(id).getText('body').toString()).toBe(text);
});
