import { expect, it } from 'vitest';
import type { SearchHit } from '../../shared/contract/desk.ts';
import { orderHits } from './hit-order.ts';

const hit = (id: string, isExact: boolean): SearchHit => ({ id, isExact }) as SearchHit;

it('puts exact hits first and leaves each kind as it came', () => {
  const { hits, exact, isMixed } = orderHits([hit('a', false), hit('b', true), hit('c', false), hit('d', true)]);
  expect(hits.map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  expect(exact).toBe(2);
  expect(isMixed).toBe(true);
});

it('has two kinds only where both are there', () => {
  expect(orderHits([hit('a', true)]).isMixed).toBe(false);
  expect(orderHits([hit('a', false)]).isMixed).toBe(false);
  expect(orderHits([]).isMixed).toBe(false);
});
