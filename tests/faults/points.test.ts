/** Cores that end by SIGKILL where they have to do with more than the database: the office's endpoint, a picture's file. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { type Office, openOffice } from '../../endpoint/testing/office-for-test.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { readDesk } from './desk-folder.ts';
import { RunningDesk } from './running-desk.ts';

const canyon = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));

describe('a core that ends', () => {
  it.each(['before-send', 'after-send'] as const)('%s of a push doubles nothing and loses nothing', async (point) => {
    const office: Office = await openOffice();
    try {
      const folder = tempFolder();
      const code = office.app.office.invite({ name: 'Lan', role: 'writer' });
      const ending = new RunningDesk('desk-process.ts', 'push', folder, point, office.url, code);
      await ending.wasKilled();
      const id = ending.said[0]!;
      const log = (): unknown[] => office.app.office.db.prepare('SELECT id, kind FROM log ORDER BY seq').all();
      const arrived = log().length;
      expect(arrived > 0).toBe(point === 'after-send');
      const desk = await Desk.open({ folder });
      await desk.sync.now();
      expect(desk.status()).toMatchObject({ link: 'online', waiting: { count: 0 }, refused: [] });
      expect(desk.articles.document(id).headline).toBe('Gửi đi');
      await desk.close();
      expect(log().filter((entry) => (entry as { kind: string }).kind === 'event')).toHaveLength(2);
      await readDesk(folder, id);
      const ids = log().map((entry) => (entry as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
    } finally {
      await office.close();
    }
  });

  it('in the middle of keeping a picture has the whole picture or none, and nothing half', async () => {
    const folder = tempFolder();
    await new RunningDesk('desk-process.ts', 'photo', folder).wasKilled();
    const desk = await Desk.open({ folder });
    expect((await verifyDesk(desk)).problems).toEqual([]);
    expect(desk.db.prepare('SELECT count(*) FROM photos').pluck().get()).toBe(0);
    const { sha256 } = await desk.photos.addFile(canyon);
    expect(await desk.photos.files.hashOf(sha256)).toBe(sha256);
    await desk.close();
  });

  const ofAPicture = ['photos', 'photo_fingerprints', 'own_photos', 'doc_updates'];

  it.each(ofAPicture)('while a picture is taken in, before its row of %s, has nothing of it', async (table) => {
    const folder = tempFolder();
    await new RunningDesk('desk-process.ts', 'takeIn', folder, table).wasKilled();
    const desk = await Desk.open({ folder });
    for (const name of ofAPicture) expect(desk.db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBe(0);
    expect((await verifyDesk(desk)).problems).toEqual([]);
    expect(readdirSync(join(folder, 'photos', 'unfinished'))).toEqual([]);
    expect(await desk.photoIntake.takeInFile(canyon, { batch: '' })).toMatchObject({ isNew: true });
    await desk.close();
  });

  it.each([
    ['photos', 1],
    ['own_photos', 1],
    ['doc_updates', 1],
    // Its files are gone, and only the note that they were to go is left.
    ['discarded_photos', 0],
  ] as const)(
    'while a picture is put away, before its row of %s goes, has all of it or nothing',
    async (table, left) => {
      const folder = tempFolder();
      await new RunningDesk('desk-process.ts', 'discard', folder, table).wasKilled();
      const desk = await Desk.open({ folder });
      for (const name of ofAPicture) expect(desk.db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBe(left);
      expect((await verifyDesk(desk)).problems).toEqual([]);
      expect(desk.db.prepare('SELECT count(*) FROM discarded_photos').pluck().get()).toBe(0);
      expect(await desk.photoIntake.takeInFile(canyon, { batch: '' })).toMatchObject({ isNew: left === 0 });
      await desk.close();
    },
  );

  it('in the middle of keeping an attached document does not call it one, and takes it in the next time', async () => {
    const folder = tempFolder();
    await new RunningDesk('desk-process.ts', 'file', folder).wasKilled();
    const desk = await Desk.open({ folder });
    expect((await verifyDesk(desk)).problems).toEqual([]);
    const sha256 = createHash('sha256').update('%PDF-1.7').digest('hex');
    expect(desk.files.info(sha256).state).toBe('missing');
    await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf');
    expect(await desk.files.files.hashOf(sha256)).toBe(sha256);
    await desk.close();
  });
});
