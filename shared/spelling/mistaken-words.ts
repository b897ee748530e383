/**
 * Words that exist where others are meant: those that are known for it (wrong-words.ts), and syllables that hardly anybody
 * writes beside one that goes with a syllable much like it (`đời xống`). Neither where the neighbours belong to others:
 * `tài năng xuất chúng` has nothing of `năng suất`.
 */
import { toOldToneStyle } from '../text/tone-style.ts';
import type { Likelihood } from './likelihood.ts';
import type { TextWord } from './words-of.ts';
import { LONGEST_WRONG_WORD, wrongWords } from './wrong-words.ts';

/** Most words begin none of them. */
const firstWords = new Set([...wrongWords.keys()].map((phrase) => phrase.split(' ')[0]!));

export class MistakenWords {
  readonly #likelihood: Likelihood;

  constructor(likelihood: Likelihood) {
    this.#likelihood = likelihood;
  }

  /** How many words from here on are one that is known to be mistaken; 0 where there is none. */
  phraseAt(words: readonly TextWord[], at: number): number {
    if (!firstWords.has(toOldToneStyle(words[at]!.text.toLowerCase()))) return 0;
    let phrase = '';
    for (let count = 1; count <= LONGEST_WRONG_WORD && at + count <= words.length; count += 1) {
      const word = words[at + count - 1]!;
      if (count > 1 && !word.followsWord) return 0;
      phrase += (count === 1 ? '' : ' ') + toOldToneStyle(word.text.toLowerCase());
      if (count === 1 || !wrongWords.has(phrase)) continue;
      return this.#goTogether(words, at - 1) || this.#goTogether(words, at + count - 1) ? 0 : count;
    }
    return 0;
  }

  /** For a syllable of Vietnamese. */
  isSlip(words: readonly TextWord[], at: number): boolean {
    const word = words[at]!;
    if (word.isJoined) return false;
    const [before, after] = [words[at - 1], words[at + 1]];
    const left = word.followsWord && before !== undefined && !this.#goTogether(words, at - 2);
    const right = after?.followsWord === true && !this.#goTogether(words, at + 1);
    if (!left && !right) return false;
    return this.#likelihood.isSlip(
      word.text.toLowerCase(),
      left ? before.text.toLowerCase() : '',
      right ? after.text.toLowerCase() : '',
    );
  }

  #goTogether(words: readonly TextWord[], at: number): boolean {
    const [first, second] = [words[at], words[at + 1]];
    if (first === undefined || second?.followsWord !== true) return false;
    return this.#likelihood.isCompound(first.text.toLowerCase(), second.text.toLowerCase());
  }
}
