/**
 * Which words are written with capitals, as far as that can be known: by the article's own sentences, by names that are
 * given (people, places, the office's own words), and by the names of the country, its provinces and agencies.
 */
import { toOldToneStyle } from '../text/tone-style.ts';
import { officialNames } from './official-names.ts';

/** How a word is written: in small letters, with a capital, in capitals. */
export type WordCase = 'lower' | 'first' | 'upper';

type Name = { words: string[]; cases: WordCase[] };

/** Names by their first word, the longest first. */
export type KnownNames = ReadonlyMap<string, readonly Name[]>;

export type Word = { start: number; end: number; text: string };

const word = /[\p{L}\p{M}\p{N}]+(?:[’'&-](?=[\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;
/** What is quoted behind a colon is a sentence of its own. */
const sentenceEnd = /[.?!]|\u2028|:\s*[“"‘]/u;
const LONGEST_NAME = 10;
/** Small words within a name: Bộ Thông tin và Truyền thông. */
const MOST_SMALL_BETWEEN = 2;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }));
}

export function caseOf(text: string): WordCase {
  const letters = [...text.normalize('NFC')].filter((char) => char.toLowerCase() !== char.toUpperCase());
  const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase();
  if (!isUpper(letters[0])) return 'lower';
  return letters.length > 1 && letters.every(isUpper) ? 'upper' : 'first';
}

/** A word by which names are told, whichever style its tone mark is in. */
function keyOf(text: string): string {
  return toOldToneStyle(text.normalize('NFC').toLowerCase());
}

export function startsSentence(text: string, words: readonly Word[], index: number): boolean {
  if (index === 0) return true;
  const between = text.slice(words[index - 1]!.end, words[index]!.start);
  return sentenceEnd.test(between);
}

/** One name after the other, with nothing but a space between its words. */
function areJoined(text: string, before: Word, after: Word): boolean {
  return /^[ \u00a0]$/u.test(text.slice(before.end, after.start));
}

/** `texts`: ordinary prose of the article; `given`: names as they are written. */
export function learnNames(texts: readonly string[], given: readonly string[]): KnownNames {
  const names = new Map<string, Name>();
  const add = (words: readonly Word[]): void => {
    if (words.length === 0 || words.length > LONGEST_NAME) return;
    const name = { words: words.map(({ text }) => keyOf(text)), cases: words.map(({ text }) => caseOf(text)) };
    if (name.cases.every((own) => own === 'lower')) return;
    names.set(name.words.join(' '), name);
  };
  for (const name of [...officialNames, ...given]) add(wordsOf(name));
  for (const name of learnt(texts)) if (!names.has(name.map(({ text }) => keyOf(text)).join(' '))) add(name);
  const byFirst = new Map<string, Name[]>();
  for (const name of names.values()) {
    const first = name.words[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** Stretches of words that the texts write with capitals within a sentence, and no less often so than without. */
function learnt(texts: readonly string[]): Word[][] {
  const found = new Map<string, { words: Word[]; balance: number }>();
  const prose = texts.map((text) => ({ text, words: wordsOf(text) }));
  for (const { text, words } of prose) {
    for (let at = 0; at < words.length; at += 1) {
      if (caseOf(words[at]!.text) === 'lower') continue;
      const isFirst = startsSentence(text, words, at);
      for (const stretch of namesAt(text, words, at)) {
        const capitals = stretch.filter((own) => caseOf(own.text) !== 'lower').length;
        // The first word of a sentence has its capital anyway.
        if (isFirst && capitals < 2 && caseOf(stretch[0]!.text) !== 'upper') continue;
        found.set(stretch.map((own) => keyOf(own.text)).join(' '), { words: stretch, balance: 0 });
      }
    }
  }
  for (const { text, words } of prose) {
    for (let at = 0; at < words.length; at += 1) {
      let key = '';
      for (let end = at; end < Math.min(words.length, at + LONGEST_NAME); end += 1) {
        if (end > at && !areJoined(text, words[end - 1]!, words[end]!)) break;
        key += `${end > at ? ' ' : ''}${keyOf(words[end]!.text)}`;
        const known = found.get(key);
        if (known === undefined) continue;
        const isSmall = caseOf(words[at]!.text) === 'lower';
        if (isSmall || !startsSentence(text, words, at)) known.balance += isSmall ? -1 : 1;
      }
    }
  }
  return [...found.values()].flatMap(({ words, balance }) => (balance < 0 ? [] : [words]));
}

/** The names that may begin at a word with a capital: ever longer, each ending in a capital; or with one small word behind. */
function namesAt(text: string, words: readonly Word[], at: number): Word[][] {
  const names: Word[][] = [];
  let small = 0;
  let end = at + 1;
  for (; end < words.length && end - at < LONGEST_NAME; end += 1) {
    if (!areJoined(text, words[end - 1]!, words[end]!)) break;
    if (caseOf(words[end]!.text) === 'lower') {
      small += 1;
      if (small > MOST_SMALL_BETWEEN) break;
    } else {
      small = 0;
      names.push(words.slice(at, end + 1));
    }
  }
  const next = words[at + 1];
  const isAlone = next === undefined || !areJoined(text, words[at]!, next);
  if (isAlone || caseOf(words[at]!.text) === 'upper') names.push([words[at]!]);
  else if (caseOf(next.text) === 'lower') names.push([words[at]!, next]);
  return names;
}

/** How the words from here on are written if they are a known name; else null. */
export function nameAt(text: string, words: readonly Word[], at: number, names: KnownNames): WordCase[] | null {
  const found = names.get(keyOf(words[at]!.text))?.find((name) =>
    name.words.every((own, index) => {
      const other = words[at + index];
      if (other === undefined || keyOf(other.text) !== own) return false;
      return index === 0 || areJoined(text, words[at + index - 1]!, other);
    }),
  );
  return found?.cases ?? null;
}
