/** Which of two syllables that look alike is the likelier: the commoner one, and before all the one that its neighbours go with. */
import { editCost, type Spelt, speltOf } from './edit-cost.ts';
import { syllableKey } from './vietnamese-list.ts';

const COMMON = 0.22;
const IN_COMPOUNDS = 0.16;
const BESIDE = 0.5;
/** A syllable that nearly nobody writes is a slip for one that goes with its neighbour if it is this near. */
const NEAR = 0.5;
/** So is one that is written in other company only, if it differs by a sign that is often confused. */
const VERY_NEAR = 0.36;

export class Likelihood {
  readonly #common = new Map<string, number>();
  readonly #compounds = new Set<string>();
  readonly #uses = new Map<string, number>();
  /** What goes behind a syllable, and what goes before it. */
  readonly #behind = new Map<string, Spelt[]>();
  readonly #before = new Map<string, Spelt[]>();

  /** `common`: syllables, the commonest first; `compounds`: words of two syllables or more, parted by commas. */
  constructor(common: string, compounds: string) {
    const syllables = [...new Set(common.split(/\s+/u).filter((word) => word !== ''))];
    for (const [index, word] of syllables.entries())
      this.#common.set(syllableKey(word), 1 - index / (2 * syllables.length));
    for (const compound of compounds.toLowerCase().split(/[,\n]/u)) {
      const parts = compound.trim().split(/\s+/u);
      const keys = parts.map(syllableKey);
      for (const [index, key] of keys.entries()) {
        this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
        if (index === 0) continue;
        this.#compounds.add(`${keys[index - 1]} ${key}`);
        addTo(this.#behind, keys[index - 1]!, speltOf(parts[index]!));
        addTo(this.#before, key, speltOf(parts[index - 1]!));
      }
    }
  }

  /** In the costs of an edit: what speaks for this syllable between its neighbours. */
  of(word: string, before: string, after: string): number {
    const key = syllableKey(word);
    const uses = this.#uses.get(key) ?? 0;
    const isBeside =
      this.#compounds.has(`${syllableKey(before)} ${key}`) || this.#compounds.has(`${key} ${syllableKey(after)}`);
    return COMMON * (this.#common.get(key) ?? 0) + IN_COMPOUNDS * (1 - 1 / (1 + uses)) + (isBeside ? BESIDE : 0);
  }

  /** True where this syllable is hardly ever written, and a neighbour goes with one that looks much like it. */
  isSlip(word: string, before: string, after: string): boolean {
    const key = syllableKey(word);
    if (this.#common.has(key)) return false;
    const [keyBefore, keyAfter] = [syllableKey(before), syllableKey(after)];
    if (this.#compounds.has(`${keyBefore} ${key}`) || this.#compounds.has(`${key} ${keyAfter}`)) return false;
    const near = this.#uses.has(key) ? VERY_NEAR : NEAR;
    const typed = speltOf(word);
    const isNear = (meant: Spelt): boolean => editCost(typed, meant) <= near;
    return this.#behind.get(keyBefore)?.some(isNear) === true || this.#before.get(keyAfter)?.some(isNear) === true;
  }

  isCompound(first: string, second: string): boolean {
    return this.#compounds.has(`${syllableKey(first)} ${syllableKey(second)}`);
  }
}

function addTo(lists: Map<string, Spelt[]>, key: string, spelt: Spelt): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [spelt]);
  else list.push(spelt);
}
