import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../../tests/support/seeded-random.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import type { WritableDb } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { type Fingerprint, insertFingerprint } from '../store/photo-looks.ts';
import { Likenesses } from './likenesses.ts';

let folder: string;
let db: WritableDb;
beforeEach(async () => {
  folder = tempFolder();
  db = await openDatabase(folder);
});
afterEach(() => db.close());

const nameOf = (number: number): string => number.toString(16).padStart(64, '0');
const random = seededRandom(26);
const anyLook = (): Fingerprint => ({ high: Math.floor(random() * 2 ** 32), low: Math.floor(random() * 2 ** 32) });

/** The same with so many bits changed, spread over both halves. */
function changed({ high, low }: Fingerprint, bits: number): Fingerprint {
  const look = { high, low };
  for (let bit = 0; bit < bits; bit += 1) {
    const half = bit % 2 === 0 ? 'high' : 'low';
    look[half] = (look[half] ^ (1 << (31 - bit))) >>> 0;
  }
  return look;
}

it('finds what differs in few bits among twenty thousand, the most alike first', async () => {
  const looks = Array.from({ length: 20_000 }, anyLook);
  db.transaction(() => {
    for (const [number, look] of looks.entries()) insertFingerprint(db, nameOf(number), look);
    insertFingerprint(db, nameOf(70_001), changed(looks[9]!, 10));
    insertFingerprint(db, nameOf(70_002), changed(looks[9]!, 11));
  })();
  const likenesses = new Likenesses(db);
  await likenesses.warmUp();
  expect(likenesses.find(looks[9]!)).toEqual([
    { sha256: nameOf(9), distance: 0 },
    { sha256: nameOf(70_001), distance: 10 },
  ]);
  expect(likenesses.find(changed(looks[19_999]!, 3))).toEqual([{ sha256: nameOf(19_999), distance: 3 }]);
  expect(likenesses.find(looks[9]!, 11)).toHaveLength(3);
});

it('knows what another process has added since, and forgets what is gone', async () => {
  const likenesses = new Likenesses(db);
  const look = anyLook();
  expect(likenesses.find(look)).toEqual([]);
  const other = await openDatabase(folder);
  insertFingerprint(other, nameOf(1), look);
  insertFingerprint(other, nameOf(2), look);
  other.close();
  expect(likenesses.find(look).map(({ sha256 }) => sha256)).toEqual([nameOf(1), nameOf(2)]);
  db.exec(`DELETE FROM photo_fingerprints WHERE sha256 = '${nameOf(2)}'`);
  // Its number is not given again.
  insertFingerprint(db, nameOf(3), anyLook());
  expect(likenesses.find(look).map(({ sha256 }) => sha256)).toEqual([nameOf(1)]);
});
