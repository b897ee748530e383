/** The syllables that Vietnamese uses, looked up whatever the tone style (hòa, hoà) and the y or i at the end (lý, lí). */
import { partSyllable, takeTone } from './syllable.ts';
import { yOnsets } from './syllable-tables.ts';

/** One name for all spellings of a syllable; null for one whose i and y make two words, and for no syllable at all. */
export function syllableKey(word: string): string {
  const { letters, tone } = takeTone(word);
  const parts = /[iy]$/u.test(letters) ? partSyllable(letters) : null;
  if (
    parts !== null &&
    (parts.rime === 'i' || parts.rime === 'y') &&
    (yOnsets.has(parts.onset) || parts.onset === 'qu')
  ) {
    return `${letters.slice(0, -1)}i${tone}`;
  }
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
