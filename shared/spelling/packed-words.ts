/**
 * A long list of words in little room. Words are sorted; each line of the packed text holds BLOCK of them: the first in
 * full, each other as the number of letters it shares with the one before (a capital letter, A for none) and the rest.
 * A look-up finds its line by halving and unpacks that line alone, so that nothing is unpacked that nobody asks for.
 */
const BLOCK = 48;
const ZERO = 'A'.charCodeAt(0);
const MOST_SHARED = 25;

/** `words`: small letters and apostrophes, in any order. */
export function packWords(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort();
  const lines: string[] = [];
  for (let at = 0; at < sorted.length; at += BLOCK) {
    const block = sorted.slice(at, at + BLOCK);
    const rest = block.slice(1).map((word, index) => {
      const before = block[index]!;
      let shared = 0;
      while (shared < MOST_SHARED && shared < before.length && before[shared] === word[shared]) shared += 1;
      return String.fromCharCode(ZERO + shared) + word.slice(shared);
    });
    lines.push(block[0] + rest.join(''));
  }
  return lines.join('\n');
}

export class PackedWords {
  readonly #lines: readonly string[];

  constructor(packed: string) {
    this.#lines = packed.split('\n').filter((line) => line !== '');
  }

  /** `word` in small letters. */
  has(word: string): boolean {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firstOf(this.#lines[middle]!) <= word) low = middle;
      else high = middle - 1;
    }
    const line = this.#lines[low];
    return line !== undefined && wordsOf(line).includes(word);
  }

  /** Every word that begins with `start`. */
  beginningWith(start: string): string[] {
    return this.#lines
      .filter((line, index) => {
        const next = this.#lines[index + 1];
        return firstOf(line).slice(0, start.length) <= start && (next === undefined || firstOf(next) >= start);
      })
      .flatMap(wordsOf)
      .filter((word) => word.startsWith(start));
  }
}

function firstOf(line: string): string {
  const end = line.search(/[A-Z]/u);
  return end === -1 ? line : line.slice(0, end);
}

function wordsOf(line: string): string[] {
  const words = [firstOf(line)];
  for (const [, shared, rest] of line.matchAll(/([A-Z])([^A-Z]*)/gu)) {
    words.push(words.at(-1)!.slice(0, shared!.charCodeAt(0) - ZERO) + rest);
  }
  return words;
}
