import { expect, it } from 'vitest';
import { putSpot } from './kept-spots.ts';

it('keeps the last spot of each list, and forgets the lists that were not used for longest', () => {
  let spots = putSpot([], 'first', { row: 1, active: null });
  for (let list = 0; list < 23; list += 1) spots = putSpot(spots, `other ${list}`, { row: list, active: null });
  spots = putSpot(spots, 'first', { row: 2.5, active: { index: 3, id: 'a' } });
  expect(spots).toHaveLength(24);
  expect(spots[0]).toEqual({ list: 'first', row: 2.5, active: { index: 3, id: 'a' } });
  spots = putSpot(spots, 'newest', { row: 0, active: null });
  expect(spots.map(({ list }) => list)).toContain('first');
  expect(spots.map(({ list }) => list)).not.toContain('other 0');
});
