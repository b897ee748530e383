/**
 * How far a word that was typed is from one that may have been meant, in slips: 1 is a wrong letter. What Vietnamese
 * writers confuse costs less: hỏi and ngã, d, gi and r, s and x, ch and tr, n and ng at the end, marks left out or put
 * elsewhere, letters typed twice, the keys next to each other.
 */
import { onsetOf, type Tone, takeTone } from './syllable.ts';

/** `mask`: which of a to z it has, a bit each. */
export type Spelt = { letters: string; tone: Tone; onset: string; isPlain: boolean; mask: number };

export function speltOf(word: string): Spelt {
  const { letters, tone } = takeTone(word);
  const isPlain = /^[a-z]+$/u.test(letters) && tone === 0;
  return { letters, tone, onset: onsetOf(letters), isPlain, mask: maskOf(letters) };
}

const MOST_LETTERS = 16;
/** Of a to z in one and not in the other: tr for ch is four. */
const MOST_OTHER_LETTERS = 4;
/** Marks that somebody left out all over the word were left out on purpose, or by one slip. */
const PLAIN_SHARE = 0.45;

/** Infinity for words that have nothing in common. */
export function editCost(typed: Spelt, meant: Spelt): number {
  if (Math.abs(typed.letters.length - meant.letters.length) > 3 || typed.letters.length > MOST_LETTERS) {
    return Number.POSITIVE_INFINITY;
  }
  if (bitsOf(typed.mask ^ meant.mask) > MOST_OTHER_LETTERS) return Number.POSITIVE_INFINITY;
  const whole = lettersCost(typed.letters, meant.letters, typed.isPlain);
  const swap = onsetCost(typed.onset, meant.onset);
  const parted =
    swap === null || swap === 0
      ? whole
      : swap +
        lettersCost(typed.letters.slice(typed.onset.length), meant.letters.slice(meant.onset.length), typed.isPlain);
  return Math.min(whole, parted) + toneCost(typed.tone, meant.tone, typed.isPlain);
}

function toneCost(typed: Tone, meant: Tone, isPlain: boolean): number {
  if (typed === meant) return 0;
  if (typed === 0) return isPlain ? 0.3 * PLAIN_SHARE : 0.35;
  if ((typed === 2 && meant === 3) || (typed === 3 && meant === 2)) return 0.15;
  return meant === 0 ? 0.6 : 0.5;
}

/** Beginnings that sound alike somewhere, with the cost of one for another. */
const alike: readonly (readonly [string, number])[] = [
  ['c k q', 0.1],
  ['g gh', 0.1],
  ['ng ngh', 0.1],
  ['s x', 0.25],
  ['ch tr', 0.25],
  ['d gi r', 0.3],
  ['gi g', 0.4],
  ['l n', 0.4],
  ['d đ', 0.35],
  ['v d gi', 0.5],
  ['h qu', 0.6],
];
const onsetPairs = new Map<string, number>();
for (const [names, cost] of alike) {
  for (const a of names.split(' ')) {
    for (const b of names.split(' ')) {
      const pair = `${a} ${b}`;
      if (a !== b && !onsetPairs.has(pair)) onsetPairs.set(pair, cost);
    }
  }
}

/** Null for beginnings that nobody confuses. */
function onsetCost(a: string, b: string): number | null {
  return a === b ? 0 : (onsetPairs.get(`${a} ${b}`) ?? null);
}

const bases: Record<string, string> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
const neighbourKeys = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
    [...row.slice(1)].flatMap((key, index) => [key + row[index], row[index] + key]),
  ),
);
const endings = new Set(['ct', 'tc', 'iy', 'yi', 'oô', 'ôo']);

function maskOf(letters: string): number {
  let mask = 0;
  for (const letter of letters) {
    const at = (bases[letter] ?? letter).charCodeAt(0) - 97;
    if (at >= 0 && at < 26) mask |= 1 << at;
  }
  return mask;
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

function isNeighbour(a: string, b: string): boolean {
  return neighbourKeys.has(a + b);
}

function swapCost(typed: string, meant: string, isPlain: boolean): number {
  if (typed === meant) return 0;
  if ((bases[typed] ?? typed) === (bases[meant] ?? meant)) {
    if (bases[typed] === undefined) return isPlain ? 0.3 * PLAIN_SHARE : 0.3;
    return 0.4;
  }
  if (endings.has(typed + meant)) return 0.45;
  return isNeighbour(bases[typed] ?? typed, bases[meant] ?? meant) ? 0.65 : 1;
}

/** A letter that is too many: cheap where it stands twice, or where it is a key of Telex that did nothing. */
function dropCost(letters: string, at: number): number {
  const letter = letters[at]!;
  if (letters[at - 1] === letter) return 0.35;
  if (at > 0 && 'fjwz'.includes(letter)) return 0.3;
  if (at === letters.length - 1 && 'srx'.includes(letter)) return 0.4;
  return letter === 'g' || letter === 'h' ? 0.5 : 0.8;
}

/** A letter that is missing: cheap where n became ng or nh, or an h or a g is left out. */
function addCost(letters: string, at: number): number {
  const letter = letters[at]!;
  if ((letter === 'g' || letter === 'h') && letters[at - 1] === 'n') return 0.4;
  if (letter === 'n' && letters[at + 1] === 'g') return 0.4;
  if (letter === 'h' || letters[at - 1] === letter) return 0.5;
  return 0.8;
}

/** Written anew by each comparison. */
const costs = new Float64Array((MOST_LETTERS + 1) * (2 * MOST_LETTERS));

function lettersCost(typed: string, meant: string, isPlain: boolean): number {
  const width = meant.length + 1;
  costs[0] = 0;
  for (let column = 1; column < width; column += 1) costs[column] = costs[column - 1]! + addCost(meant, column - 1);
  for (let row = 1; row <= typed.length; row += 1) {
    const at = row * width;
    costs[at] = costs[at - width]! + dropCost(typed, row - 1);
    for (let column = 1; column < width; column += 1) {
      let least = costs[at - width + column - 1]! + swapCost(typed[row - 1]!, meant[column - 1]!, isPlain);
      least = Math.min(least, costs[at - width + column]! + dropCost(typed, row - 1));
      least = Math.min(least, costs[at + column - 1]! + addCost(meant, column - 1));
      if (row > 1 && column > 1 && isTurned(typed, row, meant, column)) {
        least = Math.min(least, costs[at - 2 * width + column - 2]! + 0.45);
      }
      costs[at + column] = least;
    }
  }
  return costs[typed.length * width + meant.length]!;
}

/** Two neighbours typed the other way round; marks aside. */
function isTurned(typed: string, row: number, meant: string, column: number): boolean {
  const base = (letter: string): string => bases[letter] ?? letter;
  const [a, b] = [base(typed[row - 2]!), base(typed[row - 1]!)];
  return a !== b && a === base(meant[column - 1]!) && b === base(meant[column - 2]!);
}
