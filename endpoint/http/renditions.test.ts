import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { PhotoEdits } from '../../shared/photos/photo-details.ts';
import { photoRecordId } from '../../shared/photos/record-id.ts';
import { changeRecord, type RecordChange } from '../../shared/photos/write-record.ts';
import { eventHash } from '../../shared/workflow/event.ts';
import {
  approveArticle,
  documentForTest,
  type Office,
  openOffice,
  TestPerson,
  updateEntry,
} from '../testing/office-for-test.ts';

const SIZE = { width: 900, height: 600 };
/** A face with fine lines in it, which no rendition may show once it is pixelated. */
const face = { x: 0.2, y: 0.3, width: 0.2, height: 0.3 };
const child = { x: 0.6, y: 0.3, width: 0.2, height: 0.3 };

let office: Office;
let writer: TestPerson;
let reviewer: TestPerson;
let sha256: string;
beforeEach(async () => {
  office = await openOffice();
  writer = await TestPerson.joined(office, 'Lan', 'writer');
  reviewer = await TestPerson.joined(office, 'Minh', 'reviewer');
  const bytes = await pictureOf([face, child]);
  sha256 = createHash('sha256').update(bytes).digest('hex');
  await writer.send('PUT', `/v1/photos/${sha256}`, bytes);
});
afterEach(() => office.close());

async function pictureOf(lined: (typeof face)[]): Promise<Uint8Array> {
  const data = Buffer.alloc(SIZE.width * SIZE.height, 128);
  for (const { x, y, width, height } of lined) {
    for (let row = Math.round(y * SIZE.height); row < (y + height) * SIZE.height; row += 1) {
      for (let at = Math.round(x * SIZE.width); at < (x + width) * SIZE.width; at += 1) {
        data[row * SIZE.width + at] = (at >> 2) % 2 === 0 ? 0 : 255;
      }
    }
  }
  return new Uint8Array(
    await sharp(data, { raw: { ...SIZE, channels: 1 } })
      .png()
      .toBuffer(),
  );
}

const documentOf = (headline: string, edits?: PhotoEdits): ArticleDocument =>
  documentForTest(headline, {
    blocks: [
      { kind: 'photo', photo: 'p1' },
      { kind: 'paragraph', runs: [{ text: 'Nội dung.' }] },
    ],
    photos: [{ id: 'p1', sha256, caption: 'Chú thích', credit: 'Lan', alt: 'Mô tả', ...(edits && { edits }) }],
  });

/** Publishes an article; answers its address. */
async function publish(headline: string, edits?: PhotoEdits, id = newId()): Promise<{ id: string; url: string }> {
  await approveArticle(writer, reviewer, id, documentOf(headline, edits));
  await office.app.office.deliverer.run();
  const { entries } = await writer.pull();
  const events = entries.flatMap(({ entry }) => (entry.kind === 'event' ? [entry.event] : []));
  return { id, url: events.findLast((event) => event.articleId === id && event.type === 'published')?.url ?? '' };
}

const text = async (address: string): Promise<string> => (await fetch(new URL(address, office.url))).text();

/** Every address of a picture that stands in a page, its metadata and JSON-LD, in lists and in the feed. */
async function addresses(...pages: string[]): Promise<string[]> {
  const found = await Promise.all([...pages, '/', '/chuyen-muc/tin-tuc', '/rss.xml'].map(text));
  return [...new Set(found.join('\n').match(/\/photos\/[\w/:-]+\.(?:jpg|webp)/gu) ?? [])];
}

const status = async (address: string): Promise<number> => (await fetch(office.url + address)).status;

/** How strong the lines are in an area, 0 to 255. */
async function contrast(address: string, area: typeof face): Promise<number> {
  const response = await fetch(office.url + address);
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  const { data, info } = await sharp(Buffer.from(await response.arrayBuffer()))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Crops around the middle: of such a picture they cut off what is far from it.
  const scale = Math.max(info.width / SIZE.width, info.height / SIZE.height);
  let least = 255;
  let most = 0;
  const middle = { x: (area.x + area.width / 2 - 0.5) * SIZE.width, y: (area.y + area.height / 2 - 0.5) * SIZE.height };
  for (let y = -40; y <= 40; y += 1) {
    for (let x = -40; x <= 40; x += 1) {
      const left = Math.round(info.width / 2 + (middle.x + x) * scale);
      const top = Math.round(info.height / 2 + (middle.y + y) * scale);
      const value = data[top * info.width + left];
      if (value === undefined || left < 0 || left >= info.width) continue;
      [least, most] = [Math.min(least, value), Math.max(most, value)];
    }
  }
  return most - least;
}

const plain = ['480.jpg', '960.jpg', '1600.jpg', '480.webp', '960.webp'].map(
  (file) => () => `/photos/${sha256}/${file}`,
);

describe('a picture without edits', () => {
  it('keeps the addresses that it has always had, and is cropped for lists and other sites', async () => {
    const { url } = await publish('Không sửa');
    for (const address of plain) expect(await contrast(address(), face)).toBeGreaterThan(100);
    const shown = await addresses(url);
    expect(shown).toContain(`/photos/${sha256}/960.jpg`);
    const og = /og:image" content="[^"]*?(\/photos[^"]+)"/u.exec(await text(url))![1]!;
    const { width, height } = await sharp(Buffer.from(await (await fetch(office.url + og)).arrayBuffer())).metadata();
    expect([width, height]).toEqual([900, 506]);
    for (const address of shown) expect(await status(address), address).toBe(200);
  });
});

describe('a picture that is pixelated in a live article', () => {
  it('can be had from no public address as it was', async () => {
    const { url } = await publish('Cháu bé', { pixelated: [face, child] });
    const shown = await addresses(url);
    expect(shown.length).toBeGreaterThan(5);
    expect(new Set(shown.map((address) => address.split('/')[3])).size).toBe(4);
    for (const address of shown) {
      expect(await contrast(address, face), address).toBeLessThan(40);
      expect(await contrast(address, child), address).toBeLessThan(40);
    }
    for (const address of plain) expect(await status(address())).toBe(404);
    expect((await fetch(`${office.url}/v1/photos/${sha256}`)).status).toBe(401);
  });

  it('is so in every other article too, also in one that was approved before, and keeps its crop there', async () => {
    const before = await publish('Trước', { crops: { free: { x: 0, y: 0, width: 1, height: 0.8 } } });
    const former = await addresses(before.url);
    for (const address of former) expect(await status(address)).toBe(200);
    await publish('Sau', { pixelated: [face] });
    await publish('Sau nữa', { pixelated: [child] });
    for (const address of former) expect(await status(address), address).toBe(404);
    const html = await text(before.url);
    const image = /<img[^>]+src="([^"]+)"[^>]+width="900" height="480"/u.exec(html)![1]!;
    const response = await fetch(office.url + image);
    expect(response.status).toBe(200);
    for (const address of await addresses(before.url)) {
      expect(await contrast(address, face), address).toBeLessThan(40);
      expect(await contrast(address, child), address).toBeLessThan(40);
    }
  });

  it('has the edition of an article no longer than that is live', async () => {
    const { id, url } = await publish('Sẽ gỡ', { pixelated: [face] });
    const shown = (await addresses(url)).filter((address) => address.includes(sha256));
    const { entries } = await writer.pull();
    const events = entries.flatMap(({ entry }) => (entry.kind === 'event' ? [entry.event] : []));
    const last = events.findLast((event) => event.articleId === id)!;
    await reviewer.push(
      reviewer.eventEntry(id, 'withdrawn', eventHash(last), { revision: last.revision, reason: 'Sai' }),
    );
    await office.app.office.deliverer.run();
    for (const address of shown) expect(await status(address), address).toBe(404);
  });
});

describe('a picture that was approved before it was known that a face must be hidden', () => {
  const note = async (change: RecordChange): Promise<void> => {
    const doc = new Y.Doc();
    changeRecord(doc, change, 'test');
    const id = photoRecordId(sha256);
    await writer.push(updateEntry(id, Uint8Array.of(1)), updateEntry(id, Y.encodeStateAsUpdate(doc)));
  };

  it('is published with it hidden', async () => {
    await note({ withheld: true, pixelated: { a: child } });
    const { url } = await publish('Duyệt trước', { pixelated: [face] });
    const shown = await addresses(url);
    expect(shown.length).toBeGreaterThan(5);
    for (const address of shown) {
      expect(await contrast(address, face), address).toBeLessThan(40);
      expect(await contrast(address, child), address).toBeLessThan(40);
    }
    for (const address of plain) expect(await status(address())).toBe(404);
  });

  it('is not shown where nobody has said yet which', async () => {
    await note({ withheld: true });
    const { url } = await publish('Duyệt trước');
    expect(await addresses(url)).toEqual([]);
    for (const address of plain) expect(await status(address())).toBe(404);
  });
});

describe('a picture that is held back', () => {
  it('stands nowhere, and has no address', async () => {
    const other = await publish('Cùng ảnh');
    const { url } = await publish('Chưa che mặt', { withheld: true });
    expect(url).not.toBe('');
    expect((await text(url)).match(/<figure/gu)).toHaveLength(1);
    expect(await addresses(url, other.url)).toEqual([]);
    for (const address of plain) expect(await status(address())).toBe(404);
  });

  it('is shown once its faces are pixelated', async () => {
    const { url } = await publish('Đã che mặt', { withheld: true, pixelated: [face, child] });
    const shown = await addresses(url);
    expect(shown.length).toBeGreaterThan(5);
    for (const address of shown) expect(await contrast(address, child), address).toBeLessThan(40);
  });
});

it('no address that a page does not name shows anything', async () => {
  await publish('Xén', { crops: { free: { x: 0, y: 0, width: 0.5, height: 0.5 } } });
  for (const path of ['960.jpg', 'abc/960.jpg', '0123456789abcdef/960.jpg', '../960.jpg', '961.jpg', '960.png']) {
    expect(await status(`/photos/${sha256}/${path}`), path).toBe(404);
  }
});
