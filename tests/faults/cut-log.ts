/**
 * The log cut at any byte, as where the power went before the rest of it was on the disk; behind the cut lies nothing,
 * or the zeros or the noise that a disk may leave there.
 *
 * A cut takes back the latest commits. That may happen only to what no checkpoint has moved into the database: SQLite
 * has the log on the disk before it begins one. So the writer of this fault never checkpoints.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { copyDatabase, countKept, makeDesk, readDesk, WAL_FILE } from './desk-folder.ts';
import { between, type Fault } from './fault.ts';
import { keysOf, RunningDesk } from './running-desk.ts';

const MOST_KEYS = 40;
const CUTS = 40;
/** The header of the log, and that of its first page. */
const EDGES = [0, 1, 31, 32, 33, 56];

const behind: readonly ((bytes: Buffer, random: () => number) => Buffer)[] = [
  () => Buffer.alloc(0),
  (cut) => Buffer.alloc(cut.length),
  (cut, random) => Buffer.from(cut.map(() => between(random, 0, 255))),
];

export const cutLog: Fault = {
  key: 'cut-log',
  promise: 'with its log cut at any byte, it opens sound and has a beginning of what was saved',
  rounds: 15,
  roundsInTests: 1,
  async prepare(dataDir) {
    const { folder, id } = await makeDesk(dataDir);
    return async ({ random, folder: own }) => {
      const whole = join(own, 'whole');
      copyDatabase(folder, whole);
      const database = readFileSync(join(whole, DATABASE_FILE));
      const desk = new RunningDesk('desk-process.ts', 'write', whole, id, '0');
      await desk.reached(between(random, 1, MOST_KEYS));
      await desk.kill();
      assert.ok(readFileSync(join(whole, DATABASE_FILE)).equals(database), 'a checkpoint has come in between');

      const log = readFileSync(join(whole, WAL_FILE));
      const cuts = [...EDGES, ...Array.from({ length: CUTS }, () => between(random, 0, log.length)), log.length];
      const typed = keysOf(desk.acknowledged + 1);
      let kept = 0;
      for (const at of cuts.sort((a, b) => a - b)) {
        const place = join(own, `cut-at-${at}`);
        mkdirSync(place, { recursive: true });
        copyFileSync(join(whole, DATABASE_FILE), join(place, DATABASE_FILE));
        const rest = behind[between(random, 0, behind.length - 1)]!(log.subarray(at), random);
        writeFileSync(join(place, WAL_FILE), Buffer.concat([log.subarray(0, at), rest]));
        const { body } = await readDesk(place, id);
        const found = countKept(body, '', typed);
        assert.ok(found >= kept, `${found} keys with the log cut at ${at}, ${kept} with a shorter one`);
        kept = found;
      }
      assert.ok(kept >= desk.acknowledged, `${kept} keys in the whole log, ${desk.acknowledged} were acknowledged`);
      return { cuts: cuts.length, logBytes: log.length, acknowledged: desk.acknowledged, kept };
    };
  },
};
