/** The words of a line that a spelling checker has an opinion on, in their order. */

export type TextWord = {
  start: number;
  end: number;
  /** NFC. */
  text: string;
  /** Nothing but spaces before it, or what ends a sentence. */
  opensSentence: boolean;
  /** Joined to a neighbour by a hyphen, as in `vi-rút`, `Mát-xcơ-va`. */
  isJoined: boolean;
  /** Joined, and what the hyphens join begins with a capital. */
  isInName: boolean;
  /** One plain space stands between it and the word before. */
  followsWord: boolean;
};

/** More without a space between is no prose. */
const LONGEST_CHUNK = 200;
const address = /:\/\/|@|^www\.|\.(?:vn|com|net|org|gov|edu|info|io|asia|tv)(?:[/:?#]|[.,;)]*$)|^#\p{L}/iu;
/** 06-NQ/TU, 749/QĐ-TTg, 19/2012/TTLT-BTC. */
const documentNumber = /\d.*[-/].*\p{Lu}|\p{Lu}.*[-/].*\d/u;

export function wordsOf(line: string): TextWord[] {
  const words: TextWord[] = [];
  let opens = true;
  let lastEnd = -1;
  let isName = false;
  for (const chunk of line.matchAll(/\S+/gu)) {
    if (chunk[0].length > LONGEST_CHUNK) {
      opens = false;
      continue;
    }
    const isPassed = /[\d@#:./]/u.test(chunk[0]) && (address.test(chunk[0]) || documentNumber.test(chunk[0]));
    for (const piece of chunk[0].matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[^\p{L}\p{M}\p{N}]+/gu)) {
      if (!/[\p{L}\p{N}]/u.test(piece[0])) {
        if (/[.!?…:“"(•–—]/u.test(piece[0])) opens = true;
        continue;
      }
      const start = chunk.index + piece.index;
      const end = start + piece[0].length;
      if (line[start - 1] !== '-') isName = /^\p{Lu}/u.test(piece[0]);
      if (!isPassed && /\p{L}/u.test(piece[0])) {
        const isJoined = line[start - 1] === '-' || line[end] === '-';
        words.push({
          ...{ start, end, text: piece[0].normalize('NFC'), opensSentence: opens },
          ...{ isJoined, isInName: isJoined && isName },
          followsWord: start - lastEnd === 1 && /[ \u00a0]/u.test(line[lastEnd] ?? ''),
        });
        lastEnd = end;
      }
      opens = false;
    }
  }
  return words;
}
