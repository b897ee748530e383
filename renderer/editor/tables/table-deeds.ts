/** What can be done to a table from where the caret is in it. */
import type * as Y from 'yjs';
import { mostLines, type TableShape } from '../../../shared/article/table.ts';
import { insertLines, moveLines, removeLines, setHeader, setWidths } from '../../../shared/article/table-edits.ts';
import { type CellArea, mergeCells, splitCells } from '../../../shared/article/table-spans.ts';
import { placesInOrder } from './cell-grid.ts';

export const tableDeeds = [
  'rowAbove',
  'rowBelow',
  'columnLeft',
  'columnRight',
  'rowUp',
  'rowDown',
  'columnBack',
  'columnForth',
  'removeRow',
  'removeColumn',
  'merge',
  'split',
  'header',
  'wider',
  'narrower',
  'evenWidths',
  'removeTable',
] as const;
export type TableDeed = (typeof tableDeeds)[number];

/** A step of the keyboard, in hundredths of the table's width. */
const WIDTH_STEP = 2;
export const LEAST_WIDTH = 4;

/** What makes sense for an area of cells. */
export function possibleDeeds(shape: TableShape, area: CellArea): Set<TableDeed> {
  const cells = placesInOrder(shape, area);
  const possible = new Set<TableDeed>(['header', 'removeTable', 'removeRow', 'removeColumn']);
  const add = (deed: TableDeed, isPossible: boolean): void => {
    if (isPossible) possible.add(deed);
  };
  const hasRoom = {
    rows: shape.rows.length < mostLines('rows', shape.columns.length),
    columns: shape.columns.length < mostLines('columns', shape.rows.length),
  };
  add('rowAbove', hasRoom.rows);
  add('rowBelow', hasRoom.rows);
  add('columnLeft', hasRoom.columns);
  add('columnRight', hasRoom.columns);
  add('rowUp', area.row > 0);
  add('rowDown', area.row + area.rows < shape.rows.length);
  add('columnBack', area.column > 0);
  add('columnForth', area.column + area.columns < shape.columns.length);
  add('merge', cells.length > 1);
  add(
    'split',
    cells.some((place) => shape.spans.has(place)),
  );
  add('evenWidths', shape.widths.size > 0);
  const widths = widthsOf(shape);
  add('wider', resized(widths, area.column, WIDTH_STEP) !== null);
  add('narrower', resized(widths, area.column, -WIDTH_STEP) !== null);
  return possible;
}

/** Hundredths for every column. */
export function widthsOf(shape: TableShape): number[] {
  const even = 100 / Math.max(1, shape.columns.length);
  const widths = shape.columns.map((column) => shape.widths.get(column) ?? even);
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => (width * 100) / sum);
}

/** Widths with one column wider by so much and its neighbour narrower; null if that is too narrow. */
export function resized(widths: readonly number[], column: number, by: number): number[] | null {
  const neighbour = column + 1 < widths.length ? column + 1 : column - 1;
  const [own, other] = [widths[column], widths[neighbour]];
  if (own === undefined || other === undefined) return null;
  if ((by < 0 && own + by < LEAST_WIDTH) || (by > 0 && other - by < LEAST_WIDTH)) return null;
  return widths.map((width, at) => (at === column ? width + by : at === neighbour ? width - by : width));
}

/** Does it, in a transaction of the caller's; taking the whole table away is not for here. */
export function doInTable(doc: Y.Doc, table: string, shape: TableShape, area: CellArea, deed: TableDeed): void {
  const { row, column, rows, columns } = area;
  switch (deed) {
    case 'rowAbove':
      insertLines(doc, table, 'rows', row);
      return;
    case 'rowBelow':
      insertLines(doc, table, 'rows', row + rows);
      return;
    case 'columnLeft':
      insertLines(doc, table, 'columns', column);
      return;
    case 'columnRight':
      insertLines(doc, table, 'columns', column + columns);
      return;
    case 'rowUp':
      moveLines(doc, table, 'rows', row, rows, row - 1);
      return;
    case 'rowDown':
      moveLines(doc, table, 'rows', row, rows, row + 1);
      return;
    case 'columnBack':
      moveLines(doc, table, 'columns', column, columns, column - 1);
      return;
    case 'columnForth':
      moveLines(doc, table, 'columns', column, columns, column + 1);
      return;
    case 'removeRow':
      removeLines(doc, table, 'rows', row, rows);
      return;
    case 'removeColumn':
      removeLines(doc, table, 'columns', column, columns);
      return;
    case 'merge':
      mergeCells(doc, table, area);
      return;
    case 'split':
      splitCells(doc, table, area);
      return;
    case 'header':
      setHeader(doc, table, !shape.header);
      return;
    case 'wider':
    case 'narrower': {
      const widths = resized(widthsOf(shape), column, deed === 'wider' ? WIDTH_STEP : -WIDTH_STEP);
      if (widths !== null) setWidths(doc, table, widths);
      return;
    }
    case 'evenWidths':
      setWidths(doc, table, null);
      return;
    case 'removeTable':
      return;
  }
}
