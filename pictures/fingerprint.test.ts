import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Fingerprint, fingerprintOf, MAX_ALIKE_DISTANCE } from './fingerprint.ts';
import { decodePhoto } from './renditions.ts';

const samples = fileURLToPath(new URL('../resources/sample/', import.meta.url));
const photos = readdirSync(samples)
  .filter((name) => name.endsWith('.jpg'))
  .map((name) => ({ name, bytes: readFileSync(`${samples}${name}`) }));

async function look(bytes: Uint8Array): Promise<Fingerprint> {
  const { renditions, width, height } = await decodePhoto(bytes, 'ảnh.jpg');
  const fingerprint = await fingerprintOf(renditions.thumb, { width, height });
  if (fingerprint === null) throw new Error('too small');
  return fingerprint;
}

function distance(a: Fingerprint, b: Fingerprint): number {
  const bits = (value: number): number => (value >>> 0).toString(2).replaceAll('0', '').length;
  return bits(a.high ^ b.high) + bits(a.low ^ b.low);
}

type Variant = (photo: Buffer, size: { width: number; height: number }) => Sharp;
const edges =
  (part: number): Variant =>
  (photo, { width, height }) =>
    sharp(photo).extract({
      left: Math.round(width * part),
      top: Math.round(height * part),
      width: Math.round(width * (1 - 2 * part)),
      height: Math.round(height * (1 - 2 * part)),
    });
const variants: Record<string, Variant> = {
  'saved badly': (photo) => sharp(photo).jpeg({ quality: 30 }),
  'half the size': (photo, { width }) => sharp(photo).resize(Math.round(width / 2)),
  'as a small WebP': (photo) => sharp(photo).resize(400).webp({ quality: 50 }),
  brighter: (photo) => sharp(photo).linear(1.4, 0),
  darker: (photo) => sharp(photo).modulate({ brightness: 0.8 }),
  'of more contrast': (photo) => sharp(photo).linear(1.3, -30),
  'without colours': (photo) => sharp(photo).greyscale(),
  sharpened: (photo) => sharp(photo).sharpen({ sigma: 2 }),
  'without 3% at each edge': edges(0.03),
};

describe('the same photo is known again', () => {
  it.each(Object.entries(variants))('%s', async (_, variant) => {
    for (const { name, bytes } of photos) {
      const { width, height } = await sharp(bytes).metadata();
      const changed = await variant(bytes, { width, height }).toBuffer();
      expect(distance(await look(bytes), await look(changed)), name).toBeLessThanOrEqual(MAX_ALIKE_DISTANCE);
    }
  });

  it('turned by the camera', async () => {
    for (const { name, bytes } of photos) {
      // The pixels lie on their side; the tag says so.
      const turned = await sharp(bytes).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer();
      expect(distance(await look(bytes), await look(turned)), name).toBeLessThanOrEqual(MAX_ALIKE_DISTANCE);
    }
  });
});

it('different photos, and different parts of one, are not taken for the same', async () => {
  const different: Fingerprint[] = [];
  for (const { bytes } of photos) {
    const { width, height } = await sharp(bytes).metadata();
    different.push(await look(bytes), await look(await sharp(bytes).flop().toBuffer()));
    for (const [column, row] of [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))) {
      const [w, h] = [Math.floor(width / 3), Math.floor(height / 3)];
      const part = sharp(bytes).extract({ left: column * w, top: row * h, width: w, height: h });
      different.push(await look(await part.png().toBuffer()));
    }
  }
  const distances = different.flatMap((a, index) => different.slice(index + 1).map((b) => distance(a, b)));
  expect(distances.length).toBeGreaterThan(500);
  expect(Math.min(...distances)).toBeGreaterThan(MAX_ALIKE_DISTANCE + 4);
});

it('a picture that is too small says nothing', async () => {
  const icon = sharp({ create: { width: 10, height: 10, channels: 3, background: '#888' } });
  expect(await fingerprintOf(await icon.jpeg().toBuffer(), { width: 10, height: 10 })).toBeNull();
});
