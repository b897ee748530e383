import { expect, it } from 'vitest';
import type { Cell } from './document.ts';
import { tableGrid } from './table-grid.ts';

const cell = (text: string, columns?: number, rows?: number): Cell => ({
  runs: [{ text }],
  ...(columns === undefined ? {} : { columns }),
  ...(rows === undefined ? {} : { rows }),
});
const drawn = (rows: Cell[][]): string[] =>
  tableGrid(rows).rows.map((row) =>
    row
      .map((place) => (place === null ? '·' : `${place.cell.runs[0]?.text ?? '-'}${place.columns}${place.rows}`))
      .join(' '),
  );

it('a cell stands where it stands in HTML, and covers what is behind and below it', () => {
  expect(drawn([[cell('a', 2, 2), cell('b')], [cell('c')], [cell('d'), cell('e', 2)]])).toEqual([
    ...['a22 · b11', '· · c11', 'd11 e21 ·'],
  ]);
});

it('a cell that says it covers more than there is, or what another has, covers what it can', () => {
  expect(drawn([[cell('a', undefined, 9), cell('b')], [cell('c', 5)]])).toEqual([
    ...['a12 b11 -11 -11 -11 -11', '· c51 · · · ·'],
  ]);
});
