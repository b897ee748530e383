/** A table as a grid, for formats in which a cell that covers others has to be told apart from those that it covers. */
import type { Cell } from './document.ts';
import { cellPlaces } from './table.ts';

export type GridCell = { cell: Cell; columns: number; rows: number };
/** Null where another cell covers the place. Without columns where there is no cell at all. */
export type Grid = { rows: (GridCell | null)[][]; columns: number };

/** A cell covers no more than there is, and nothing that another covers already; a place without a cell gets an empty one. */
export function tableGrid(rows: readonly (readonly Cell[])[]): Grid {
  const { places, columns } = cellPlaces(rows);
  const grid: Grid = { rows: rows.map(() => Array.from({ length: columns }, () => null)), columns };
  const taken = new Set<string>();
  for (const { row, column } of places) taken.add(`${row}:${column}`);
  for (const { row, column, cell } of places) {
    const span = { columns: 1, rows: 1 };
    const isFree = (atRow: number, atColumn: number): boolean =>
      atRow < rows.length && atColumn < columns && !taken.has(`${atRow}:${atColumn}`);
    while (span.columns < (cell.columns ?? 1) && isFree(row, column + span.columns)) span.columns += 1;
    const across = Array.from({ length: span.columns }, (_, index) => column + index);
    while (span.rows < (cell.rows ?? 1) && across.every((at) => isFree(row + span.rows, at))) span.rows += 1;
    for (let down = 0; down < span.rows; down += 1) for (const at of across) taken.add(`${row + down}:${at}`);
    grid.rows[row]![column] = { cell, ...span };
  }
  for (const [row, cells] of grid.rows.entries()) {
    for (const column of cells.keys()) {
      if (!taken.has(`${row}:${column}`)) cells[column] = { cell: { runs: [] }, columns: 1, rows: 1 };
    }
  }
  return grid;
}
