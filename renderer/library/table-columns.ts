import type { SortBy } from './library-place.ts';

export const columns = ['headline', 'section', 'author', 'standing', 'tags', 'day', 'syllables', 'updated'] as const;
export type Column = (typeof columns)[number];

/** The least width in CSS pixels that a column is readable in; the headline takes what is left over. */
const widths: Record<Column, number> = {
  headline: 320,
  section: 128,
  author: 152,
  standing: 168,
  tags: 176,
  day: 96,
  syllables: 88,
  updated: 104,
};

/** Who goes first where there is no room. */
const dispensable: readonly Column[] = ['tags', 'syllables', 'day', 'author', 'section', 'updated'];

/** Tags are many to an article: there is no order by them. */
export function sortOf(column: Column): SortBy | null {
  return column === 'tags' ? null : column;
}

export function isNumeric(column: Column): boolean {
  return column === 'syllables' || column === 'day' || column === 'updated';
}

/** Which columns a table of this width (in CSS pixels) shows, and their tracks for CSS grid. */
export function columnsFor(width: number): { shown: readonly Column[]; tracks: string } {
  let shown: readonly Column[] = columns;
  const needed = (): number => shown.reduce((sum, column) => sum + widths[column], 0);
  for (const column of dispensable) {
    if (needed() <= width) break;
    shown = shown.filter((other) => other !== column);
  }
  const tracks = shown.map((column) => (column === 'headline' ? `minmax(0, 1fr)` : `${widths[column]}px`));
  return { shown, tracks: tracks.join(' ') };
}
