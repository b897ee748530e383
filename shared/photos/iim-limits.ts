/**
 * What IPTC-IIM can hold of a picture's texts. Its limits are bytes, and a Vietnamese letter takes up to three; XMP holds all of
 * it. The limits: IPTC-IIM 4.2, chapter 6.
 */
import type { PhotoTextName } from './photo-details.ts';

/** In bytes. The other texts have no place in IIM. */
export const iimLimits = {
  description: 2_000,
  headline: 256,
  instructions: 256,
  copyright: 128,
  country: 64,
  creator: 32,
  jobTitle: 32,
  credit: 32,
  source: 32,
  sublocation: 32,
  city: 32,
  province: 32,
} as const satisfies Partial<Record<PhotoTextName, number>>;
export type IimTextName = keyof typeof iimLimits;

/** Of each keyword, in bytes. */
export const IIM_KEYWORD_LIMIT = 64;

/** A text as it is written into IIM: NFC, with plain line feeds. */
export function iimText(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll('\u2028', '\n');
}

/** How many bytes a text takes in IIM. */
export function iimBytes(text: string): number {
  return utf8Bytes(iimText(text));
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** Beginning of `iimText(text)` that takes at most `limit` bytes: it ends with a word, or with a letter if the first word is too long. */
export function cutToBytes(text: string, limit: number): string {
  const whole = iimText(text);
  if (utf8Bytes(whole) <= limit) return whole;
  let cut = '';
  let left = limit;
  for (const [word] of whole.matchAll(/\s+|\S+/gu)) {
    left -= utf8Bytes(word);
    if (left < 0) break;
    cut += word;
  }
  return cut.trim() === '' ? cutToLetters(whole, limit) : cut.trimEnd();
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A letter is what a reader sees as one: with its marks, and an emoji with all its parts. */
function cutToLetters(text: string, limit: number): string {
  let cut = '';
  let left = limit;
  // No letter takes less than a byte.
  for (const { segment } of letters.segment(text.slice(0, limit + 1))) {
    left -= utf8Bytes(segment);
    if (left < 0) break;
    cut += segment;
  }
  return cut;
}
