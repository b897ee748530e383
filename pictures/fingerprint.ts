/**
 * How a picture looks, in 64 bits: a perceptual hash of its coarse light and dark. The same photo saved again, smaller, brighter or
 * with its edges cut by a few hundredths differs in at most MAX_ALIKE_DISTANCE of them; other photos differ in twenty or more
 * (fingerprint.test.ts).
 */
import { renditionPixels } from './renditions.ts';

export const MAX_ALIKE_DISTANCE = 10;

/** Both halves without signs. */
export type Fingerprint = { high: number; low: number };

/** Icons and the like say too little to be told apart: the shorter side in pixels. */
const LEAST_PIXELS = 64;

/** `thumb`: the rendition of that name, upright. Null for a picture that is too small. */
export async function fingerprintOf(
  thumb: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Fingerprint | null> {
  if (Math.min(width, height) < LEAST_PIXELS) return null;
  const { default: phash } = (await import('sharp-phash')) as unknown as { default: PerceptualHash };
  const bits = await phash(thumb, { limitInputPixels: renditionPixels.thumb ** 2 });
  return { high: Number.parseInt(bits.slice(0, 32), 2), low: Number.parseInt(bits.slice(32), 2) };
}

/** Answers 64 digits of 0 and 1. */
type PerceptualHash = (image: Uint8Array, options: { limitInputPixels: number }) => Promise<string>;
