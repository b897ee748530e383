import { rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { placePhoto } from '../articles/place-photo.ts';
import { Desk } from '../desk/desk.ts';
import { previewImport } from '../exchange/import-file.ts';
import { readImportFile } from '../exchange/read-import-file.ts';
import { resourcesFolder } from '../resources.ts';
import { DATABASE_FILE, openDatabase } from '../store/open-database.ts';
import { type Fault, faultText } from './faults.ts';
import { verifyDesk } from './verify-desk.ts';

const sample = join(resourcesFolder(), 'sample');
let folder: string;
let desk: Desk;
let id: string;
let photo: string;
let file: string;

/** A desk with one of everything: an article with a picture, and a document, submitted, recalled, and edited since. */
beforeEach(async () => {
  folder = tempFolder();
  desk = await Desk.open({ folder, name: 'Lan' });
  const { bytes, name } = await readImportFile(join(sample, 'seed-article.txt'));
  id = desk.importArticle(previewImport(bytes, name));
  const info = await desk.photos.addFile(join(sample, 'nagasaki-boats.jpg'));
  photo = info.sha256;
  file = (await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf')).sha256;
  for (let place = 1; place <= 4; place += 1) {
    const words = { credit: 'Hoa', alt: 'Thuyền' };
    await desk.articles.applyLocal(id, placePhoto(desk.articles.state(id), info, words, place).update);
  }
  desk.act({ id, action: 'submit' });
  desk.act({ id, action: 'recall' });
  await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('body', ' Viết thêm.')));
});
afterEach(() => desk.close());

async function faults(): Promise<Fault[]> {
  return [...new Set((await verifyDesk(desk)).problems.map(({ fault }) => fault))];
}

describe('a check', () => {
  it('finds a sound desk sound, and counts what it saw', async () => {
    expect(await verifyDesk(desk)).toEqual({
      checked: { articles: 1, updates: 7, events: 3, revisions: 1, photos: 1, files: 1 },
      problems: [],
    });
  });

  it('finds it sound again when it is opened anew', async () => {
    await desk.close();
    desk = await Desk.open({ folder });
    expect((await verifyDesk(desk)).problems).toEqual([]);
  });

  it('takes nothing for damage that another process writes meanwhile', async () => {
    const other = await Desk.open({ folder });
    const settle = desk.articles.settle.bind(desk.articles);
    vi.spyOn(desk.articles, 'settle').mockImplementation(() => {
      const behind = settle();
      void other.articles.applyLocal(id, editOf(other.articles.state(id), typed('body', 'vừa gõ')));
      other.articles.flush();
      return behind;
    });
    expect((await verifyDesk(desk)).problems).toEqual([]);
    vi.restoreAllMocks();
    await other.close();
  });

  it('changes nothing', async () => {
    desk.articles.settle();
    const beside = await openDatabase(folder);
    const before = beside.pragma('data_version');
    await verifyDesk(desk);
    expect(beside.pragma('data_version')).toEqual(before);
    beside.close();
  });

  it.each<[string, string, Fault[]]>([
    [
      'a row of the log that is not as it was written',
      'UPDATE doc_updates SET bytes = zeroblob(30) WHERE seq = 3',
      ['update-bytes', 'search-differs', 'photo-uses-differ'],
    ],
    [
      'a row of what is known of a picture that is not as it was written',
      'UPDATE doc_updates SET bytes = zeroblob(30) WHERE seq = 2',
      ['update-bytes', 'photo-row-differs'],
    ],
    ['a picture that the photo library shows otherwise', 'UPDATE photo_rows SET rating = 5', ['photo-row-differs']],
    ['somebody who is named otherwise', "UPDATE photo_people_named SET title = 'khác'", ['people-differ']],
    ['a picture that is used elsewhere', 'DELETE FROM photo_uses', ['photo-uses-differ']],
    ['a count of uses that is wrong', 'UPDATE photo_rows SET uses = 9', ['photo-row-differs']],
    [
      'a row of the log that is gone',
      'DELETE FROM doc_updates WHERE seq = 1',
      ['updates-missing', 'projection-differs', 'search-differs', 'photo-uses-differ', 'people-differ'],
    ],
    ['a list that shows something else', "UPDATE articles SET headline = 'Khác'", ['projection-differs']],
    [
      'an article that no log has',
      "CREATE TEMP TABLE a AS SELECT * FROM articles; UPDATE a SET id = 'ma'; INSERT INTO articles SELECT * FROM a; DROP TABLE a",
      ['projection-differs'],
    ],
    ['a text that searches find otherwise', "UPDATE article_search_rows SET text = 'khác'", ['search-differs']],
    [
      'a snapshot of something else',
      'INSERT INTO doc_snapshots SELECT article_id, 3, bytes, crc32, at FROM doc_updates WHERE seq = 1',
      ['snapshot-differs'],
    ],
    [
      'an event that was changed',
      `UPDATE events SET json = replace(json, '"recalled"', '"spiked"')`,
      ['projection-differs', 'photo-uses-differ', 'people-differ', 'event-hash', 'event-signature'],
    ],
    [
      'an event in the middle that is gone',
      "UPDATE events SET standing = 'accepted', seq = position; DELETE FROM stale_articles; DELETE FROM events WHERE json LIKE '%submitted%'",
      ['event-chain', 'outbox-entry'],
    ],
    [
      'an event that is no JSON any more',
      "UPDATE events SET json = substr(json, 2) WHERE json LIKE '%recalled%'",
      ['event-unreadable'],
    ],
    [
      'an event that cannot be read',
      "UPDATE events SET json = '{}' WHERE json LIKE '%recalled%'",
      ['event-unreadable'],
    ],
    ['a revision that was changed', "UPDATE revisions SET json = replace(json, 'Hội', 'Hồi')", ['revision-hash']],
    ['a revision that is gone', 'DELETE FROM revisions', ['event-revision', 'outbox-entry']],
  ])('finds %s', async (_, sql, expected) => {
    // The log is append-only and marks its articles; damage does not.
    desk.db.exec('DROP TRIGGER event_changes_make_stale');
    desk.articles.settle();
    desk.db.exec(sql);
    expect((await faults()).sort()).toEqual([...expected].sort());
  });

  it('finds a signature that is another device’s', async () => {
    desk.db.exec(`UPDATE events SET json = json_set(json, '$.signature', 'AAAA')`);
    expect(await faults()).toContain('event-signature');
  });

  it('finds an attached document that is gone, and one that was changed', async () => {
    rmSync(desk.files.files.original(file));
    expect(await faults()).toEqual(['file-missing']);
    writeFileSync(desk.files.files.original(file), 'khác');
    expect(await faults()).toEqual(['file-hash']);
  });

  it('finds a photo that is gone, and one that was changed', async () => {
    rmSync(desk.photos.files.original(photo));
    expect(await faults()).toEqual(['photo-missing']);
    writeFileSync(desk.photos.files.original(photo), 'khác');
    expect(await faults()).toEqual(['photo-hash']);
  });

  it('finds a damaged page of the file, and says of the rest what can be read', async () => {
    const pageSize = desk.db.pragma('page_size', { simple: true }) as number;
    const root = desk.db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'revisions'").pluck().get() as number;
    await desk.close();
    const file = await open(join(folder, DATABASE_FILE), 'r+');
    await file.write(Buffer.alloc(pageSize, 0xa5), 0, pageSize, (root - 1) * pageSize);
    await file.close();
    desk = await Desk.open({ folder });
    const { checked, problems } = await verifyDesk(desk);
    expect(problems.map(({ fault }) => fault)).toContain('database-page');
    expect(checked).toMatchObject({ articles: 1, updates: 7, photos: 1, revisions: 0 });
  });

  it('says each fault in both languages, with what it is about', () => {
    for (const language of ['vi', 'en'] as const) {
      expect(faultText({ fault: 'photo-hash', id: 'abc' }, language)).toContain('abc');
    }
  });
});
