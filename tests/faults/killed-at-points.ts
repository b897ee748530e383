/** A core that ends at a named point of its own code, the n-th time it passes there. */
import assert from 'node:assert/strict';
import type { CrashPoint } from '../../electron/core/articles/articles.ts';
import { countKept, readDesk } from './desk-folder.ts';
import { between, type Fault } from './fault.ts';
import { keysOf, RunningDesk } from './running-desk.ts';

const MOST_PASSES = 30;

/** `more`: how many keys are there beyond those that were acknowledged. A new point is a line here. */
const points: readonly { point: CrashPoint; more: number }[] = [
  { point: 'before-commit', more: 0 },
  { point: 'after-commit', more: 1 },
  { point: 'before-projection', more: 0 },
];

export const killedAtPoints: Fault = {
  key: 'points',
  promise: 'ended at a named point, it has what was acknowledged and, once committed, what was not yet',
  rounds: points.length * 10,
  roundsInTests: points.length,
  async prepare() {
    let next = 0;
    return async ({ random, folder }) => {
      const { point, more } = points[next % points.length]!;
      next += 1;
      const passes = between(random, 2, MOST_PASSES);
      const desk = new RunningDesk('desk-process.ts', 'type', folder, point, `${passes}`);
      await desk.wasKilled();
      const { body } = await readDesk(folder, desk.said[0]!);
      const kept = countKept(body, '', keysOf(passes + 1));
      assert.ok(desk.acknowledged >= passes - 1, `${desk.acknowledged} keys before pass ${passes}`);
      assert.equal(kept, desk.acknowledged + more);
      return { point, passes, acknowledged: desk.acknowledged, kept };
    };
  },
};
