import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto, lookAtPhoto, measurePhoto } from './renditions.ts';

const orange = { r: 230, g: 110, b: 20 };
const blank = (width = 80, height = 60) => sharp({ create: { width, height, channels: 3, background: orange } });

/** The colour in the middle, as every browser shows it. */
async function colourOf(rendition: Uint8Array): Promise<number[]> {
  const { data, info } = await sharp(rendition).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

const isOrange = (colour: number[]): boolean =>
  [orange.r, orange.g, orange.b].every((value, index) => Math.abs(value - (colour[index] ?? 0)) <= 12);

describe('a rendition is sRGB for every browser, of', () => {
  it.each([
    ['a JPEG', () => blank().jpeg({ quality: 95 })],
    ['a PNG', () => blank().png()],
    ['a WebP', () => blank().webp({ lossless: true })],
    ['an AVIF', () => blank().avif({ quality: 90 })],
    ['a TIFF', () => blank().tiff({ compression: 'lzw' })],
    ['a JPEG of a wide gamut', () => blank().withIccProfile('p3').jpeg({ quality: 95 })],
    ['a JPEG for print, in CMYK', () => blank().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 })],
    ['a TIFF of 16 bits', () => blank().toColourspace('rgb16').tiff()],
    ['a PNG of 16 bits', () => blank().toColourspace('rgb16').png()],
    ['a progressive JPEG', () => blank().jpeg({ quality: 95, progressive: true })],
  ])('%s', async (_, picture) => {
    const { renditions, width, height } = await decodePhoto(await picture().toBuffer(), 'ảnh');
    expect([width, height]).toEqual([80, 60]);
    for (const rendition of [renditions.preview, renditions.thumb]) {
      const { format, space, icc } = await sharp(rendition).metadata();
      expect({ format, space, icc }).toEqual({ format: 'jpeg', space: 'srgb', icc: undefined });
      const colour = await colourOf(rendition);
      expect(isOrange(colour), String(colour)).toBe(true);
    }
  });

  it('what is transparent, on white', async () => {
    const clear = sharp({ create: { width: 30, height: 30, channels: 4, background: '#00000000' } });
    const { renditions } = await decodePhoto(await clear.png().toBuffer(), 'ảnh');
    expect(await colourOf(renditions.preview)).toEqual([255, 255, 255]);
  });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright, whichever way the camera was held (%s)', async (orientation) => {
  // White above, black below, in a picture that is wider than high once it is upright.
  const upright = await blank(60, 40)
    .composite([
      { input: { create: { width: 60, height: 20, channels: 3, background: '#fff' } }, gravity: 'north' },
      { input: { create: { width: 60, height: 20, channels: 3, background: '#000' } }, gravity: 'south' },
    ])
    .png()
    .toBuffer();
  const stored = {
    1: sharp(upright),
    2: sharp(upright).flop(),
    3: sharp(upright).rotate(180),
    4: sharp(upright).flip(),
    5: sharp(await sharp(upright).rotate(270).png().toBuffer()).flip(),
    6: sharp(upright).rotate(270),
    7: sharp(await sharp(upright).rotate(90).png().toBuffer()).flip(),
    8: sharp(upright).rotate(90),
  }[orientation]!;
  const bytes = await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  const { width, height, renditions } = await decodePhoto(bytes, 'ảnh');
  expect([width, height]).toEqual([60, 40]);
  const { data, info } = await sharp(renditions.preview).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([60, 40]);
  expect([data[0]! > 200, data.at(-1)! < 50]).toEqual([true, true]);
});

it('a header alone tells how large a picture is', async () => {
  const bytes = await blank(3_000, 2_000).jpeg().toBuffer();
  expect(await measurePhoto(bytes.subarray(0, 1_000), 'ảnh')).toEqual({ width: 3_000, height: 2_000, format: 'jpeg' });
  await expect(lookAtPhoto(bytes.subarray(0, 1_000), 'ảnh')).rejects.toMatchObject({ code: 'photo-truncated' });
});
