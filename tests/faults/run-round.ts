/** One round of a fault, with its numbers from its seed and a folder that is gone when it has passed. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../support/seeded-random.ts';
import type { Facts, Round } from './fault.ts';

export async function runRound(
  round: (round: Round) => Promise<Facts>,
  { seed, place }: { seed: number; place: string },
): Promise<Facts> {
  const folder = join(place, `round-${seed}`);
  mkdirSync(folder, { recursive: true });
  const facts = await round({ seed, random: seededRandom(seed), folder });
  // What a round that failed has left is there to be looked at.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return facts;
}
