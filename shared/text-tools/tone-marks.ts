/** The place of tone marks in open oa, oe and uy: hòa, khỏe, thủy (old) or hoà, khoẻ, thuỷ (new). */
import { partSyllable, takeTone, toneSpots } from '../spelling/syllable.ts';
import { editMatches, type TextEdit } from './text-edit.ts';

export const toneStyles = ['old', 'new'] as const;
export type ToneStyle = (typeof toneStyles)[number];

const word = /[\p{L}\p{M}]+/gu;
/** ngang, huyền, hỏi, ngã, sắc, nặng. */
const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** What is no Vietnamese syllable stays as it is, and so do qu- and gi-. */
export function toneMarkEdits(text: string, style: ToneStyle): TextEdit[] {
  return editMatches(text, word, ([found]) => withToneStyle(found, style));
}

/** The word with its tone in the style's place; null where both styles write it alike. */
export function withToneStyle(word: string, style: ToneStyle): string | null {
  const composed = word.normalize('NFC');
  const { letters, tone, toneAt, tones } = takeTone(composed.toLowerCase());
  const parts = tones === 1 ? partSyllable(letters) : null;
  if (parts === null) return null;
  const [old, other] = toneSpots(letters, letters.length - parts.rime.length);
  if (old === undefined || other === undefined || (toneAt !== old && toneAt !== other)) return null;
  const at = style === 'old' ? old : other;
  if (at === toneAt) return null;
  const cased = [...letters].map((letter, index) => (isUpper(composed[index]!) ? letter.toUpperCase() : letter));
  cased[at] += marks[tone]!;
  return cased.join('').normalize('NFC');
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
