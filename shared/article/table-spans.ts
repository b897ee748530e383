/** Cells that cover others: putting cells together, parting them, and keeping them right while rows and columns change. */
import type * as Y from 'yjs';
import { cellText, isFilled, readTableShape, type TableShape, tableMap } from './table.ts';
import { moveCellText } from './table-cells.ts';

/** Cells in a rectangle, counted as they are shown. */
export type CellArea = { row: number; column: number; rows: number; columns: number };

type Order = Pick<TableShape, 'rows' | 'columns'>;

/** The area with all of each cell that it touches. */
export function wholeArea(shape: TableShape, area: CellArea): CellArea {
  let { row: top, column: left } = area;
  let [bottom, right] = [
    Math.min(top + area.rows, shape.rows.length),
    Math.min(left + area.columns, shape.columns.length),
  ];
  const spans = [...shape.spans].map(([place, size]) => ({ ...placeOf(shape, place), ...size }));
  for (let grows = true; grows; ) {
    grows = false;
    for (const { row, column, rows, columns } of spans) {
      if (row >= bottom || column >= right || row + rows <= top || column + columns <= left) continue;
      if (row >= top && column >= left && row + rows <= bottom && column + columns <= right) continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row + rows), Math.max(right, column + columns)];
      grows = true;
    }
  }
  return { row: top, column: left, rows: bottom - top, columns: right - left };
}

function placeOf(shape: TableShape, place: string): { row: number; column: number } {
  const [row = '', column = ''] = place.split(':');
  return { row: shape.rows.indexOf(row), column: shape.columns.indexOf(column) };
}

/** The cells of an area that are shown, in reading order. */
export function cellsIn(shape: TableShape, { row, column, rows, columns }: CellArea): [row: string, column: string][] {
  return shape.rows
    .slice(row, row + rows)
    .flatMap((r) => shape.columns.slice(column, column + columns).map((c): [string, string] => [r, c]))
    .filter(([r, c]) => !shape.covered.has(`${r}:${c}`));
}

/** Puts the cells of an area together; what stands in them goes, line by line, into the first. */
export function mergeCells(doc: Y.Doc, table: string, area: CellArea): void {
  const shape = readTableShape(doc, table);
  const { row, column, rows, columns } = wholeArea(shape, area);
  const [first, ...others] = cellsIn(shape, { row, column, rows, columns });
  if (first === undefined || rows * columns < 2) return;
  const map = tableMap(doc, table);
  for (const [r, c] of others) {
    if (map.has(`span:${r}:${c}`)) map.delete(`span:${r}:${c}`);
    if (isFilled(doc, table, r, c)) moveCellText(cellText(doc, table, r, c), cellText(doc, table, ...first));
  }
  map.set(`span:${first.join(':')}`, [rows, columns]);
}

/** Parts every cell of an area that covers others. */
export function splitCells(doc: Y.Doc, table: string, area: CellArea): void {
  const shape = readTableShape(doc, table);
  const map = tableMap(doc, table);
  for (const [row, column] of cellsIn(shape, area)) {
    if (shape.spans.has(`${row}:${column}`)) map.delete(`span:${row}:${column}`);
  }
}

/**
 * Makes the spans of `before` right for the order that rows and columns have now: a row put into one is covered too, one
 * that went is covered no longer. Where the first row or column of a span went, the text goes on to the next of them.
 */
export function keepSpans(doc: Y.Doc, table: string, before: TableShape, now: Order): void {
  const map = tableMap(doc, table);
  for (const [place, size] of before.spans) {
    const { row, column } = placeOf(before, place);
    const rows = stillUnder(before.rows, row, size.rows, now.rows);
    const columns = stillUnder(before.columns, column, size.columns, now.columns);
    const anchor = `${rows[0]}:${columns[0]}`;
    const next = [rows.length, columns.length];
    if (anchor === place && next[0] === size.rows && next[1] === size.columns) continue;
    if (anchor !== place || rows.length * columns.length === 1) map.delete(`span:${place}`);
    if (rows.length === 0 || columns.length === 0) continue;
    if (anchor !== place) {
      const [from, to] = [before.rows[row]!, before.columns[column]!];
      if (isFilled(doc, table, from, to)) {
        moveCellText(cellText(doc, table, from, to), cellText(doc, table, rows[0]!, columns[0]!));
      }
    }
    if (rows.length * columns.length > 1) map.set(`span:${anchor}`, next);
  }
}

/** Of the ids under a span those that stand together still, and the new ones between them. */
function stillUnder(before: readonly string[], at: number, count: number, now: readonly string[]): string[] {
  const under = new Set(before.slice(at, at + count));
  const known = new Set(before);
  const first = before.slice(at, at + count).find((id) => now.includes(id));
  if (first === undefined) return [];
  const found: string[] = [];
  for (const id of now.slice(now.indexOf(first))) {
    if (!under.has(id) && known.has(id)) break;
    found.push(id);
  }
  while (!under.has(found.at(-1)!)) found.pop();
  return found;
}
