import { describe, expect, it } from 'vitest';
import { asideDeeds } from './aside-deeds.ts';

describe('what can be done with articles of a list', () => {
  it('is to set them aside, where none of them is', () => {
    expect(asideDeeds({ view: 'all' }, false)).toEqual(['spike']);
    expect(asideDeeds({ view: 'draft', section: 'Y tế' }, false)).toEqual(['spike']);
  });

  it('is to take them back, where all of them are aside', () =>
    expect(asideDeeds({ view: 'spiked' }, false)).toEqual(['restore']));

  it('is both, where a search found them', () =>
    expect(asideDeeds({ view: 'all' }, true)).toEqual(['spike', 'restore']));
});
