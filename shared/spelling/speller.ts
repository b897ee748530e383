/**
 * Says what of a line a reader would call misspelt. A word passes that somebody of the office has listed, that Vietnamese
 * uses, that has come into it from elsewhere, or that English has; what is no word of prose (numbers of documents,
 * addresses, abbreviations, names of abroad) is not looked at. Nothing is put right here, only said.
 */

import { canBeForeignName } from './foreign-name.ts';
import { caseOf } from './letter-case.ts';
import { Likelihood } from './likelihood.ts';
import { MistakenWords } from './mistaken-words.ts';
import { PackedWords } from './packed-words.ts';
import { isSyllable, isToneInPlace } from './syllable.ts';
import { typedSyllable } from './typed-marks.ts';
import { VietnameseList } from './vietnamese-list.ts';
import { type TextWord, wordsOf } from './words-of.ts';

export type SpellingLanguage = 'vi' | 'en';

/** The texts of resources/dictionaries. */
export type DictionaryTexts = {
  syllables: string;
  loanwords: string;
  common: string;
  compounds: string;
  english: string;
};

/**
 * `unknown`: no word; `rare`: a syllable that Vietnamese could have, but nobody uses; `mistaken`: words that exist where
 * others are meant.
 */
export type FindingKind = 'unknown' | 'rare' | 'mistaken';
export type Finding = { start: number; end: number; kind: FindingKind };

export class Speller {
  readonly list: VietnameseList;
  readonly english: PackedWords;
  readonly likelihood: Likelihood;
  /** The single words of `setKnown`. */
  knownWords: readonly string[] = [];
  readonly #mistaken: MistakenWords;
  readonly #loanwords: ReadonlySet<string>;
  #known: ReadonlySet<string> = new Set();

  constructor(texts: DictionaryTexts) {
    this.list = new VietnameseList(texts.syllables);
    this.english = new PackedWords(texts.english);
    this.likelihood = new Likelihood(texts.common, texts.compounds);
    this.#mistaken = new MistakenWords(this.likelihood);
    this.#loanwords = new Set(texts.loanwords.split(/[\s-]+/u));
  }

  /** Words and names that are right here. One with a capital is right with its capitals only; of several words each is. */
  setKnown(words: Iterable<string>): void {
    this.knownWords = [...new Set([...words].flatMap((entry) => wordsOf(entry).map(({ text }) => text)))];
    // In a line of capitals a name has them too.
    this.#known = new Set(this.knownWords.flatMap((word) => [word, word.toUpperCase()]));
  }

  /** In the order of the line. */
  check(line: string, language: SpellingLanguage): Finding[] {
    const words = wordsOf(line);
    const findings: Finding[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      const mistaken = language === 'vi' ? this.#mistaken.phraseAt(words, at) : 0;
      if (mistaken > 0) {
        const last = words[at + mistaken - 1]!;
        findings.push({ start: word.start, end: last.end, kind: 'mistaken' });
        at += mistaken - 1;
        continue;
      }
      const kind = this.#judge(words, at, language);
      if (kind !== null) findings.push({ start: word.start, end: word.end, kind });
    }
    return findings;
  }

  /** True for a word in small letters that may stand in a text of Vietnamese. */
  isVietnamese(word: string): boolean {
    return (this.list.has(word) && isToneInPlace(word)) || this.#loanwords.has(word);
  }

  #judge(words: readonly TextWord[], at: number, language: SpellingLanguage): FindingKind | null {
    const word = words[at]!;
    const { text } = word;
    const small = text.toLowerCase();
    if (this.#known.has(text) || this.#known.has(small)) return null;
    if (/\p{N}/u.test(text)) return this.#judgeKeys(text, language);
    if (isAbbreviation(text) || [...text].length === 1) return null;
    const isAscii = /^[a-z'’]+$/u.test(small);
    const letterCase = caseOf(text);
    if (letterCase === 'mixed') return isSlippedCapital(text) && this.isVietnamese(small) ? 'unknown' : null;
    const isCapital = letterCase !== 'small';
    const isName = isCapital && (!word.opensSentence || isBesideCapital(words[at - 1], words[at + 1]));
    if (language === 'vi' && !isName && this.list.has(small) && this.#mistaken.isSlip(words, at)) return 'mistaken';
    if (language === 'en') {
      if (isAscii && this.#isEnglish(small)) return null;
      if (isName || !isAscii || (isCapital && this.isVietnamese(small))) return null;
      // A name may begin a sentence: `Vietnam`, but not `Teh`.
      return isCapital && !this.#isNearEnglish(small) ? null : 'unknown';
    }
    if (this.isVietnamese(small) || word.isInName || (isAscii && this.#isEnglish(small))) return null;
    if (isAscii) return isCapital && !this.#isTyped(small, isName) ? null : 'unknown';
    if (isSyllable(small)) return isName || word.isJoined ? null : 'rare';
    if (isCapital && canBeForeignName(small)) return null;
    return 'unknown';
  }

  /** Letters with figures among them: keys of VNI, or no word of prose. */
  #judgeKeys(text: string, language: SpellingLanguage): FindingKind | null {
    if (language === 'en' || !/^\p{L}[a-zđ]*[1-9][a-z1-9]*$/u.test(text)) return null;
    // `m2` and `lop6` are no keys; two figures of which one makes a hat are.
    if (text.replace(/\d/gu, '').length < 3 && !/[6-9][1-5]|[1-5].*[6-9]/u.test(text)) return null;
    const typed = typedSyllable(text.toLowerCase());
    return typed !== null && this.list.has(typed) ? 'unknown' : null;
  }

  #isEnglish(small: string): boolean {
    const word = small.replaceAll('’', "'");
    return this.english.has(word) || this.english.has(word.replace(/'s$|s'$|'$/u, ''));
  }

  /** One slip away from an English word. */
  #isNearEnglish(small: string): boolean {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    return [...small, ''].some((letter, at) => {
      const [head, tail, behind] = [small.slice(0, at), small.slice(at), small.slice(at + 1)];
      if (letter !== '' && this.english.has(head + behind)) return true;
      if (behind !== '' && this.english.has(head + behind[0] + letter + behind.slice(1))) return true;
      return letters.some((other) => this.english.has(head + other + tail) || this.english.has(head + other + behind));
    });
  }

  /** In a name only keys that can hardly be meant otherwise count: `Nguyeenx`. */
  #isTyped(small: string, isName: boolean): boolean {
    const typed = typedSyllable(small);
    if (typed === null || !this.list.has(typed)) return false;
    return !isName || (/[fjrsx]/u.test(small.slice(1)) && /aa|ee|oo|dd|w/u.test(small));
  }
}

/** UBND, BCĐ, km, tp: capitals alone, or consonants alone. */
function isAbbreviation(text: string): boolean {
  if (/^[bcdđghklmnpqrstvx]{1,3}$/iu.test(text)) return true;
  return caseOf(text) === 'all' && /^[A-ZĐ]+$/u.test(text);
}

/** The second letter is a capital as well because Shift was let go late: `HỘi`. */
function isSlippedCapital(text: string): boolean {
  return /^\p{Lu}{2}\p{Ll}+$/u.test(text) && /[^\p{ASCII}]/u.test(text);
}

function isBesideCapital(before: TextWord | undefined, after: TextWord | undefined): boolean {
  const isName = (word: TextWord | undefined): boolean => word !== undefined && caseOf(word.text) === 'first';
  return (after?.followsWord === true && isName(after)) || (isName(before) && before?.opensSentence === false);
}
