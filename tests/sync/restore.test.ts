/** A desk that goes back to a backup and then syncs: what the office has comes back, and what was never sent is kept. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../electron/core/desk/desk.ts';
import { mendDesk } from '../../electron/core/recovery/mend.ts';
import { restoreBackup } from '../../electron/core/recovery/restore.ts';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { type Office, openOffice } from '../../endpoint/testing/office-for-test.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { atDesk, textsOf, write, writeArticle } from '../support/written-desk.ts';

const restore = (deskFolder: string, name: string) =>
  restoreBackup({ deskFolder, name, appVersion: '1', clock: () => new Date() });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function joined(desk: Desk, name: string): Promise<void> {
  await desk.sync.join(office.url, office.app.office.invite({ name, role: 'writer' }));
}

async function synced(desk: Desk): Promise<void> {
  await desk.sync.now();
  expect(desk.status()).toMatchObject({ link: 'online', linkError: null, waiting: { count: 0 }, refused: [] });
}

describe('after a restore, sync', () => {
  it('brings everything of both times, also what had grown in an entry that the backup has open', async () => {
    const folder = tempFolder();
    const { name, id } = await atDesk(folder, async (desk) => {
      await joined(desk, 'Lan');
      await writeArticle(desk, 'Đã gửi trước');
      await synced(desk);
      // Waits, open, while the backup is made; grows and is sent under the same id afterwards.
      const article = await writeArticle(desk, 'Đang viết dở');
      return { name: (await desk.backups.make('manual')).name, id: article };
    });
    const whole = await atDesk(folder, async (desk) => {
      await write(desk, id, 'body', 'Viết thêm sau bản sao lưu. ');
      await writeArticle(desk, 'Bài mới sau bản sao lưu');
      desk.act({ id, action: 'submit' });
      await synced(desk);
      return textsOf(desk);
    });
    const { onlyBefore } = await restore(folder, name);
    expect(onlyBefore).toBe(0);
    const after = await atDesk(folder, async (desk) => {
      expect(textsOf(desk).size).toBe(2);
      // Written before the first sync, into the entry that was open.
      await write(desk, id, 'lead', 'Viết sau khi khôi phục.');
      await synced(desk);
      expect(textsOf(desk)).toEqual(whole);
      expect(desk.workflow.state(id).working).toBe('in-review');
      expect((await verifyDesk(desk)).problems).toEqual([]);
      return desk.articles.document(id);
    });
    // Somebody else of the office reads the same.
    await atDesk(tempFolder(), async (other) => {
      await joined(other, 'Minh');
      await synced(other);
      expect(other.articles.document(id)).toEqual(after);
      for (const [article, text] of whole) expect(textsOf(other).get(article)).toBe(text);
    });
  });

  it('cannot bring what was never sent, which the backup from before the restore has', async () => {
    const folder = tempFolder();
    const { name, id } = await atDesk(folder, async (desk) => {
      await joined(desk, 'Hà');
      const article = await writeArticle(desk, 'Một bài');
      await synced(desk);
      return { name: (await desk.backups.make('manual')).name, id: article };
    });
    const unsent = await atDesk(folder, async (desk) => {
      await write(desk, id, 'body', 'Chưa gửi đi. ');
      return textsOf(desk).get(id);
    });
    const report = await restore(folder, name);
    expect(report.onlyBefore).toBe(1);
    await atDesk(folder, async (desk) => {
      await synced(desk);
      expect(textsOf(desk).get(id)).not.toContain('Chưa gửi đi.');
    });
    await restore(folder, report.before!.name);
    await atDesk(folder, async (desk) => {
      expect(textsOf(desk).get(id)).toBe(unsent);
      await synced(desk);
    });
  });

  it('goes on with an account that is newer than the backup', async () => {
    const folder = tempFolder();
    const name = await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Viết trước khi vào tòa soạn');
      return (await desk.backups.make('manual')).name;
    });
    const texts = await atDesk(folder, async (desk) => {
      await joined(desk, 'Bình');
      await writeArticle(desk, 'Viết ở tòa soạn');
      await synced(desk);
      return textsOf(desk);
    });
    await restore(folder, name);
    await atDesk(folder, async (desk) => {
      await synced(desk);
      for (const [id, text] of texts) expect(textsOf(desk).get(id)).toBe(text);
    });
  });
});

it('after a mending, sync brings what the damaged file had lost and the office has', async () => {
  const folder = tempFolder();
  const { id, whole } = await atDesk(folder, async (desk) => {
    await joined(desk, 'Lan');
    await synced(desk);
    await desk.backups.make('manual');
    const article = await writeArticle(desk, 'Gửi rồi mới hỏng', 6);
    await synced(desk);
    // Never sent, and stands on what will be lost.
    await write(desk, article, 'body', 'Chưa gửi.');
    return { id: article, whole: textsOf(desk).get(article) };
  });
  const db = new SqliteDatabase(join(folder, DATABASE_FILE));
  const seqs = db.prepare('SELECT seq FROM doc_updates WHERE article_id = ? ORDER BY seq').pluck().all(id);
  for (const seq of seqs.slice(2, 6)) db.prepare("UPDATE doc_updates SET bytes = x'00' WHERE seq = ?").run(seq);
  db.close();
  const { lost } = await mendDesk({ deskFolder: folder, clock: () => new Date() });
  expect(lost).toMatchObject([{ articleId: id, what: 'updates', count: 4 }]);
  await atDesk(folder, async (desk) => {
    expect(textsOf(desk).get(id)).not.toBe(whole);
    await synced(desk);
    expect(textsOf(desk).get(id)).toBe(whole);
    expect((await verifyDesk(desk)).problems).toEqual([]);
  });
});
