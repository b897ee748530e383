/**
 * Edits of a table, each to be made in a transaction of the caller's. Places count what is shown (`TableShape`). A row that
 * is taken away is marked, and the letters that stand in it go: what somebody else writes there meanwhile brings it back.
 */
import type * as Y from 'yjs';
import type { Run, TableBlock } from './document.ts';
import { type FormatName, newBlockId } from './flat-text.ts';
import { orderKeys, orderKeysBetween } from './order-key.ts';
import { cellText, filledCells, isFilled, mostLines, readTableOrder, readTableShape, tableMap } from './table.ts';
import { clearCell, setCell } from './table-cells.ts';
import { type CellArea, cellsIn, keepSpans } from './table-spans.ts';

/** What an edit is about. */
export type Axis = 'rows' | 'columns';

const prefixes = { rows: 'row:', columns: 'col:' } as const;

/** An empty table, its first row naming the columns. */
export function newTable(rows: number, columns: number): TableBlock {
  return {
    kind: 'table',
    table: newBlockId(),
    header: true,
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ runs: [] }))),
  };
}

const KEY = /^[0-9A-Za-z]+$/;

/** Keys for the place before the one that is the `at`th now; all get new keys where there is no room. */
function keysAt(map: Y.Map<unknown>, axis: Axis, ids: readonly string[], at: number, count: number): string[] {
  if (count <= 0) return [];
  const keyOf = (id: string | undefined): string | null => {
    const key = id === undefined ? null : map.get(prefixes[axis] + id);
    return typeof key === 'string' && KEY.test(key) ? key : null;
  };
  const hasRoom = (before: string | undefined, after: string | undefined): boolean => {
    const [low, high] = [keyOf(before), keyOf(after)];
    if ((before !== undefined && low === null) || (after !== undefined && high === null)) return false;
    return low === null || high === null || low < high;
  };
  if (!hasRoom(ids[at - 1], ids[at])) {
    for (const [index, key] of orderKeys(ids.length).entries()) map.set(prefixes[axis] + ids[index]!, key);
  }
  return orderKeysBetween(keyOf(ids[at - 1]), keyOf(ids[at]), count);
}

/** Puts in as many rows or columns, before the one that is the `at`th now. Answers their ids; fewer at the limit. */
export function insertLines(doc: Y.Doc, table: string, axis: Axis, at: number, count = 1): string[] {
  const before = readTableShape(doc, table);
  const map = tableMap(doc, table);
  const ids = [...before[axis]];
  const room = mostLines(axis, before[axis === 'rows' ? 'columns' : 'rows'].length) - ids.length;
  const added = keysAt(map, axis, ids, at, Math.min(count, room)).map((key) => {
    const id = newBlockId();
    map.set(prefixes[axis] + id, key);
    return id;
  });
  ids.splice(at, 0, ...added);
  if (axis === 'columns' && before.widths.size > 0 && before.widths.size === before.columns.length) {
    const sum = [...before.widths.values()].reduce((total, width) => total + width, 0);
    for (const id of added) map.set(`width:${id}`, Math.max(1, Math.round(sum / before.columns.length)));
  }
  keepSpans(doc, table, before, { ...before, [axis]: ids });
  return added;
}

/** Takes rows or columns away, with what stands in them. */
export function removeLines(doc: Y.Doc, table: string, axis: Axis, at: number, count = 1): void {
  const before = readTableShape(doc, table);
  const removed = new Set(before[axis].slice(at, at + count));
  if (removed.size === 0) return;
  keepSpans(doc, table, before, { ...before, [axis]: before[axis].filter((id) => !removed.has(id)) });
  const map = tableMap(doc, table);
  for (const id of removed) map.set(`gone:${id}`, true);
  for (const [row, column] of filledCells(doc, table)) {
    if (removed.has(axis === 'rows' ? row : column)) clearCell(cellText(doc, table, row, column));
  }
}

/** Moves rows or columns, so that the first of them is the `to`th of all. */
export function moveLines(doc: Y.Doc, table: string, axis: Axis, at: number, count: number, to: number): void {
  const before = readTableShape(doc, table);
  const ids = [...before[axis]];
  const moved = ids.splice(at, count);
  const place = Math.max(0, Math.min(to, ids.length));
  if (moved.length === 0 || place === at) return;
  const map = tableMap(doc, table);
  for (const [index, key] of keysAt(map, axis, ids, place, moved.length).entries()) {
    map.set(prefixes[axis] + moved[index]!, key);
  }
  ids.splice(place, 0, ...moved);
  keepSpans(doc, table, before, { ...before, [axis]: ids });
}

export function setHeader(doc: Y.Doc, table: string, hasHeader: boolean): void {
  tableMap(doc, table).set('header', hasHeader);
}

/** Hundredths of the table's width, for every column in order; null leaves them to what the columns hold. */
export function setWidths(doc: Y.Doc, table: string, widths: readonly number[] | null): void {
  const { columns } = readTableOrder(doc, table);
  const map = tableMap(doc, table);
  for (const [at, column] of columns.entries()) {
    const key = `width:${column}`;
    const width = Math.max(1, Math.min(100, Math.round(widths?.[at] ?? 1)));
    if (widths === null) map.delete(key);
    else if (map.get(key) !== width) map.set(key, width);
  }
}

/** Takes away what stands in the cells of an area. */
export function clearCells(doc: Y.Doc, table: string, area: CellArea): void {
  for (const [row, column] of cellsIn(readTableShape(doc, table), area)) {
    if (isFilled(doc, table, row, column)) clearCell(cellText(doc, table, row, column));
  }
}

/** Puts a format on all that stands in the cells of an area, or takes it off. */
export function formatCells(doc: Y.Doc, table: string, area: CellArea, name: FormatName, isOn: boolean): void {
  const script = { superscript: 'subscript', subscript: 'superscript' } as const;
  // Of superscript and subscript a merge may have left both.
  const other = name === 'superscript' || name === 'subscript' ? { [script[name]]: null } : {};
  for (const [row, column] of cellsIn(readTableShape(doc, table), area)) {
    if (!isFilled(doc, table, row, column)) continue;
    const text = cellText(doc, table, row, column);
    text.format(0, text.length, { [name]: isOn ? true : null, ...(isOn || name === 'superscript' ? other : {}) });
  }
}

/**
 * Puts a grid of texts into the cells from a place on, in place of what stands there, with new rows and columns where they
 * do not suffice. Cells that cover others in that area are parted first. What goes beyond the limits is left out.
 */
export function fillCells(
  doc: Y.Doc,
  table: string,
  from: { row: number; column: number },
  grid: readonly (readonly (readonly Run[])[])[],
): CellArea {
  const size = { rows: grid.length, columns: Math.max(0, ...grid.map((row) => row.length)) };
  const order = readTableOrder(doc, table);
  for (const [axis, start] of [
    ['rows', from.row],
    ['columns', from.column],
  ] as const) {
    const missing = start + size[axis] - order[axis].length;
    if (missing > 0) insertLines(doc, table, axis, order[axis].length, missing);
  }
  const map = tableMap(doc, table);
  const area = { ...from, ...size };
  const shape = readTableShape(doc, table);
  for (const [place, span] of shape.spans) {
    const [row = '', column = ''] = place.split(':');
    const [rowAt, columnAt] = [shape.rows.indexOf(row), shape.columns.indexOf(column)];
    const isOutside =
      rowAt >= area.row + area.rows ||
      columnAt >= area.column + area.columns ||
      rowAt + span.rows <= area.row ||
      columnAt + span.columns <= area.column;
    if (!isOutside) map.delete(`span:${place}`);
  }
  for (const [down, texts] of grid.entries()) {
    for (const [right, runs] of texts.entries()) {
      const [row, column] = [shape.rows[from.row + down], shape.columns[from.column + right]];
      if (row === undefined || column === undefined) continue;
      if (runs.length > 0 || isFilled(doc, table, row, column)) setCell(cellText(doc, table, row, column), runs);
    }
  }
  return area;
}
