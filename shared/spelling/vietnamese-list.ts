/** The syllables that Vietnamese uses, looked up whatever the tone style (hòa, hoà) and the y or i at the end (lý, lí). */
import { partSyllable, takeTone } from './syllable.ts';
import { yOnsets } from './syllable-tables.ts';

/** A text says the same few thousand words again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 30_000;

/** One name for all spellings of a syllable that are the same to a reader; whatever is none is named by its letters. */
export function syllableKey(word: string): string {
  let key = known.get(word);
  if (key === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    key = makeKey(word);
    known.set(word, key);
  }
  return key;
}

function makeKey(word: string): string {
  const { letters, tone } = takeTone(word);
  const parts = /[iy]$/u.test(letters) ? partSyllable(letters) : null;
  const isEither = parts !== null && (parts.rime === 'i' || parts.rime === 'y');
  if (isEither && (yOnsets.has(parts.onset) || parts.onset === 'qu')) return `${letters.slice(0, -1)}i${tone}`;
  return letters + tone;
}

export class VietnameseList {
  /** In the list's own spelling. */
  readonly syllables: readonly string[];
  readonly #keys: ReadonlySet<string>;

  /** `text`: syllables in small letters (NFC) between white space. */
  constructor(text: string) {
    this.syllables = text.split(/\s+/u).filter((word) => word !== '');
    this.#keys = new Set(this.syllables.map(syllableKey));
  }

  has(word: string): boolean {
    return this.#keys.has(syllableKey(word));
  }
}
