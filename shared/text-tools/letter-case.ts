/** Capitals to small letters and back, a word an edit. */
import { isSyllable } from '../spelling/syllable.ts';
import { caseOf, type KnownNames, nameAt, startsSentence, type Word, type WordCase, wordsOf } from './known-names.ts';
import { editMatches, type TextEdit } from './text-edit.ts';

/** The characters [start, end) of a text. */
export type Within = { start: number; end: number };

const run = /[^\s\uFFFC]+/gu;

export function upperCaseEdits(text: string, within: Within): TextEdit[] {
  return editWithin(text, within, ([found]) => found.toUpperCase());
}

export function lowerCaseEdits(text: string, within: Within): TextEdit[] {
  return editWithin(text, within, ([found]) => found.toLowerCase());
}

function editWithin(text: string, { start, end }: Within, replace: (match: RegExpExecArray) => string): TextEdit[] {
  const edits = editMatches(text.slice(start, end), run, replace);
  return edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
}

/** Nearly all letters are capitals, in several words: a headline that somebody typed in capitals. */
export function isInCapitals(text: string): boolean {
  const letters = [...text.normalize('NFC')].filter((char) => char.toLowerCase() !== char.toUpperCase());
  const capitals = letters.filter((char) => char !== char.toLowerCase()).length;
  return letters.length > 5 && capitals >= letters.length * 0.8 && wordsOf(text).length > 1;
}

/**
 * Words as a sentence writes them: a capital where it begins and in known names, small letters elsewhere. What is no
 * Vietnamese syllable (UBND, COVID, XV) and what has digits or signs in it stays as it is.
 */
export function sentenceCaseEdits(text: string, names: KnownNames, within: Within): TextEdit[] {
  const words = wordsOf(text);
  const edits: TextEdit[] = [];
  for (let at = 0; at < words.length; ) {
    const known = nameAt(text, words, at, names);
    for (const [index, own] of (known ?? [null]).entries()) {
      const word = words[at + index]!;
      const isFirst = startsSentence(text, words, at + index);
      const wanted = own ?? (staysAsItIs(text, words, at) ? null : 'lower');
      const made = wanted === null ? word.text : inCase(word.text, isFirst && wanted === 'lower' ? 'first' : wanted);
      const isWithin = word.start >= within.start && word.end <= within.end;
      if (made !== word.text && isWithin) edits.push({ start: word.start, end: word.end, replacement: made });
    }
    at += known?.length ?? 1;
  }
  return edits;
}

export function inCase(text: string, wanted: WordCase): string {
  if (wanted === 'upper') return text.toUpperCase();
  const lower = text.toLowerCase();
  return wanted === 'lower' ? lower : lower.replace(/\p{L}/u, (char) => char.toUpperCase());
}

/** How far round a word is looked at what it is part of. */
const NEAR = 40;
const roman = /^[IVXLC]+$/u;
const countedByRoman = /(?:thứ|khóa|khoá|kỳ|kì|lần|quý|phần|chương|thế kỷ|thế kỉ|hạng|loại|cấp|đại hội)\s+$/iu;

function staysAsItIs(text: string, words: readonly Word[], at: number): boolean {
  const { text: word, start, end } = words[at]!;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const token = (/\S*$/u.exec(before)?.[0] ?? '') + word + (/^\S*/u.exec(text.slice(end, end + NEAR))?.[0] ?? '');
  if (/\p{N}|[&@]/u.test(token)) return true;
  if (roman.test(word) && countedByRoman.test(before)) return true;
  // iPhone, McDonald.
  if (caseOf(word) !== 'upper' && /\p{L}\p{Lu}/u.test(word)) return true;
  return !word
    .normalize('NFC')
    .toLowerCase()
    .split(/[-’']/u)
    .every((part) => isSyllable(part));
}
