/** Which of two syllables that look alike is the likelier: the commoner one, and before all the one that its neighbours go with. */
import { syllableKey } from './vietnamese-list.ts';

const COMMON = 0.22;
const IN_COMPOUNDS = 0.16;
const BESIDE = 0.5;

export class Likelihood {
  readonly #common = new Map<string, number>();
  readonly #compounds = new Set<string>();
  readonly #uses = new Map<string, number>();

  /** `common`: syllables, the commonest first; `compounds`: words of two syllables or more, parted by commas. */
  constructor(common: string, compounds: string) {
    const syllables = [...new Set(common.split(/\s+/u).filter((word) => word !== ''))];
    for (const [index, word] of syllables.entries()) this.#common.set(syllableKey(word), 1 - index / (2 * syllables.length));
    for (const compound of compounds.toLowerCase().split(/[,\n]/u)) {
      const keys = compound.trim().split(/\s+/u).map(syllableKey);
      for (const [index, key] of keys.entries()) {
        this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
        if (index > 0) this.#compounds.add(`${keys[index - 1]} ${key}`);
      }
    }
  }

  /** In the costs of an edit: what speaks for this syllable between its neighbours. */
  of(word: string, before: string, after: string): number {
    const key = syllableKey(word);
    const uses = this.#uses.get(key) ?? 0;
    const isBeside =
      this.#compounds.has(`${syllableKey(before)} ${key}`) || this.#compounds.has(`${key} ${syllableKey(after)}`);
    return (
      COMMON * (this.#common.get(key) ?? 0) + IN_COMPOUNDS * (1 - 1 / (1 + uses)) + (isBeside ? BESIDE : 0)
    );
  }

  isCompound(first: string, second: string): boolean {
    return this.#compounds.has(`${syllableKey(first)} ${syllableKey(second)}`);
  }
}
