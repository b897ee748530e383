/**
 * A core that writes as fast as the disk lets it and moves its log into the database after nearly every key, killed at
 * any moment: most of them lie in a checkpoint, in a snapshot of the long article, or in the writing of its list row.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { copyDatabase, countKept, makeBigDesk, readDesk } from './desk-folder.ts';
import { after, between, type Fault } from './fault.ts';
import { keysOf, RunningDesk } from './running-desk.ts';

const LONGEST_MS = 250;
const MOST_PAGES = 60;

export const killedInCheckpoints: Fault = {
  key: 'checkpoints',
  promise: 'killed while the log is moved into the database, it has everything that was saved',
  rounds: 60,
  roundsInTests: 2,
  async prepare(dataDir) {
    const { folder, id } = await makeBigDesk(dataDir);
    let known = await readDesk(folder, id);
    return async ({ random, folder: own }) => {
      const pages = between(random, 1, MOST_PAGES);
      const ms = between(random, 0, LONGEST_MS);
      const desk = new RunningDesk('desk-process.ts', 'write', folder, id, `${pages}`);
      await desk.reached(1);
      await after(ms);
      await desk.kill();
      copyDatabase(folder, join(own, 'copy'));
      const found = await readDesk(join(own, 'copy'), id);
      const kept = countKept(found.body, known.body, keysOf(desk.acknowledged + 1));
      assert.ok(kept >= desk.acknowledged, `${kept} keys are there, ${desk.acknowledged} were acknowledged`);
      known = found;
      return { pages, ms, acknowledged: desk.acknowledged, kept };
    };
  },
};
