import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PhotoEdits } from '../../../shared/photos/photo-details.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { resourcesFolder } from '../resources.ts';
import type { WritableDb } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { EditedPhotos } from './edited-photos.ts';
import { Photos } from './photos.ts';

let db: WritableDb;
let photos: Photos;
let edited: EditedPhotos;
let sha256: string;
beforeEach(async () => {
  const folder = tempFolder();
  db = await openDatabase(folder);
  photos = new Photos({ db, folder, clock: () => new Date('2026-11-24T01:00:00Z') });
  edited = new EditedPhotos(photos);
  ({ sha256 } = await photos.addFile(join(resourcesFolder(), 'sample', 'nagasaki-boats.jpg')));
});
afterEach(() => db.close());

const measured = async (size: 'thumb' | 'preview', edits: PhotoEdits): Promise<{ width: number; height: number }> => {
  const { width, height } = await sharp((await edited.file(sha256, size, edits)).path).metadata();
  return { width, height };
};

it('a photo without edits that show is the rendition that is there', async () => {
  const plain = await photos.file(sha256, 'preview');
  expect(await edited.file(sha256, 'preview')).toEqual(plain);
  expect(await edited.file(sha256, 'preview', { withheld: true, focus: { x: 0, y: 0 } })).toEqual(plain);
  const { width, height } = photos.info(sha256);
  expect(edited.size(sha256)).toEqual({ width, height });
});

it('each edit has a file of its own, in both sizes, and the original stays', async () => {
  const { width, height } = photos.info(sha256);
  const turned: PhotoEdits = { turn: 90 };
  const cropped: PhotoEdits = { turn: 90, crops: { free: { x: 0, y: 0, width: 1, height: 0.5 } } };
  expect(edited.size(sha256, turned)).toEqual({ width: height, height: width });
  expect(edited.size(sha256, cropped)).toEqual({ width: height, height: Math.round(width / 2) });
  const preview = await measured('preview', turned);
  expect(preview.width / preview.height).toBeCloseTo(height / width, 2);
  const thumb = await measured('thumb', cropped);
  expect(Math.max(thumb.width, thumb.height)).toBe(320);
  expect(thumb.width / thumb.height).toBeCloseTo((2 * height) / width, 1);
  const paths = [await edited.file(sha256, 'preview', turned), await edited.file(sha256, 'preview', cropped)];
  expect(new Set(paths.map(({ path }) => path)).size).toBe(2);
  expect(await photos.files.hashOf(sha256)).toBe(sha256);
});

it('asked for by many at once it is made once', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => edited.file(sha256, 'thumb', { turn: 180 })));
  expect(new Set(asked.map(({ path }) => path)).size).toBe(1);
  expect(existsSync(asked[0]!.path)).toBe(true);
});

it('of a picture that is edited again and again only the last ones are kept', async () => {
  for (let step = 1; step <= 14; step += 1) await edited.file(sha256, 'thumb', { straighten: step });
  const kept = readdirSync(dirname(photos.files.original(sha256)));
  expect(kept.filter((name) => /\.[0-9a-f]{16}\./.test(name)).length).toBeLessThanOrEqual(12);
  expect(kept).toEqual(expect.arrayContaining([sha256, `${sha256}.thumb.jpg`, `${sha256}.preview.jpg`]));
  expect(existsSync((await edited.file(sha256, 'thumb', { straighten: 14 })).path)).toBe(true);
});

it('what is old is taken away by two at once, and neither stumbles over the other', async () => {
  const keys = Array.from({ length: 40 }, (_, index) => index.toString(16).padStart(16, '0'));
  for (const key of keys) await photos.files.writeRendition(sha256, 'thumb', new Uint8Array([1]), key);
  const left = (): string[] => keys.filter((key) => existsSync(photos.files.rendition(sha256, 'thumb', key)));
  const first = photos.files.removeOldEdited(sha256, 0);
  while (left().length === keys.length) await setImmediate();
  await Promise.all([first, photos.files.removeOldEdited(sha256, 0)]);
  expect(left()).toEqual([]);
});

it('a photo that is not here is not found, edited or not', async () => {
  await expect(edited.file('0'.repeat(64), 'thumb', { turn: 90 })).rejects.toMatchObject({ code: 'photo-not-found' });
});
