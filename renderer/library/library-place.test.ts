import { describe, expect, it } from 'vitest';
import { listKey, partsOf, readPlace, turnSort, usualSort, wholeLibrary, withoutPart } from './library-place.ts';

describe('the place that is kept', () => {
  it('is there again as it was', () => {
    const place = {
      filter: { view: 'mine', section: 'Văn hóa', from: '2026-01-01' },
      sort: { by: 'headline', descending: false },
      isTable: true,
    } as const;
    expect(readPlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'all'],
    ['a view and an order that are not known', { filter: { view: 'dreams' }, sort: { by: 'colour', descending: 1 } }],
    ['a date that is none', { filter: { view: 'all', from: '26/4/2022' } }],
  ])('is the whole library where %s was kept', (_, kept) => {
    expect(readPlace(kept)).toEqual({ filter: wholeLibrary, sort: usualSort, isTable: false });
  });
});

describe('filters', () => {
  it('are counted by what a person sees, the days as one', () => {
    expect(partsOf({ view: 'all', author: 'Lê Thu Hà', from: '2026-01-01', to: '2026-12-31' })).toEqual([
      'author',
      'days',
    ]);
    expect(partsOf({ view: 'mine' })).toEqual([]);
  });

  it('go one by one and leave the view', () => {
    const filter = { view: 'mine', tag: 'lũ lụt', from: '2026-01-01', to: '2026-12-31' } as const;
    expect(withoutPart(filter, 'days')).toEqual({ view: 'mine', tag: 'lũ lụt' });
    expect(withoutPart(withoutPart(filter, 'days'), 'tag')).toEqual({ view: 'mine' });
  });

  it('name the same list alike, however they were put together', () => {
    expect(listKey({ tag: 'a', view: 'all', section: undefined }, usualSort)).toBe(
      listKey({ view: 'all', tag: 'a' }, usualSort),
    );
    expect(listKey({ view: 'all', tag: 'a' }, usualSort)).not.toBe(listKey({ view: 'all', author: 'a' }, usualSort));
  });
});

describe('orders', () => {
  it('begin with the newest or with A, and turn round when they are chosen again', () => {
    const byHeadline = turnSort(usualSort, 'headline');
    expect(byHeadline).toEqual({ by: 'headline', descending: false });
    expect(turnSort(byHeadline, 'headline')).toEqual({ by: 'headline', descending: true });
    expect(turnSort(byHeadline, 'day')).toEqual({ by: 'day', descending: true });
  });
});
