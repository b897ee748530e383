import { describe, expect, it } from 'vitest';
import type { PhotoFilter } from '../../shared/contract/desk-photos.ts';
import {
  chipsOf,
  filterOfBatch,
  filterOfView,
  isNarrowed,
  photoViews,
  readPhotoPlace,
  sheetKey,
  usualSort,
  viewOf,
  wholeSheet,
  withoutChip,
  withoutChips,
} from './photo-place.ts';

describe('the place of the contact sheet', () => {
  it('is there again, but for what was searched', () => {
    const filter: PhotoFilter = { ...wholeSheet, query: 'cầu', rating: 3, batch: 'Thẻ 1' };
    const sort = { by: 'name', descending: false } as const;
    const kept = JSON.parse(JSON.stringify({ filter, sort, size: 'large' }));
    expect(readPhotoPlace(kept)).toEqual({ filter: { ...filter, query: '' }, sort, size: 'large' });
  });

  it('is the usual one where something else was kept', () => {
    for (const kept of [null, 'x', 3, {}, { filter: { rating: 9 }, sort: { by: 'luck' }, size: 'huge' }]) {
      expect(readPhotoPlace(kept)).toEqual({ filter: wholeSheet, sort: usualSort, size: 'medium' });
    }
  });

  it('has one key for the same list, however its filter was made', () => {
    const one = sheetKey({ ...wholeSheet, rating: 2, person: 'An' }, usualSort);
    expect(sheetKey({ person: 'An', rating: 2, label: undefined, ...wholeSheet }, usualSort)).toBe(one);
    expect(sheetKey({ ...wholeSheet, rating: 3, person: 'An' }, usualSort)).not.toBe(one);
    expect(sheetKey({ ...wholeSheet, rating: 2, person: 'An' }, { by: 'taken', descending: false })).not.toBe(one);
  });
});

describe('views and take-ins', () => {
  it('are told from the filter that they make', () => {
    for (const view of photoViews) expect(viewOf(filterOfView(view, wholeSheet))).toBe(view);
    expect(viewOf(filterOfBatch('Thẻ 1', wholeSheet))).toBeNull();
  });

  it('keep what is searched for and let go of the other filters', () => {
    const before: PhotoFilter = { query: 'cầu', aside: true, rating: 3, batch: 'Thẻ 1' };
    expect(filterOfView('own', before)).toEqual({ query: 'cầu', aside: true, shared: false });
    expect(filterOfBatch('Thẻ 2', before)).toEqual({ query: 'cầu', aside: true, batch: 'Thẻ 2' });
  });
});

describe('chips', () => {
  const filter: PhotoFilter = {
    ...filterOfView('uncaptioned', wholeSheet),
    rating: 2,
    from: '2026-01-01',
    to: '2026-01-31',
    place: 'Huế',
  };

  it('are what narrows a view, both ends of a span of days as one', () => {
    expect(chipsOf(filter)).toEqual(['rating', 'days', 'place']);
    expect(chipsOf({ ...wholeSheet, to: '2026-01-31' })).toEqual(['days']);
    expect(chipsOf({ ...wholeSheet, used: false })).toEqual(['used']);
  });

  it('are those put aside too, which narrow nothing and are no choice where nothing else is shown', () => {
    const withAside: PhotoFilter = { ...filterOfView('own', wholeSheet), aside: true };
    expect(chipsOf(withAside)).toEqual(['aside']);
    expect(isNarrowed(withAside)).toBe(false);
    expect(withoutChip(withAside, 'aside')).toEqual({ ...wholeSheet, shared: false });
    expect(chipsOf(filterOfView('aside', withAside))).toEqual([]);
  });

  it('go one by one, or all with what is searched for, and leave the view', () => {
    expect(withoutChip(filter, 'days')).toEqual({ ...wholeSheet, uncaptioned: true, rating: 2, place: 'Huế' });
    expect(withoutChips({ ...filter, query: 'x' })).toEqual({ ...wholeSheet, uncaptioned: true });
    expect(isNarrowed({ ...filter })).toBe(true);
    expect(isNarrowed(withoutChips(filter))).toBe(false);
    expect(isNarrowed({ ...wholeSheet, query: ' ' })).toBe(false);
  });
});
