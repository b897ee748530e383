/** What may have been meant by a word that is misspelt, the likeliest first. */
import { toOldToneStyle } from '../text/tone-style.ts';
import { editCost, type Spelt, speltOf } from './edit-cost.ts';
import { inCaseOf } from './letter-case.ts';
import type { Finding, Speller, SpellingLanguage } from './speller.ts';
import { typedSyllable } from './typed-marks.ts';
import { wordsOf } from './words-of.ts';
import { wrongWords } from './wrong-words.ts';

const MOST_SUGGESTIONS = 5;
/** Nobody knows what was meant by more letters in one word. */
const LONGEST_WORD = 40;
const MOST_COST = 1.6;
/** What is so much less likely than the best is only in the way. */
const MOST_BEHIND = 0.75;
/** Where no Vietnamese word is nearer, an English one may be meant. */
const FAR_COST = 0.4;
/** A name that the office has listed is likely to be meant, if it is as near as this. */
const MOST_OWN_COST = 1;
const OWN = 0.3;
const TYPED_COST = -0.45;
const SPLIT_COST = 0.45;
const MOST_SPLITS = 2;

type Guess = { word: string; cost: number };

export class Suggestions {
  readonly #speller: Speller;
  readonly #spelt: readonly { word: string; spelt: Spelt }[];

  constructor(speller: Speller) {
    this.#speller = speller;
    this.#spelt = speller.list.syllables.map((word) => ({ word, spelt: speltOf(word) }));
  }

  /** `finding` is one of `line`'s. */
  suggest(line: string, finding: Pick<Finding, 'start' | 'end'>, language: SpellingLanguage): string[] {
    const text = line.slice(finding.start, finding.end).normalize('NFC');
    if (text.length > LONGEST_WORD) return [];
    const small = text.toLowerCase();
    const right = wrongWords.get(toOldToneStyle(small));
    if (right !== undefined) return [inCaseOf(right, text)];
    const guesses = language === 'en' ? this.#english(small) : this.#vietnamese(small, neighbours(line, finding));
    const sorted = guesses.sort((a, b) => a.cost - b.cost);
    const best = sorted
      .filter(({ cost }) => cost <= sorted[0]!.cost + MOST_BEHIND)
      .map(({ word }) => (word === word.toLowerCase() ? inCaseOf(word, text) : word));
    return [...new Set(best)].filter((word) => word !== text).slice(0, MOST_SUGGESTIONS);
  }

  #vietnamese(small: string, [before, after]: [string, string]): Guess[] {
    const guesses: Guess[] = [];
    const typed = typedSyllable(small);
    if (typed !== null && this.#speller.list.has(typed)) guesses.push({ word: typed, cost: TYPED_COST });
    const spelt = speltOf(small.replace(/\d/gu, ''));
    for (const { word, spelt: meant } of this.#spelt) {
      const cost = editCost(spelt, meant);
      if (cost <= MOST_COST) guesses.push({ word, cost: cost - this.#speller.likelihood.of(word, before, after) });
    }
    for (const word of this.#speller.knownWords) {
      const cost = editCost(spelt, speltOf(word.toLowerCase()));
      if (cost <= MOST_OWN_COST) guesses.push({ word, cost: cost - OWN });
    }
    guesses.push(...this.#split(small, MOST_SPLITS));
    const least = Math.min(...guesses.map(({ cost }) => cost));
    if (least > FAR_COST && /^[a-z'’]{4,}$/u.test(small))
      guesses.push(...this.#english(small).map(({ word, cost }) => ({ word, cost: cost + 0.3 })));
    return guesses;
  }

  /** Words that were typed without the space between them. */
  #split(small: string, splits: number): Guess[] {
    const guesses: Guess[] = [];
    for (let at = 1; at < small.length && splits > 0; at += 1) {
      const head = small.slice(0, at);
      if (!this.#speller.list.has(head)) continue;
      const tail = small.slice(at);
      const tails: Guess[] = this.#speller.list.has(tail) ? [{ word: tail, cost: 0 }] : this.#split(tail, splits - 1);
      for (const { word, cost } of tails) {
        const [next = ''] = word.split(' ');
        const isShort = head.length === 1 || next.length === 1;
        const known = this.#speller.likelihood.isCompound(head, next) ? -0.4 : 0;
        guesses.push({ word: `${head} ${word}`, cost: cost + SPLIT_COST + known + (isShort ? 0.4 : 0) });
      }
    }
    return guesses;
  }

  #english(small: string): Guess[] {
    const typed = speltOf(small);
    const first = [...new Set([small[0] ?? '', small[1] ?? ''])].filter((letter) => letter !== '');
    return first
      .flatMap((letter) => this.#speller.english.beginningWith(letter))
      .filter((word) => Math.abs(word.length - small.length) <= 2)
      .map((word) => ({ word, cost: editCost(typed, speltOf(word)) }))
      .filter(({ cost }) => cost <= MOST_COST);
  }
}

/** The words beside a finding, in small letters; empty where there is none. */
function neighbours(line: string, { start, end }: Pick<Finding, 'start' | 'end'>): [string, string] {
  const words = wordsOf(line);
  const before = words.findLast((word) => word.end <= start);
  const after = words.find((word) => word.start >= end);
  const isNear = (gap: string): boolean => /^\s+$/u.test(gap);
  return [
    before !== undefined && isNear(line.slice(before.end, start)) ? before.text.toLowerCase() : '',
    after !== undefined && isNear(line.slice(end, after.start)) ? after.text.toLowerCase() : '',
  ];
}
