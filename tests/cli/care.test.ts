/** Backups, restore and mending on the command line, beside a window and without one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock, WORKSTATION_LOCK } from '../../electron/core/store/folder-lock.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import type { Backup, MendReport, RestoreReport } from '../../shared/contract/desk.ts';
import { askCommand, runCommand } from '../support/command-line.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { atDesk, textsOf, writeArticle } from '../support/written-desk.ts';

type Failure = { error: { code: string } };

async function dataWithArticle(): Promise<{ data: string; desk: string }> {
  const data = tempFolder();
  const desk = join(data, 'desk');
  await atDesk(desk, (open) => writeArticle(open, 'Bài một'));
  return { data, desk };
}

describe('the command line', () => {
  it('backs up, lists and restores, also from a folder of one’s own', async () => {
    const { data, desk } = await dataWithArticle();
    const made = await askCommand<{ folder: string; backup: Backup }>('backup', '--data', data);
    expect(made).toMatchObject({ exit: 0, folder: join(desk, 'backups'), backup: { kind: 'manual', articles: 1 } });
    const disk = tempFolder();
    await atDesk(desk, (open) => writeArticle(open, 'Bài hai'));
    const elsewhere = await askCommand<{ backup: Backup }>('backup', '--to', disk, '--data', data);
    const listed = await askCommand<{ backups: Backup[] }>('backups', '--data', data);
    expect(listed.backups).toEqual([made.backup]);
    const restored = await askCommand<RestoreReport>('restore', made.backup.name, '--data', data);
    expect(restored).toMatchObject({ exit: 0, kept: { articles: 1 }, before: { name: expect.any(String) } });
    const again = await askCommand<RestoreReport>('restore', elsewhere.backup.name, '--from', disk, '--data', data);
    expect(again).toMatchObject({ exit: 0, kept: { articles: 2 } });
    const text = await runCommand(['backups', '--data', data], 'vi_VN.UTF-8');
    expect(text.out).toMatch(/trước khi khôi phục.*\n/);
    expect(text.out).toContain(`3 bản sao lưu trong ${join(desk, 'backups')}`);
  });

  it('mends a desk that nothing else can open', async () => {
    const { data, desk } = await dataWithArticle();
    const texts = await atDesk(desk, textsOf);
    expect(await askCommand<Failure>('mend', '--data', data)).toMatchObject({
      exit: 1,
      error: { code: 'nothing-to-mend' },
    });
    await askCommand('backup', '--data', data);
    writeFileSync(join(desk, DATABASE_FILE), Buffer.alloc(200_000, 'hỏng '));
    expect(await askCommand<Failure>('list', '--data', data)).toMatchObject({ error: { code: 'database-corrupt' } });
    const report = await askCommand<MendReport>('mend', '--data', data);
    expect(report).toMatchObject({ exit: 0, kept: { articles: 1 }, backup: { name: expect.any(String) } });
    expect(await atDesk(desk, textsOf)).toEqual(texts);
    expect(await askCommand('verify', '--data', data)).toMatchObject({ exit: 0, ok: true });
  });

  it('restores and mends nothing while a window is open, and backs up beside it', async () => {
    const { data } = await dataWithArticle();
    const window = await takeLock(data, WORKSTATION_LOCK, 'alone');
    const { backup } = await askCommand<{ backup: Backup }>('backup', '--data', data);
    for (const command of [['restore', backup.name], ['mend']]) {
      expect(await askCommand<Failure>(...command, '--data', data)).toMatchObject({
        exit: 1,
        error: { code: 'already-open' },
      });
    }
    window.release();
    expect(await askCommand('restore', backup.name, '--data', data)).toMatchObject({ exit: 0 });
  });
});
