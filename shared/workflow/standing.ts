/** Where an article stands, in one word: its working and its public state as people speak of them. */
import type { PublicState, WorkingState } from './machine.ts';

export const standings = [
  'draft',
  'returned',
  'in-review',
  'approved',
  'live',
  'correcting',
  'withdrawn',
  'spiked',
] as const;
export type Standing = (typeof standings)[number];

export function standingOf(state: { working: WorkingState; public: PublicState; returned: boolean }): Standing {
  const { working, public: publicState, returned } = state;
  if (working === 'draft' && returned) return 'returned';
  if (working === 'draft' && publicState === 'live') return 'correcting';
  if (working === 'draft' && publicState === 'withdrawn') return 'withdrawn';
  if (working === 'approved' && publicState === 'live') return 'live';
  return working;
}
