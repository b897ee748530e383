/**
 * Which pictures look the same, across the whole library. The fingerprints of all are kept in memory, 8 bytes a picture and 8 for its
 * place, and compared one by one: a hundred thousand take less than a millisecond, where an index over bits that may differ
 * anywhere would have to be read almost whole.
 */
import { setImmediate } from 'node:timers/promises';
import { type Fingerprint, MAX_ALIKE_DISTANCE } from '../../../pictures/fingerprint.ts';
import type { ReadableDb } from '../store/database.ts';
import type { Alike } from '../store/photo-alikes.ts';
import { findFingerprinted, fingerprintsAfter } from '../store/photo-looks.ts';

/** A card full of the same sky says no more by all its pairs. */
const MOST_ALIKES = 50;
const ROWS_AT_ONCE = 4_000;

export class Likenesses {
  readonly #db: ReadableDb;
  #ids = new Float64Array(1_024);
  #halves = new Uint32Array(2_048);
  #count = 0;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** The most alike first; pictures that are gone are none. */
  find({ high, low }: Fingerprint, maxDistance: number = MAX_ALIKE_DISTANCE): Alike[] {
    while (this.#readSome() === ROWS_AT_ONCE) {}
    const halves = this.#halves;
    const found: { id: number; distance: number }[] = [];
    for (let index = 0; index < this.#count; index += 1) {
      const distance = bitsOf(halves[index * 2]! ^ high) + bitsOf(halves[index * 2 + 1]! ^ low);
      if (distance <= maxDistance) found.push({ id: this.#ids[index]!, distance });
    }
    return found
      .sort((a, b) => a.distance - b.distance || a.id - b.id)
      .slice(0, MOST_ALIKES)
      .flatMap(({ id, distance }) => {
        const sha256 = findFingerprinted(this.#db, id);
        return sha256 === undefined ? [] : [{ sha256, distance }];
      });
  }

  /** Reads what a large library has, before it is asked for, and lets keys be answered meanwhile. */
  async warmUp(): Promise<void> {
    while (this.#db.open && this.#readSome() === ROWS_AT_ONCE) await setImmediate();
  }

  /** Answers how many came since, also by another process. */
  #readSome(): number {
    const last = this.#count === 0 ? 0 : this.#ids[this.#count - 1]!;
    const rows = fingerprintsAfter(this.#db, last, ROWS_AT_ONCE);
    for (const [id, high, low] of rows) {
      if (this.#count === this.#ids.length) this.#grow();
      this.#ids[this.#count] = id;
      this.#halves[this.#count * 2] = high;
      this.#halves[this.#count * 2 + 1] = low;
      this.#count += 1;
    }
    return rows.length;
  }

  #grow(): void {
    const [ids, halves] = [this.#ids, this.#halves];
    this.#ids = new Float64Array(ids.length * 2);
    this.#ids.set(ids);
    this.#halves = new Uint32Array(halves.length * 2);
    this.#halves.set(halves);
  }
}

/** How many bits of 32 are set. */
function bitsOf(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
