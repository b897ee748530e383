/** Composed letters (NFC), and letters of the old Vietnamese encodings as Unicode. */
import { decodeLegacy } from '../text/legacy/decode-legacy.ts';
import type { LegacyEncoding } from '../text/legacy/encodings.ts';
import { guessLegacy } from '../text/legacy/guess-legacy.ts';
import { editMatches, type TextEdit } from './text-edit.ts';

/** A word is one edit, so that what is listed can be read. */
const word = /[^\s\uFFFC]+/gu;

/** Words whose letters came apart, composed. Half a surrogate pair becomes U+FFFD. */
export function composeEdits(text: string): TextEdit[] {
  return editMatches(text, word, ([found]) => found.toWellFormed().normalize('NFC'));
}

/**
 * The encoding that these texts look to be in, those aside that are Vietnamese as they stand: an article may hold one pasted
 * paragraph. Null if they are in none.
 */
export function guessEncoding(texts: readonly string[]): LegacyEncoding | null {
  return guessLegacy(texts.filter((text) => !hasModern(text)).join('\n'))?.encoding ?? null;
}

/**
 * Words of an old encoding as Unicode. Text that is Vietnamese as it stands is left, so that one pasted paragraph can be
 * converted among others; a capital with a mark may depend on the words beside it, so a stretch is read as a whole.
 */
export function decodeEdits(text: string, encoding: LegacyEncoding): TextEdit[] {
  return editMatches(text, /[^\u2028\uFFFC]+/gu, ([stretch]) =>
    hasModern(stretch) ? null : decodeLegacy(stretch, encoding),
  ).flatMap((edit) => byWords(text.slice(edit.start, edit.end), edit));
}

/** Letters that only Unicode has. */
function hasModern(text: string): boolean {
  return /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u.test(text);
}

/** An edit of a stretch as edits of its words, if it leaves the white space between them. */
function byWords(was: string, edit: TextEdit): TextEdit[] {
  const former = [...was.matchAll(word)];
  const next = edit.replacement.match(word) ?? [];
  if (former.length !== next.length) return [edit];
  return former.flatMap((match, index): TextEdit[] => {
    const replacement = next[index]!;
    const start = edit.start + match.index;
    return replacement === match[0] ? [] : [{ start, end: start + match[0].length, replacement }];
  });
}
