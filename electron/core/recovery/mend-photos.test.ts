/** What is known of pictures over damage, over a mending and over a restored backup. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { photoFilterSchema } from '../../../shared/contract/desk-photos.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { RecordChange } from '../../../shared/photos/write-record.ts';
import { copyFolder } from '../../../tests/support/copy-folder.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { atDesk } from '../../../tests/support/written-desk.ts';
import type { Desk } from '../desk/desk.ts';
import { DATABASE_FILE, openPlain } from '../store/open-database.ts';
import { listOutbox } from '../store/outbox.ts';
import { isOwnPhoto } from '../store/own-photos.ts';
import { verifyDesk } from '../verify/verify-desk.ts';
import { mendDesk } from './mend.ts';
import { restoreBackup } from './restore.ts';

const clock = (): Date => new Date();

async function takeIn(desk: Desk, name: string, colour: string): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  return (await desk.photoIntake.takeIn(new Blob([bytes]), { name, batch: 'Thẻ' })).sha256;
}

const say = (desk: Desk, sha256: string, change: RecordChange) => desk.photoRecords.change([{ sha256, change }]);
const caption = (text: string): RecordChange => ({ texts: { description: { how: 'set', text } } });

/** With a backup in the middle of its life. */
let sound: string;
let before: string;
let after: string;
let sent: string;
let backup: string;

beforeAll(async () => {
  sound = join(tempFolder(), 'desk');
  await atDesk(sound, async (desk) => {
    before = await takeIn(desk, 'trước.jpg', 'red');
    sent = await takeIn(desk, 'gửi.jpg', 'green');
    await say(desk, before, caption('Trước bản sao lưu'));
    backup = (await desk.backups.make('manual')).name;
    after = await takeIn(desk, 'sau.jpg', 'blue');
    await say(desk, before, caption('Sau bản sao lưu'));
    await say(desk, after, {
      ...caption('Ảnh mới'),
      people: [{ id: 'p', name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch' }],
    });
    await say(desk, sent, { ...caption('Đã gửi'), shared: true });
  });
});

function broken(): string {
  const folder = copyFolder(sound, join(tempFolder(), 'desk'));
  const file = join(folder, DATABASE_FILE);
  const bytes = readFileSync(file);
  bytes.fill(0xff, 0, 100);
  writeFileSync(file, bytes);
  return folder;
}

type Known = { captions: Record<string, string>; own: string[]; waiting: string[]; listed: string[] };

function readKnown(folder: string): Promise<Known> {
  return atDesk(folder, async (desk) => {
    expect((await verifyDesk(desk)).problems).toEqual([]);
    const all = [before, after, sent];
    const filter = photoFilterSchema.parse({ query: 'thẻ' });
    const page = { sort: { by: 'name', descending: false }, offset: 0, limit: 9 } as const;
    return {
      captions: Object.fromEntries(
        all.flatMap((sha256) => {
          const record = desk.articles.record(sha256);
          return record === null ? [] : [[record.name, record.description]];
        }),
      ),
      own: all.filter((sha256) => isOwnPhoto(desk.db, sha256)),
      waiting: listOutbox(desk.db, 0, 99).map(({ articleId }) => articleId),
      listed: desk.photoLibrary.list({ ...filter, ...page }).rows.map(({ name }) => name),
    };
  });
}

const whole = (): Known => ({
  captions: { 'trước.jpg': 'Sau bản sao lưu', 'sau.jpg': 'Ảnh mới', 'gửi.jpg': 'Đã gửi' },
  own: [before, after],
  waiting: [photoRecordId(sent)],
  listed: ['gửi.jpg', 'sau.jpg', 'trước.jpg'],
});

describe('what is known of pictures', () => {
  it('is whole after a mending, and what is this computer’s alone stays so', async () => {
    const folder = broken();
    expect((await mendDesk({ deskFolder: folder, clock })).lost).toEqual([]);
    expect(await readKnown(folder)).toEqual(whole());
  });

  it('is whole after a mending without a backup', async () => {
    const folder = broken();
    for (const name of readdirSync(join(folder, 'backups'))) {
      if (name.endsWith('.json')) writeFileSync(join(folder, 'backups', name), '{}');
    }
    expect((await mendDesk({ deskFolder: folder, clock })).lost).toEqual([]);
    expect(await readKnown(folder)).toEqual(whole());
    await atDesk(folder, (desk) =>
      expect(desk.photoLibrary.people({ starts: 'liem', limit: 5 })).toMatchObject([
        { name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch', count: 1 },
      ]),
    );
  });

  it('that is lost is named by the picture’s file', async () => {
    const folder = copyFolder(sound, join(tempFolder(), 'desk'));
    const db = await openPlain(join(folder, DATABASE_FILE));
    const last = 'SELECT max(seq) FROM doc_updates WHERE article_id = ?';
    db.prepare(`UPDATE doc_updates SET bytes = zeroblob(length(bytes)) WHERE seq = (${last})`).run(
      photoRecordId(after),
    );
    db.close();
    expect((await mendDesk({ deskFolder: folder, clock })).lost).toMatchObject([
      { articleId: photoRecordId(after), headline: 'sau.jpg', what: 'updates', count: 1 },
    ]);
  });

  it('is as it was then after a backup was brought back', async () => {
    const folder = copyFolder(sound, join(tempFolder(), 'desk'));
    await restoreBackup({ deskFolder: folder, name: backup, appVersion: '1', clock });
    expect(await readKnown(folder)).toEqual({
      captions: { 'trước.jpg': 'Trước bản sao lưu', 'gửi.jpg': '' },
      own: [before, sent],
      waiting: [],
      listed: ['gửi.jpg', 'trước.jpg'],
    });
  });
});
