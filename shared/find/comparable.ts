/**
 * A text as it is compared with what is looked for: letter by letter (with the marks that stand on it) composed, and
 * without accents or case where these do not matter. Whatever is found maps back to whole letters of the original, in NFC
 * and NFD alike.
 */
export type Comparing = { matchAccents: boolean; matchCase: boolean };

export type Comparable = {
  readonly compared: string;
  /** For each unit of `compared` where its letter begins and ends in the original. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

const accents = /[\u0300-\u036f]/gu;
const mark = /^\p{M}/u;
const space = /^\s$/u;
const FIRST_MARK = 0x300;

/** One letter as it is compared. White space of any kind is a space, but for a break of the line. */
function comparedLetter(char: string, { matchAccents, matchCase }: Comparing): string {
  if (space.test(char)) return char === '\u2028' ? char : ' ';
  let compared = char.normalize('NFC');
  if (!matchAccents) {
    compared = compared.normalize('NFD').replace(accents, '').normalize('NFC').replace('đ', 'd').replace('Đ', 'D');
  }
  return matchCase ? compared : compared.toLowerCase();
}

export function makeComparable(text: string, comparing: Comparing): Comparable {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = endOfLetter(text, at);
    const char = text.slice(at, end);
    let piece = known.get(char);
    if (piece === undefined) {
      piece = comparedLetter(char, comparing);
      known.set(char, piece);
    }
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
  }
  return { compared: pieces.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Behind the letter at `at` and the marks on it. */
function endOfLetter(text: string, at: number): number {
  let end = at + lengthAt(text, at);
  while (end < text.length && text.charCodeAt(end) >= FIRST_MARK) {
    const length = lengthAt(text, end);
    if (!mark.test(text.slice(end, end + length))) break;
    end += length;
  }
  return end;
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * The stretch of the original that the units [from, to) came from; null where it would begin or end within a letter, or is
 * empty.
 */
export function originalStretch(
  { compared, starts, ends }: Comparable,
  from: number,
  to: number,
): { start: number; end: number } | null {
  if (to <= from || to > compared.length) return null;
  const isWhole = (at: number): boolean => at === 0 || at === compared.length || starts[at] !== starts[at - 1];
  return isWhole(from) && isWhole(to) ? { start: starts[from]!, end: ends[to - 1]! } : null;
}
