import type { SearchHit } from '../../shared/contract/desk.ts';

export type OrderedHits = {
  hits: readonly SearchHit[];
  /** How many of them, from the first, say what was asked for with the very accents typed. */
  exact: number;
  /** Some do and some do not: the list says which. */
  isMixed: boolean;
};

/** Exact hits first, each kind in the order it came in. */
export function orderHits(hits: readonly SearchHit[]): OrderedHits {
  const exact = hits.filter(({ isExact }) => isExact);
  const others = hits.filter(({ isExact }) => !isExact);
  return { hits: [...exact, ...others], exact: exact.length, isMixed: exact.length > 0 && others.length > 0 };
}
