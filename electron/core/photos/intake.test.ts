import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { givePhoto } from '../../../tests/support/photo-room.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { placePhoto } from '../articles/place-photo.ts';
import { Desk } from '../desk/desk.ts';
import { resourcesFolder } from '../resources.ts';
import { listToUpload } from '../store/original-queue.ts';
import { isOwnPhoto } from '../store/own-photos.ts';
import { discardPhotoRow, findEmbeddedMetadata } from '../store/photos.ts';
import { findPictures } from './find-pictures.ts';

const sample = (name: string): string => join(resourcesFolder(), 'sample', `${name}.jpg`);
const boats = readFileSync(sample('nagasaki-boats'));
const canyon = readFileSync(sample('black-canyon'));

let folder: string;
let desk: Desk;
beforeEach(async () => {
  folder = tempFolder();
  desk = await Desk.open({ folder, name: 'Lan' });
});
afterEach(() => desk.close());

const take = (bytes: Uint8Array, name = 'anh.jpg', signal?: AbortSignal) =>
  desk.photoIntake.takeIn(bytes, { name, batch: 'Hội nghị', signal });

/** Every file of pictures, and how many rows each table has of them. */
function everything(): unknown {
  const kept = join(folder, 'photos');
  const entries = existsSync(kept) ? readdirSync(kept, { recursive: true, withFileTypes: true }) : [];
  const count = (table: string): unknown => desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  return {
    files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    rows: [
      'photos',
      'own_photos',
      'doc_updates',
      'photo_fingerprints',
      'photo_alikes',
      'discarded_photos',
      'outbox',
    ].map(count),
  };
}
const nothing = { files: [], rows: [0, 0, 0, 0, 0, 0, 0] };

describe('a picture taken into the library', () => {
  it('is this computer’s alone, with a record of what its file says', async () => {
    const taken = await take(boats, 'Thuyền.jpg');
    expect(taken).toMatchObject({ name: 'Thuyền.jpg', isNew: true, alike: [] });
    expect(isOwnPhoto(desk.db, taken.sha256)).toBe(true);
    expect(listToUpload(desk.db, 'photos')).toEqual([]);
    expect(desk.status().waiting.count).toBe(0);
    expect(desk.articles.record(taken.sha256)).toMatchObject({
      sha256: taken.sha256,
      batch: 'Hội nghị',
      shared: false,
    });
    expect(findEmbeddedMetadata(desk.db, taken.sha256)).not.toBeNull();
  });

  it('twice is one, under the name and in the take-in that it had first', async () => {
    const first = await take(boats, 'một.jpg');
    const [again, beside] = await Promise.all([take(boats, 'hai.jpg'), take(boats, 'ba.jpg')]);
    for (const taken of [again, beside]) expect(taken).toEqual({ ...first, isNew: false });
    expect(desk.db.prepare('SELECT count(*) FROM doc_updates').pluck().get()).toBe(1);
  });

  it('at the same time from two places is new once', async () => {
    const taken = await Promise.all([take(boats, 'một.jpg'), take(boats, 'hai.jpg')]);
    expect(taken.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  });

  it('that an article had before stays the office’s', async () => {
    const { sha256 } = await desk.photos.add(boats, 'anh.jpg');
    expect(await take(boats)).toMatchObject({ sha256, isNew: false });
    expect(isOwnPhoto(desk.db, sha256)).toBe(false);
    expect(listToUpload(desk.db, 'photos')).toEqual([sha256]);
  });

  it('tells which others look the same, and so do they', async () => {
    const first = await take(boats, 'gốc.jpg');
    await take(canyon, 'khác.jpg');
    const smaller = await take(await sharp(boats).resize(500).jpeg({ quality: 60 }).toBuffer(), 'nhỏ.jpg');
    expect(smaller.alike).toEqual([{ sha256: first.sha256, name: 'gốc.jpg', distance: expect.any(Number) }]);
    expect((await take(boats)).alike).toMatchObject([{ sha256: smaller.sha256, name: 'nhỏ.jpg' }]);
  });

  it('is told of to the pages', async () => {
    const told = vi.fn();
    desk.on((notice) => told(notice.type));
    await take(boats);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('photos'), { timeout: 5_000 });
  });

  it.each([
    ['before its turn', async () => AbortSignal.abort(new Error('thôi'))],
    [
      'under way',
      async () => {
        const stop = new AbortController();
        const unfinished = join(folder, 'photos', 'unfinished');
        const look = setInterval(() => {
          if (existsSync(unfinished) && readdirSync(unfinished).length > 0) stop.abort(new Error('thôi'));
        }, 1);
        stop.signal.addEventListener('abort', () => clearInterval(look));
        return stop.signal;
      },
    ],
  ])('and called off %s leaves nothing', async (_, signal) => {
    await expect(take(boats, 'anh.jpg', await signal())).rejects.toThrow('thôi');
    expect(everything()).toEqual(nothing);
    expect(await take(boats)).toMatchObject({ isNew: true });
  });

  it('is left out when the desk closes meanwhile', async () => {
    const many = Promise.allSettled([boats, canyon].map((bytes) => take(bytes)));
    await desk.close();
    for (const { status } of await many) expect(status).toBe('rejected');
    desk = await Desk.open({ folder });
    expect(everything()).toEqual(nothing);
  });
});

describe('a picture that is still being sent', () => {
  it('is the same picture in whatever pieces it comes', async () => {
    const { sha256 } = await take(boats);
    async function* pieces() {
      for (let at = 0; at < boats.length; at += 10_007) yield boats.subarray(at, at + 10_007);
    }
    expect(await desk.photoIntake.takeIn(pieces(), { name: 'anh.jpg', batch: '' })).toMatchObject({
      sha256,
      isNew: false,
    });
  });

  it('is given up once it is too large, however much is still to come', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024);
    }
    await expect(desk.photoIntake.takeIn(endless(), { name: 'anh.jpg', batch: '' })).rejects.toMatchObject({
      code: 'photo-too-large',
      details: { file: 'anh.jpg', limit: '100 MB' },
    });
    expect(everything()).toEqual(nothing);
  });

  it('holds nobody up who closes the desk, when its sender falls silent', async () => {
    async function* silent() {
      yield boats.subarray(0, 1_000);
      await new Promise(() => {});
    }
    const taking = expect(desk.photoIntake.takeIn(silent(), { name: 'anh.jpg', batch: '' })).rejects.toMatchObject({
      code: 'no-desk',
    });
    await desk.close();
    await taking;
    desk = await Desk.open({ folder });
    expect(everything()).toEqual(nothing);
  });
});

describe('putting away', () => {
  it('forgets a picture with its record and its files', async () => {
    const { sha256 } = await take(boats);
    await desk.photoRecords.change([{ sha256, change: { rating: 3 } }]);
    expect(await desk.photoIntake.discard([sha256])).toEqual({ done: 1, failed: [] });
    expect(everything()).toEqual(nothing);
    expect(desk.articles.record(sha256)).toBeNull();
    expect(
      desk.photoLibrary.list({
        query: '',
        aside: false,
        sort: { by: 'added', descending: true },
        offset: 0,
        limit: 10,
      }),
    ).toMatchObject({
      total: 0,
    });
    expect(await take(boats)).toMatchObject({ isNew: true });
    expect(desk.articles.record(sha256)).toMatchObject({ rating: 0 });
  });

  it('spares what stands in an article, what was sent, and what is not there', async () => {
    const [placed, sent, own] = [await take(boats), await take(canyon), await take(await blank().toBuffer())];
    const id = desk.createArticle();
    await desk.articles.applyLocal(id, placePhoto(desk.articles.state(id), desk.photos.info(placed.sha256), {}).update);
    await desk.photoRecords.change([{ sha256: sent.sha256, change: { shared: true } }]);
    const unknown = '0'.repeat(64);
    const { done, failed } = await desk.photoIntake.discard([placed.sha256, sent.sha256, unknown, own.sha256]);
    expect(done).toBe(1);
    expect(failed.map(({ sha256, error }) => [sha256, error.code])).toEqual([
      [placed.sha256, 'photo-in-use'],
      [sent.sha256, 'photo-in-use'],
      [unknown, 'photo-not-found'],
    ]);
    expect(await desk.photos.files.hashOf(placed.sha256)).toBe(placed.sha256);
  });

  it('puts nothing away as long as an article waits that may show it', async () => {
    const { sha256 } = await take(boats);
    const settle = vi.spyOn(desk.articles, 'settle').mockReturnValue(1);
    await expect(desk.photoIntake.discard([sha256])).rejects.toMatchObject({ code: 'lists-behind' });
    settle.mockRestore();
    expect(isOwnPhoto(desk.db, sha256)).toBe(true);
    expect(await desk.photos.files.hashOf(sha256)).toBe(sha256);
  });

  it('leaves no key press behind that came while others were put away', async () => {
    const room = { db: desk.db, now: '2026-11-26T01:00:00.000Z' };
    const all = Array.from({ length: 51 }, (_, index) => givePhoto(room, `${index}.jpg`));
    const id = photoRecordId(all[50]!);
    const doc = new Y.Doc();
    doc.getText('description').insert(0, 'Chú thích');
    const remove = desk.photos.files.remove.bind(desk.photos.files);
    let key: Promise<unknown> = Promise.resolve();
    vi.spyOn(desk.photos.files, 'remove').mockImplementation(async (sha256) => {
      await remove(sha256);
      // In the same moment in which the second slice begins.
      if (sha256 === all[49]) key = desk.articles.changeSide(id, Y.encodeStateAsUpdate(doc));
    });
    expect((await desk.photoIntake.discard(all)).done).toBe(51);
    await key;
    expect(everything()).toEqual(nothing);
  });

  it('is finished at the next opening where the process ended in the middle', async () => {
    const [gone, back] = [await take(boats), await take(canyon)];
    desk.db
      .transaction(() => {
        for (const { sha256 } of [gone, back]) {
          discardPhotoRow(desk.db, sha256);
          desk.articles.forgetRecord(photoRecordId(sha256));
        }
      })
      .immediate();
    expect(desk.photos.files.hasOriginal(gone.sha256)).toBe(true);
    // Taken in again before its files were removed.
    expect(await take(canyon)).toMatchObject({ isNew: true });
    await desk.close();
    desk = await Desk.open({ folder });
    expect(desk.photos.files.hasOriginal(gone.sha256)).toBe(false);
    expect(await desk.photos.files.hashOf(back.sha256)).toBe(back.sha256);
    expect((await desk.photos.file(back.sha256, 'thumb')).mime).toBe('image/jpeg');
  });
});

const blank = () => sharp({ create: { width: 200, height: 100, channels: 3, background: '#456' } }).png();

it('the files of a picture that is there again are not removed, whatever was noted of it', async () => {
  const { sha256 } = await take(boats);
  // As a mending leaves it that puts a newer note on an older backup.
  desk.db.exec(`INSERT INTO discarded_photos VALUES ('${sha256}')`);
  await desk.close();
  desk = await Desk.open({ folder });
  expect(await desk.photos.files.hashOf(sha256)).toBe(sha256);
  expect(desk.db.prepare('SELECT count(*) FROM discarded_photos').pluck().get()).toBe(0);
});

describe('pictures that were here before', () => {
  it('are looked into one after another: what their files say, and what looks like them', async () => {
    const first = await take(boats, 'gốc.jpg');
    const second = await take(await sharp(boats).resize(600).jpeg().toBuffer(), 'nhỏ.jpg');
    desk.db.exec('UPDATE photos SET metadata = NULL; DELETE FROM photo_fingerprints; DELETE FROM photo_alikes');
    await desk.close();
    desk = await Desk.open({ folder });
    expect(await desk.photoIntake.lookIntoOlder()).toBe(2);
    expect(await desk.photoIntake.lookIntoOlder()).toBe(0);
    expect((await take(boats)).alike).toMatchObject([{ sha256: second.sha256 }]);
    expect(await desk.photoIntake.seedOf(first.sha256)).toEqual(findEmbeddedMetadata(desk.db, first.sha256));
  });

  it('and cannot be read any more say nothing, and one whose file is away is left for later', async () => {
    const [broken, away] = [await take(boats), await take(canyon)];
    desk.db.exec('UPDATE photos SET metadata = NULL');
    writeFileSync(desk.photos.files.original(broken.sha256), boats.subarray(0, 2_000));
    await desk.photos.files.remove(away.sha256);
    expect(await desk.photoIntake.lookIntoOlder()).toBe(0);
    expect(findEmbeddedMetadata(desk.db, broken.sha256)).toMatchObject({ description: '' });
    expect(findEmbeddedMetadata(desk.db, away.sha256)).toBeNull();
    await expect(desk.photoIntake.seedOf(away.sha256)).rejects.toMatchObject({ code: 'photo-not-found' });
  });
});

it('a folder of pictures comes in by the names of its files', async () => {
  const card = join(tempFolder(), 'DCIM');
  mkdirSync(card);
  writeFileSync(join(card, 'DSC_0002.JPG'), canyon);
  writeFileSync(join(card, 'DSC_0001.JPG'), boats);
  const { files } = await findPictures(card);
  const taken = await Promise.all(files.map((path) => desk.photoIntake.takeInFile(path, { batch: 'DCIM' })));
  expect(taken.map(({ name }) => name)).toEqual(['DSC_0001.JPG', 'DSC_0002.JPG']);
});
