/** Cells by where they stand: neighbours, areas, and the order in which Tab goes through them. */
import type { TableShape } from '../../../shared/article/table.ts';
import { type CellArea, cellsIn, wholeArea } from '../../../shared/article/table-spans.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export function wholeTable(shape: TableShape): CellArea {
  return { row: 0, column: 0, rows: shape.rows.length, columns: shape.columns.length };
}

/** `row:column` of every cell that is shown, in reading order. */
export function placesInOrder(shape: TableShape, area: CellArea = wholeTable(shape)): string[] {
  return cellsIn(shape, area).map((cell) => cell.join(':'));
}

/** Where a cell stands and what it covers; null if there is none. */
export function areaOf(shape: TableShape, place: string): CellArea | null {
  const [row = '', column = ''] = place.split(':');
  const [rowAt, columnAt] = [shape.rows.indexOf(row), shape.columns.indexOf(column)];
  if (rowAt === -1 || columnAt === -1 || shape.covered.has(place)) return null;
  return { row: rowAt, column: columnAt, ...(shape.spans.get(place) ?? { rows: 1, columns: 1 }) };
}

/** The cell that is shown at a row and a column; null beyond the table. */
export function placeAt(shape: TableShape, row: number, column: number): string | null {
  const [rowId, columnId] = [shape.rows[row], shape.columns[column]];
  if (rowId === undefined || columnId === undefined) return null;
  if (!shape.covered.has(`${rowId}:${columnId}`)) return `${rowId}:${columnId}`;
  for (const place of shape.spans.keys()) {
    const area = areaOf(shape, place);
    if (area !== null && isIn(area, row, column)) return place;
  }
  return null;
}

function isIn(area: CellArea, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** The cell beside one, as it looks; null at the table's edge. */
export function placeBeside(shape: TableShape, place: string, direction: Direction): string | null {
  const area = areaOf(shape, place);
  if (area === null) return null;
  switch (direction) {
    case 'up':
      return placeAt(shape, area.row - 1, area.column);
    case 'down':
      return placeAt(shape, area.row + area.rows, area.column);
    case 'left':
      return placeAt(shape, area.row, area.column - 1);
    case 'right':
      return placeAt(shape, area.row, area.column + area.columns);
  }
}

/** The cell before or behind one in reading order. */
export function placeNext(shape: TableShape, place: string, by: -1 | 1): string | null {
  const places = placesInOrder(shape);
  const at = places.indexOf(place);
  return at === -1 ? null : (places[at + by] ?? null);
}

/** The smallest area of whole cells from one cell to another. */
export function areaBetween(shape: TableShape, from: string, to: string): CellArea | null {
  const [one, other] = [areaOf(shape, from), areaOf(shape, to)];
  if (one === null || other === null) return null;
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return wholeArea(shape, {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  });
}
