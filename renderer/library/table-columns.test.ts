import { describe, expect, it } from 'vitest';
import { columns, columnsFor } from './table-columns.ts';

describe('the columns of the table', () => {
  it('are all there where there is room', () => {
    expect(columnsFor(1_740).shown).toEqual(columns);
  });

  it('give way one by one, the headline and the state never', () => {
    expect(columnsFor(1_190).shown).not.toContain('tags');
    expect(columnsFor(1_190).shown).toContain('author');
    expect(columnsFor(200).shown).toEqual(['headline', 'standing']);
  });

  it('have one track each, and the headline takes what is left', () => {
    const { shown, tracks } = columnsFor(1_740);
    expect(tracks.match(/px/g)).toHaveLength(shown.length - 1);
    expect(tracks.startsWith('minmax(0, 1fr) ')).toBe(true);
  });
});
