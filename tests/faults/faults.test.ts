/** Each fault a few times; `npm run faults` tries them by the hundred. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import type { Facts, Round } from './fault.ts';
import { faults } from './faults.ts';
import { runRound } from './run-round.ts';

const SEED = 20_261_125;

describe.each(faults)('the fault “$key”', ({ promise, roundsInTests, prepare }) => {
  const place = tempFolder();
  let round: (round: Round) => Promise<Facts>;

  beforeAll(async () => {
    round = await prepare(tempFolder());
  });

  it.each(Array.from({ length: roundsInTests }, (_, index) => SEED + index))(`${promise} (seed %i)`, async (seed) => {
    expect(await runRound(round, { seed, place })).toBeTypeOf('object');
  });
});
