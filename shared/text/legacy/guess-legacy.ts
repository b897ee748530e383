/** Which old encoding a text without fonts is in, told by how Vietnamese it becomes. */
import { decodeLegacy } from './decode-legacy.ts';
import type { LegacyEncoding } from './encodings.ts';
import { isSyllableShape } from './syllables.ts';

const SAMPLE_WORDS = 2_000;
const MIN_WORDS = 3;
/** Of the words with letters that are not plain. Names and typing errors are the rest. */
const MIN_SHARE = 0.85;
/** A text that is Vietnamese as it stands is left alone. */
const MAX_SHARE_AS_IT_IS = 0.5;

const candidates = ['tcvn3', 'vni', 'windows-1258'] as const satisfies readonly LegacyEncoding[];
const word = /[A-Za-z\u00a1-\u00ff]+/gu;
const marked = /[\u00a1-\u00ff]/u;
/** Letters that only Unicode has: Vietnamese that is none of the old encodings. */
const modern = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/gu;

export type LegacyGuess = {
  encoding: LegacyEncoding;
  /** Share of the marked words that the encoding makes Vietnamese syllables, 0 to 1. */
  score: number;
};

/** Null for a text that is in none, as proper Vietnamese and other languages are. */
export function guessLegacy(text: string): LegacyGuess | null {
  const words = wordsOf(text);
  if (words.length < MIN_WORDS || (text.match(modern)?.length ?? 0) * 5 > words.length) return null;
  if (shareOf(words) > MAX_SHARE_AS_IT_IS) return null;
  let best: LegacyGuess | null = null;
  for (const encoding of candidates) {
    const score = shareOf(words.map((raw) => decodeLegacy(raw, encoding)));
    if (score >= MIN_SHARE && (best === null || score > best.score)) best = { encoding, score };
  }
  return best;
}

/** Marked words of a text, those first that tell most of it. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(word)) {
    // Signs that the encodings use for letters may stand alone, as signs.
    if (!marked.test(found) || /^[\u00a1-\u00bf\u00d7\u00f7]$/u.test(found)) continue;
    words.push(found);
    if (words.length === SAMPLE_WORDS) break;
  }
  return words;
}

function shareOf(words: readonly string[]): number {
  const good = words.filter((raw) => /[^A-Za-z]/u.test(raw) && isSyllableShape(raw));
  return good.length / words.length;
}
