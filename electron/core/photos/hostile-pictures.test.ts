/** Files that mean harm, or that somebody's card made of them: each a clear answer, and nothing half taken in. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../shared/contract/office.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { storedHeaders } from '../page/stored-path.ts';
import { resourcesFolder } from '../resources.ts';
import type { WritableDb } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { findEmbeddedMetadata } from '../store/photos.ts';
import { Photos } from './photos.ts';

const jpeg = readFileSync(join(resourcesFolder(), 'sample', 'black-canyon.jpg'));
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

let folder: string;
let db: WritableDb;
let photos: Photos;
beforeEach(async () => {
  folder = tempFolder();
  db = await openDatabase(folder);
  photos = new Photos({ db, folder, clock: () => new Date('2026-11-26T01:00:00Z') });
});
afterEach(async () => {
  await photos.close();
  db.close();
});

function filesAndRows(): [string[], unknown, unknown] {
  const kept = join(folder, 'photos');
  const entries = existsSync(kept) ? readdirSync(kept, { recursive: true, withFileTypes: true }) : [];
  const count = (table: string): unknown => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  return [entries.filter((entry) => entry.isFile()).map(({ name }) => name), count('photos'), count('doc_updates')];
}

function chunk(kind: string, body: Buffer): Buffer {
  const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([latin(kind), body])];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Of one grey, in one bit a pixel; `rows`: as many as are really there. */
function greyPng(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const body = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG whose header claims another size than it has. */
function claiming(width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg);
  let at = 2;
  while (bytes[at + 1] !== 0xc0 && bytes[at + 1] !== 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  bytes.writeUInt16BE(height, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

const withSegment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
};

describe('refused, in words, with nothing left:', () => {
  it.each([
    ['a bomb of 20,000 x 20,000 pixels in a few kilobytes', () => greyPng(20_000, 20_000, 20_000), 'photo-too-large'],
    ['a header of 50,000 x 50,000', () => claiming(50_000, 50_000), 'photo-too-large'],
    ['a header of more than there is', () => greyPng(3_000, 3_000, 20), 'photo-truncated'],
    [
      'a drawing with a script',
      () => latin('<?xml version="1.0"?><svg><script>alert(1)</script></svg>'),
      'photo-not-an-image',
    ],
    [
      'a page that ends as a picture',
      () => Buffer.concat([latin('<html><script>1</script>'), jpeg]),
      'photo-not-an-image',
    ],
    ['an archive', () => latin('PK\x03\x04'), 'photo-not-an-image'],
    ['a picture of a phone', () => latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'photo-heic'],
  ])('%s', async (_, bytes, code) => {
    await expect(photos.add(bytes(), 'anh.jpg')).rejects.toMatchObject({ code, details: { file: 'anh.jpg' } });
    expect(filesAndRows()).toEqual([[], 0, 0]);
  });

  it('a folder', async () => {
    const path = join(tempFolder(), 'ảnh.jpg');
    mkdirSync(path);
    await expect(photos.addFile(path)).rejects.toMatchObject({
      code: 'photo-not-an-image',
      details: { file: 'ảnh.jpg' },
    });
    expect(filesAndRows()).toEqual([[], 0, 0]);
  });

  it('a file that grows while it is read', async () => {
    const path = join(tempFolder(), 'đang chép.jpg');
    writeFileSync(path, Buffer.concat([jpeg, Buffer.alloc(40 * 2 ** 20)]));
    const adding = photos.addFile(path);
    const refused = expect(adding).rejects.toMatchObject({ code: 'photo-changed', details: { file: 'đang chép.jpg' } });
    const unfinished = join(folder, 'photos', 'unfinished');
    const hasBegun = (): boolean =>
      existsSync(unfinished) && readdirSync(unfinished).some((name) => statSync(join(unfinished, name)).size > 0);
    while (!hasBegun()) await setImmediate();
    appendFileSync(path, 'thêm');
    await refused;
    expect(filesAndRows()).toEqual([[], 0, 0]);
  });
});

describe('taken for what they are:', () => {
  it('a picture under another’s ending', async () => {
    const png = await sharp(jpeg).resize(40).png().toBuffer();
    expect(await photos.add(png, 'anh.jpg')).toMatchObject({ format: 'png' });
  });

  it('a picture that is an archive and a page as well: byte for byte, and never anything but a picture to a browser', async () => {
    const both = Buffer.concat([jpeg, latin('<script>alert(1)</script>PK\x05\x06'), Buffer.alloc(18)]);
    const { sha256 } = await photos.add(both, 'anh.html');
    expect(Buffer.from(await photos.read(sha256)).equals(both)).toBe(true);
    const headers = storedHeaders(await photos.shownOriginal(sha256));
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('a picture with megabytes behind its end, as long as they are not too many', async () => {
    const long = Buffer.concat([jpeg, Buffer.alloc(30 * 2 ** 20)]);
    expect(await photos.add(long, 'anh.jpg')).toMatchObject({ bytes: long.length });
    const longer = new Blob([jpeg, new Uint8Array(MAX_PHOTO_BYTES)]);
    await expect(photos.add(longer, 'anh.jpg')).rejects.toMatchObject({ code: 'photo-too-large' });
  });

  it('a picture with ten thousand records of IPTC', async () => {
    const record = Buffer.concat([Buffer.from([0x1c, 2, 25, 0, 1]), latin('k')]);
    const iim = Buffer.concat(Array.from({ length: 10_000 }, () => record));
    const head = latin('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0');
    head.writeUInt32BE(iim.length, head.length - 4);
    const { sha256 } = await photos.add(withSegment(0xed, Buffer.concat([head, iim])), 'anh.jpg');
    expect(findEmbeddedMetadata(db, sha256)?.keywords).toEqual(['k']);
  });

  it('a picture whose XMP would unfold without end', async () => {
    const entities = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const packet = `http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY e0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><photoshop:Headline>&e12;&f;</photoshop:Headline>
      </rdf:Description></rdf:RDF></x:xmpmeta>`;
    const { sha256 } = await photos.add(withSegment(0xe1, latin(packet)), 'anh.jpg');
    const { headline } = findEmbeddedMetadata(db, sha256)!;
    expect(headline).not.toContain('root:');
    expect(headline.length).toBeLessThan(100);
  });
});
