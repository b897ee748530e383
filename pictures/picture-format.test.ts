import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffPicture } from './picture-format.ts';

const blank = sharp({ create: { width: 20, height: 10, channels: 3, background: '#204060' } });
const text = (written: string): Buffer => Buffer.from(written, 'latin1');
const media = (...brands: string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 12 + brands.length * 4]),
    text(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`),
  ]);

/** The first directory of a TIFF file, little-endian, with these tags. */
function tiff(tags: Record<number, number>): Buffer {
  const entries = Object.entries(tags).map(([tag, value]) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(Number(tag), 0);
    entry.writeUInt16LE(4, 2);
    entry.writeUInt32LE(1, 4);
    entry.writeUInt32LE(value, 8);
    return entry;
  });
  const head = Buffer.concat([text('II*\0'), Buffer.from([8, 0, 0, 0]), Buffer.from([entries.length, 0])]);
  return Buffer.concat([head, ...entries]);
}

describe('what a file is, by its first bytes', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('%s', async (format) => {
    expect(sniffPicture(await blank.clone().toFormat(format).toBuffer())).toBe(format);
  });

  it.each([
    ['a phone’s HEIC', media('heic', 'mif1', 'heic'), 'photo-heic'],
    ['a HEIC that names its kind last', media('mif1', 'miaf', 'heix'), 'photo-heic'],
    ['an AVIF that names its kind last', media('mif1', 'avif'), 'avif'],
    ['a film', media('isom', 'mp42'), 'photo-not-an-image'],
    ['a sequence of AVIF', media('avis', 'avif'), 'photo-animated'],
    ['a Canon CR3', media('crx ', 'isom'), 'photo-raw'],
    ['a Canon CR2', Buffer.concat([text('II*\0\x10\0\0\0CR\x02\0'), Buffer.alloc(20)]), 'photo-raw'],
    ['an Adobe DNG', tiff({ 254: 1, 50706: 0x401 }), 'photo-raw'],
    ['a Nikon NEF', tiff({ 254: 1, 330: 200 }), 'photo-raw'],
    ['a TIFF of several resolutions', tiff({ 254: 0, 330: 200 }), 'tiff'],
    ['a TIFF whose directory lies beyond its head', text('MM\0*\xff\0\0\0'), 'tiff'],
    ['a TIFF of eight bytes', text('II*\0\x08\0\0\0'), 'tiff'],
    ['a large TIFF', text('II+\0\x08\0\0\0'), 'tiff'],
    ['a GIF', text('GIF89a'), 'photo-animated'],
    ['a Fujifilm RAF', text('FUJIFILMCCD-RAW 0201'), 'photo-raw'],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-not-an-image'],
    ['a page', text('<!doctype html>'), 'photo-not-an-image'],
    ['one byte', text('\xff'), 'photo-not-an-image'],
    ['nothing', text(''), 'photo-empty'],
  ])('%s', (_, bytes, kind) => {
    expect(sniffPicture(bytes)).toBe(kind);
  });

  it('an animated WebP is no photo', async () => {
    const moving = await sharp([await blank.clone().png().toBuffer(), await blank.clone().negate().png().toBuffer()], {
      join: { animated: true },
    })
      .webp({ loop: 0 })
      .toBuffer();
    expect(sniffPicture(moving)).toBe('photo-animated');
  });
});
