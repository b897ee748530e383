import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../shared/contract/office.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { resourcesFolder } from '../resources.ts';
import type { WritableDb } from '../store/database.ts';
import { hasArticle } from '../store/doc-log.ts';
import { openDatabase } from '../store/open-database.ts';
import { listOriginals, listToUpload } from '../store/original-queue.ts';
import { isOwnPhoto } from '../store/own-photos.ts';
import { findEmbeddedMetadata } from '../store/photos.ts';
import { Photos } from './photos.ts';

const samples = join(resourcesFolder(), 'sample');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let db: WritableDb;
let photos: Photos;
beforeEach(async () => {
  folder = tempFolder();
  db = await openDatabase(folder);
  photos = new Photos({ db, folder, clock: () => new Date('2026-11-24T01:00:00Z') });
});
afterEach(async () => {
  await photos.close();
  db.close();
});

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 60 } } });

/** Every file below photos/, and the rows. */
const everything = (): string[] => {
  const kept = join(folder, 'photos');
  const entries = existsSync(kept) ? readdirSync(kept, { recursive: true, withFileTypes: true }) : [];
  return [...entries.filter((entry) => entry.isFile()).map(({ name }) => name), ...listOriginals(db, 'photos')];
};

describe('a picture', () => {
  it('is kept byte for byte under its hash, with smaller ones to show, and waits to be sent', async () => {
    const path = join(samples, 'nagasaki-boats.jpg');
    const bytes = readFileSync(path);
    const info = await photos.addFile(path);
    expect(info).toMatchObject({ sha256: hashOf(bytes), bytes: bytes.length, format: 'jpeg' });
    expect(Buffer.from(await photos.read(info.sha256)).equals(bytes)).toBe(true);
    const longest = async (size: 'thumb' | 'preview'): Promise<number> => {
      const { width, height } = await sharp((await photos.file(info.sha256, size)).path).metadata();
      return Math.max(width, height);
    };
    expect(await longest('thumb')).toBe(320);
    expect(await longest('preview')).toBe(Math.min(1600, Math.max(info.width, info.height)));
    expect(await photos.file(info.sha256, 'original')).toMatchObject({ mime: 'image/jpeg' });
    expect(listToUpload(db, 'photos')).toEqual([info.sha256]);
  });

  it('added twice is one, under the name it had first', async () => {
    const bytes = await blank(40, 30).png().toBuffer();
    const first = await photos.add(bytes, 'anh.png');
    expect(await photos.add(bytes, 'ten-khac.png')).toEqual(first);
    expect(listOriginals(db, 'photos')).toEqual([first.sha256]);
  });

  it.each(['png', 'webp', 'jpeg', 'avif', 'tiff'] as const)('may be %s', async (format) => {
    const info = await photos.add(await blank(50, 40).toFormat(format).toBuffer(), 'anh');
    expect(info).toMatchObject({ format, width: 50, height: 40 });
  });

  it('that no browser shows is shown by its preview, and others as they are', async () => {
    const mimeOf = async (format: 'tiff' | 'avif'): Promise<string> => {
      const { sha256 } = await photos.add(await blank(50, 40).toFormat(format).toBuffer(), 'anh');
      return (await photos.shownOriginal(sha256)).mime;
    };
    expect(await mimeOf('tiff')).toBe('image/jpeg');
    expect(await mimeOf('avif')).toBe('image/avif');
  });

  it('that the camera turned has the width and height that a person sees', async () => {
    const bytes = await blank(60, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await photos.add(bytes, 'xoay.jpg')).toMatchObject({ width: 20, height: 60 });
  });

  it('has its smaller ones made again where they are gone', async () => {
    const { sha256 } = await photos.add(await blank(900, 600).jpeg().toBuffer(), 'anh.jpg');
    rmSync(photos.files.rendition(sha256, 'thumb'));
    const [one, two] = await Promise.all([photos.file(sha256, 'thumb'), photos.file(sha256, 'thumb')]);
    expect(one).toEqual(two);
    expect((await sharp(one.path).metadata()).width).toBe(320);
  });

  it('whose original is gone is not found, and can be added again', async () => {
    const bytes = await blank(40, 30).jpeg().toBuffer();
    const { sha256 } = await photos.add(bytes, 'anh.jpg');
    rmSync(photos.files.original(sha256));
    await expect(photos.file(sha256, 'preview')).rejects.toMatchObject({ code: 'photo-not-found' });
    await photos.add(bytes, 'anh.jpg');
    expect(await photos.files.hashOf(sha256)).toBe(sha256);
  });
});

describe('what is refused leaves nothing behind:', () => {
  const jpeg = readFileSync(join(samples, 'black-canyon.jpg'));

  it.each([
    ['text', Buffer.from('Đây không phải là ảnh'), 'photo-not-an-image'],
    ['nothing', Buffer.alloc(0), 'photo-empty'],
    ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-not-an-image'],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'photo-animated'],
    ['a picture cut off in the middle', jpeg.subarray(0, jpeg.length / 2), 'photo-truncated'],
    ['a picture cut off near the end', jpeg.subarray(0, jpeg.length - 3_000), 'photo-truncated'],
    ['a header and nothing', jpeg.subarray(0, 30), 'photo-truncated'],
    [
      'noise behind the first bytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5_000, 7)]),
      'photo-truncated',
    ],
    ['too many bytes', Buffer.alloc(MAX_PHOTO_BYTES + 1), 'photo-too-large'],
  ])('%s', async (_, bytes, code) => {
    await expect(photos.add(bytes, 'tệp.jpg')).rejects.toMatchObject({ code, details: { file: 'tệp.jpg' } });
    expect(everything()).toEqual([]);
  });

  it('a picture of more pixels than memory holds', async () => {
    // 60,000 x 60,000 in a few bytes: the header of a PNG, which is all that is read of it.
    const header = Buffer.alloc(25);
    header.write('\u0000\u0000\u0000\rIHDR', 'latin1');
    header.writeUInt32BE(60_000, 8);
    header.writeUInt32BE(60_000, 12);
    header.set([8, 2, 0, 0, 0], 16);
    const { crc32 } = await import('node:zlib');
    header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
    const png = Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      header,
      Buffer.from('\u0000\u0000\u0000\u0000IDAT', 'latin1'),
      Buffer.alloc(4),
    ]);
    await expect(photos.add(png, 'bom.png')).rejects.toMatchObject({
      code: 'photo-too-large',
      details: { limit: '200 MP' },
    });
    expect(everything()).toEqual([]);
  });

  it('a file that is not there', async () => {
    await expect(photos.addFile(join(folder, 'không-có.jpg'))).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('bytes that are not those of the hash they came by', async () => {
    const bytes = await blank(10, 10).jpeg().toBuffer();
    await expect(photos.receive('a'.repeat(64), bytes)).rejects.toMatchObject({ code: 'photo-hash-mismatch' });
    expect(everything()).toEqual([]);
  });
});

it('a picture from the endpoint is kept and not sent back', async () => {
  const bytes = await blank(10, 10).jpeg().toBuffer();
  await photos.receive(hashOf(bytes), bytes);
  expect(listOriginals(db, 'photos')).toHaveLength(1);
  expect(listToUpload(db, 'photos')).toEqual([]);
  // All is learnt of it that is learnt of a picture that is taken in here.
  const sha256 = hashOf(bytes);
  expect(findEmbeddedMetadata(db, sha256)).not.toBeNull();
  expect([isOwnPhoto(db, sha256), hasArticle(db, photoRecordId(sha256))]).toEqual([false, true]);
});

it('what an end in the middle of writing left is cleared away, and what another process writes now is not', async () => {
  await photos.add(await blank(10, 10).jpeg().toBuffer(), 'anh.jpg');
  const unfinished = join(folder, 'photos', 'unfinished');
  const gone = join(unfinished, '2147483646.left-behind');
  const other = join(unfinished, `${process.ppid}.being-written`);
  writeFileSync(gone, 'half');
  writeFileSync(other, 'half');
  await photos.files.removeUnfinished();
  expect(readdirSync(unfinished)).toEqual([`${process.ppid}.being-written`]);
});

describe('what a picture says of itself', () => {
  /** A JPEG with an XMP packet, and IPTC-IIM and EXIF beside it if they are given. */
  async function withMetadata(options: {
    xmp?: string;
    iptc?: Record<number, Buffer>;
    exif?: string;
  }): Promise<Buffer> {
    const plain = await blank(30, 20).jpeg().toBuffer();
    const segments: Buffer[] = [];
    if (options.exif !== undefined) segments.push(segment(0xe1, exifBlock(options.exif)));
    if (options.xmp !== undefined) {
      const packet = Buffer.from(`http://ns.adobe.com/xap/1.0/\u0000${options.xmp}`, 'utf8');
      segments.push(segment(0xe1, packet));
    }
    if (options.iptc !== undefined) segments.push(segment(0xed, photoshopBlock(options.iptc)));
    return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
  }

  function segment(marker: number, body: Buffer): Buffer {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  }

  /** One entry, ImageDescription, whose text stands behind the directory. */
  function exifBlock(text: string): Buffer {
    const value = Buffer.from(`${text}\u0000`, 'utf8');
    const tiff = Buffer.alloc(26);
    tiff.write('II*\u0000', 'latin1');
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(1, 8);
    tiff.writeUInt16LE(0x010e, 10);
    tiff.writeUInt16LE(2, 12);
    tiff.writeUInt32LE(value.length, 14);
    tiff.writeUInt32LE(tiff.length, 18);
    return Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), tiff, value]);
  }

  function photoshopBlock(datasets: Record<number, Buffer>): Buffer {
    const iim = Buffer.concat(
      Object.entries(datasets).map(([number, value]) => {
        const head = Buffer.from([0x1c, 2, Number(number), 0, 0]);
        head.writeUInt16BE(value.length, 3);
        return Buffer.concat([head, value]);
      }),
    );
    const head = Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1');
    head.writeUInt32BE(iim.length, head.length - 4);
    return Buffer.concat([head, iim, Buffer.alloc(iim.length % 2)]);
  }

  const xmp = (inner: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const alternatives = (...items: [string, string][]): string =>
    `<rdf:Alt>${items.map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`).join('')}</rdf:Alt>`;

  it('fills caption, credit and alternative text, Vietnamese first', async () => {
    const bytes = await withMetadata({
      xmp: xmp(
        `<dc:description>${alternatives(['x-default', 'Boats'], ['vi', 'Thuyền về bến'])}</dc:description>
         <photoshop:Credit>Báo Nghệ An</photoshop:Credit>
         <Iptc4xmpCore:AltTextAccessibility>${alternatives(['x-default', 'Ba chiếc thuyền'])}</Iptc4xmpCore:AltTextAccessibility>`,
      ),
    });
    expect(await photos.add(bytes, 'anh.jpg')).toMatchObject({
      caption: 'Thuyền về bến',
      credit: 'Báo Nghệ An',
      alt: 'Ba chiếc thuyền',
    });
  });

  it('is read from IPTC in UTF-8 where XMP is silent, and from EXIF last', async () => {
    const bytes = await withMetadata({
      iptc: { 110: Buffer.from('Ảnh: Hoàng Nam', 'utf8') },
      exif: 'Lễ hội Lam Kinh',
    });
    expect(await photos.add(bytes, 'anh.jpg')).toMatchObject({ caption: 'Lễ hội Lam Kinh', credit: 'Ảnh: Hoàng Nam' });
  });

  it('of an old file in Latin-1 is read as that', async () => {
    const bytes = await withMetadata({ iptc: { 120: Buffer.from('Café à Huế'.replace('ế', 'é'), 'latin1') } });
    expect((await photos.add(bytes, 'anh.jpg')).caption).toBe('Café à Hué');
  });

  it('is one clean line, not endless', async () => {
    const bytes = await withMetadata({
      xmp: xmp(`<photoshop:Credit>A &amp; B,&#xA;&quot;c&quot;\t  ${'d'.repeat(5_000)}</photoshop:Credit>`),
    });
    const { credit } = await photos.add(bytes, 'anh.jpg');
    expect(credit.slice(0, 12)).toBe('A & B, "c" d');
    expect(credit.length).toBeLessThanOrEqual(2_000);
  });

  it('and is broken does not stand in the way of the picture', async () => {
    const bytes = await withMetadata({ xmp: '<x:xmpmeta><rdf:RDF', iptc: { 120: Buffer.alloc(3, 0xff) } });
    expect(await photos.add(bytes, 'anh.jpg')).toMatchObject({ width: 30, height: 20 });
  });
});
