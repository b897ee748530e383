/**
 * A table of an article. What it holds stands beside the flat text, in a Y.Map named for it (`table:ID`) and one Y.Text
 * per cell (`cell:ID:ROW:COLUMN`), all of them top-level: two people who make the same cell at once write into the same
 * text, and a table that one deletes while another writes in it still has what was written. The embed in the body only
 * says where it stands.
 *
 *   row:ID, col:ID   the place of a row or a column among its like: a key that sorts (order-key.ts)
 *   gone:ROW|COL     true where somebody took it away; it stays as long as there is text in it
 *   width:COL        hundredths of the table's width
 *   span:ROW:COL     [rows, columns] that the cell covers; only over cells that are empty
 *   header           true where the first row names the columns
 *
 * So rows and columns are added, taken away and moved apart, and every letter of a cell that nobody deleted is shown.
 */
import type * as Y from 'yjs';
import { cleanText, SOFT_BREAK } from './clean-text.ts';
import type { Cell, TableBlock } from './document.ts';
import { asId, readLines } from './flat-text.ts';
import { orderKeys } from './order-key.ts';
import { attributesOfRun, runsOfParts } from './runs.ts';

/** A table as it stands: rows and columns in order, by their ids. */
export type TableShape = {
  rows: string[];
  columns: string[];
  header: boolean;
  widths: Map<string, number>;
  /** By `row:column`, for the cells that cover others. */
  spans: Map<string, { rows: number; columns: number }>;
  /** `row:column` of the cells that others cover. */
  covered: Set<string>;
};

export const tableMap = (doc: Y.Doc, table: string): Y.Map<unknown> => doc.getMap(`table:${table}`);

/** The text of a cell: one line of formatted text with soft breaks, without marks. */
export const cellText = (doc: Y.Doc, table: string, row: string, column: string): Y.Text =>
  doc.getText(`cell:${table}:${row}:${column}`);

const PART_ID = /^[\w-]{1,32}$/;

function idsInOrder(map: Y.Map<unknown>, prefix: 'row:' | 'col:'): string[] {
  const found: [id: string, order: string][] = [];
  for (const [key, order] of map.entries()) {
    const id = key.slice(prefix.length);
    if (key.startsWith(prefix) && PART_ID.test(id) && typeof order === 'string') found.push([id, order]);
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => compare(a[1], b[1]) || compare(a[0], b[0])).map(([id]) => id);
}

export function readTableShape(doc: Y.Doc, table: string): TableShape {
  const map = tableMap(doc, table);
  const [allRows, allColumns] = [idsInOrder(map, 'row:'), idsInOrder(map, 'col:')];
  const hasText = (row: string, column: string): boolean => cellText(doc, table, row, column).length > 0;
  const isGone = (id: string): boolean => map.get(`gone:${id}`) === true;
  const rows = allRows.filter((row) => !isGone(row) || allColumns.some((column) => hasText(row, column)));
  const columns = allColumns.filter((column) => !isGone(column) || allRows.some((row) => hasText(row, column)));
  const widths = new Map<string, number>();
  for (const column of columns) {
    const width = map.get(`width:${column}`);
    if (typeof width === 'number' && width >= 1) widths.set(column, Math.min(100, Math.round(width)));
  }
  const spans: TableShape['spans'] = new Map();
  const covered = new Set<string>();
  for (const [rowAt, row] of rows.entries()) {
    for (const [columnAt, column] of columns.entries()) {
      const span = map.get(`span:${row}:${column}`);
      if (!Array.isArray(span) || covered.has(`${row}:${column}`)) continue;
      const most = { rows: rows.length - rowAt, columns: columns.length - columnAt };
      const size = { rows: spanSize(span[0], most.rows), columns: spanSize(span[1], most.columns) };
      const under = rows
        .slice(rowAt, rowAt + size.rows)
        .flatMap((r) => columns.slice(columnAt, columnAt + size.columns).map((c) => [r, c] as const))
        .slice(1);
      if (under.length === 0 || under.some(([r, c]) => covered.has(`${r}:${c}`) || hasText(r, c))) continue;
      spans.set(`${row}:${column}`, size);
      for (const [r, c] of under) covered.add(`${r}:${c}`);
    }
  }
  return { rows, columns, header: map.get('header') === true, widths, spans, covered };
}

function spanSize(value: unknown, most: number): number {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), most) : 1;
}

/** The table as a block; null if nothing is known of it, or nothing is left. */
export function readTable(doc: Y.Doc, table: string): TableBlock | null {
  const { rows, columns, header, widths, spans, covered } = readTableShape(doc, table);
  if (rows.length === 0 || columns.length === 0) return null;
  const block: TableBlock = { kind: 'table', table, rows: [] };
  for (const row of rows) {
    const cells: Cell[] = [];
    for (const column of columns) {
      const place = `${row}:${column}`;
      if (covered.has(place)) continue;
      const span = spans.get(place);
      const cell: Cell = { runs: readCell(cellText(doc, table, row, column)) };
      if (span !== undefined && span.columns > 1) cell.columns = span.columns;
      if (span !== undefined && span.rows > 1) cell.rows = span.rows;
      cells.push(cell);
    }
    block.rows.push(cells);
  }
  if (header) block.header = true;
  if (columns.every((column) => widths.has(column))) block.widths = columns.map((column) => widths.get(column)!);
  return block;
}

/** Marks, which only a stranger puts into a cell, are soft breaks. */
function readCell(text: Y.Text): Cell['runs'] {
  const parts = readLines(text).flatMap((line, index) =>
    index === 0 ? line.parts : [{ text: SOFT_BREAK, attributes: {} }, ...line.parts],
  );
  return runsOfParts(parts);
}

/** The tables that a document knows, whether they stand in the text or not. */
export function tableIds(doc: Y.Doc): string[] {
  const prefix = 'table:';
  return [...doc.share.keys()].flatMap((name) => {
    const id = name.startsWith(prefix) ? asId(name.slice(prefix.length)) : null;
    return id === null ? [] : [id];
  });
}

type Place = { row: number; column: number; cell: Cell };

/** Where each cell of a block stands: a cell that covers others pushes on those behind it, as in HTML. */
export function cellPlaces(rows: readonly (readonly Cell[])[]): { places: Place[]; columns: number } {
  const taken = new Set<string>();
  const places: Place[] = [];
  let columns = 0;
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column += 1;
      places.push({ row, column, cell });
      for (let down = 0; down < (cell.rows ?? 1); down += 1) {
        for (let right = 0; right < (cell.columns ?? 1); right += 1) taken.add(`${row + down}:${column + right}`);
      }
      column += cell.columns ?? 1;
      columns = Math.max(columns, column);
    }
  }
  return { places, columns };
}

/** Writes a NEW table as the block says. Only in a transaction; its embed is the caller's. */
export function writeTable(doc: Y.Doc, block: TableBlock): void {
  const map = tableMap(doc, block.table);
  const { places, columns } = cellPlaces(block.rows);
  const rowIds = orderKeys(block.rows.length).map((order, index) => {
    map.set(`row:r${index}`, order);
    return `r${index}`;
  });
  const columnIds = orderKeys(columns).map((order, index) => {
    map.set(`col:c${index}`, order);
    return `c${index}`;
  });
  if (block.header === true) map.set('header', true);
  for (const [index, width] of (block.widths ?? []).entries()) {
    if (index < columns) map.set(`width:c${index}`, width);
  }
  for (const { row, column, cell } of places) {
    const [rowId, columnId] = [rowIds[row]!, columnIds[column]!];
    if ((cell.rows ?? 1) > 1 || (cell.columns ?? 1) > 1) {
      map.set(`span:${rowId}:${columnId}`, [cell.rows ?? 1, cell.columns ?? 1]);
    }
    const text = cellText(doc, block.table, rowId, columnId);
    let at = 0;
    for (const run of cell.runs) {
      const clean = cleanText(run.text);
      text.insert(at, clean, attributesOfRun(run));
      at += clean.length;
    }
  }
}
