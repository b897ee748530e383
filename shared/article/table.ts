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
 *   removed          what it held when somebody took its embed away (table-aside.ts)
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
const CELL_NAME = /^cell:(.+):([\w-]{1,32}):([\w-]{1,32})$/su;

/** More than an article can use; beyond it only what something stands in is shown. */
export const MAX_TABLE_ROWS = 2000;
const MAX_TABLE_COLUMNS = 100;
const MAX_TABLE_CELLS = 20_000;

/** How many rows a table may have that has so many columns, or columns that has so many rows. */
export function mostLines(axis: 'rows' | 'columns', others: number): number {
  const most = axis === 'rows' ? MAX_TABLE_ROWS : MAX_TABLE_COLUMNS;
  return Math.min(most, Math.floor(MAX_TABLE_CELLS / Math.max(1, others)));
}
/** How many cells are looked at for all of a table's spans. */
const MAX_SPAN_LOOKS = 400_000;
/** As in HTML. */
const MAX_SPAN_COLUMNS = 1000;

type Names = { size: number; tables: Map<string, [row: string, column: string][]> };
const namesOfDoc = new WeakMap<Y.Doc, Names>();

/** The cells that a document has a text for, empty or not, by their table. Top-level names only ever become more. */
function cellNames(doc: Y.Doc): Names['tables'] {
  const known = namesOfDoc.get(doc);
  if (known !== undefined && known.size === doc.share.size) return known.tables;
  const tables: Names['tables'] = new Map();
  for (const name of doc.share.keys()) {
    const [, table, row, column] = CELL_NAME.exec(name) ?? [];
    if (table === undefined || row === undefined || column === undefined) continue;
    const cells = tables.get(table);
    if (cells === undefined) tables.set(table, [[row, column]]);
    else cells.push([row, column]);
  }
  namesOfDoc.set(doc, { size: doc.share.size, tables });
  return tables;
}

/** The cells of a table in which something stands, whether they are shown or not. */
export function filledCells(doc: Y.Doc, table: string): [row: string, column: string][] {
  const cells = cellNames(doc).get(table) ?? [];
  return cells.filter(([row, column]) => isFilled(doc, table, row, column));
}

/** Asking makes no text. */
export function isFilled(doc: Y.Doc, table: string, row: string, column: string): boolean {
  const text = doc.share.get(`cell:${table}:${row}:${column}`);
  return text !== undefined && text._length > 0;
}

/** Behind every key that sorts: a row whose making was undone while somebody else wrote in it. */
const NO_ORDER = '~';

/** The ids that the map knows and those of which only text is left, in order, without those that are gone. */
function shownIds(map: Y.Map<unknown>, prefix: 'row:' | 'col:', filled: ReadonlySet<string>): string[] {
  const orders = new Map<string, string>();
  for (const id of filled) orders.set(id, NO_ORDER);
  for (const [key, order] of map.entries()) {
    if (!key.startsWith(prefix) || typeof order !== 'string') continue;
    const id = key.slice(prefix.length);
    if (PART_ID.test(id) && (filled.has(id) || map.get(`gone:${id}`) !== true)) orders.set(id, order);
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...orders].sort((a, b) => compare(a[1], b[1]) || compare(a[0], b[0])).map(([id]) => id);
}

/** The rows and columns of a table, in order. */
export function readTableOrder(doc: Y.Doc, table: string): Pick<TableShape, 'rows' | 'columns'> {
  const map = tableMap(doc, table);
  const filled = filledCells(doc, table);
  const [filledRows, filledColumns] = [
    new Set(filled.map(([row]) => row)),
    new Set(filled.map(([, column]) => column)),
  ];
  const columns = shownIds(map, 'col:', filledColumns).filter(
    (id, at) => at < MAX_TABLE_COLUMNS || filledColumns.has(id),
  );
  const most = mostLines('rows', columns.length);
  const rows = shownIds(map, 'row:', filledRows).filter((id, at) => at < most || filledRows.has(id));
  return { rows, columns };
}

export function readTableShape(doc: Y.Doc, table: string): TableShape {
  const map = tableMap(doc, table);
  const { rows, columns } = readTableOrder(doc, table);
  const widths = new Map<string, number>();
  for (const column of columns) {
    const width = map.get(`width:${column}`);
    if (typeof width === 'number' && width >= 1) widths.set(column, Math.min(100, Math.round(width)));
  }
  return { rows, columns, header: map.get('header') === true, widths, ...readSpans(doc, table, rows, columns) };
}

/** The spans that stand over empty cells alone; those of earlier cells before those of later ones. */
function readSpans(
  doc: Y.Doc,
  table: string,
  rows: readonly string[],
  columns: readonly string[],
): Pick<TableShape, 'spans' | 'covered'> {
  const spans: TableShape['spans'] = new Map();
  const covered = new Set<string>();
  const [rowPlaces, columnPlaces] = [rows, columns].map((ids) => new Map(ids.map((id, at) => [id, at])));
  const named = [...tableMap(doc, table).entries()].flatMap(([key, span]) => {
    const [prefix, row, column] = key.split(':');
    const [rowAt, columnAt] = [rowPlaces!.get(row ?? ''), columnPlaces!.get(column ?? '')];
    if (prefix !== 'span' || rowAt === undefined || columnAt === undefined || !Array.isArray(span)) return [];
    return [{ rowAt, columnAt, span }];
  });
  let looks = 0;
  for (const { rowAt, columnAt, span } of named.sort((a, b) => a.rowAt - b.rowAt || a.columnAt - b.columnAt)) {
    const place = `${rows[rowAt]}:${columns[columnAt]}`;
    const size = {
      rows: spanSize(span[0], rows.length - rowAt),
      columns: spanSize(span[1], columns.length - columnAt),
    };
    if (covered.has(place) || size.rows * size.columns === 1) continue;
    const under: string[] = [];
    let isFree = true;
    for (let at = 1; at < size.rows * size.columns && isFree; at += 1) {
      const row = rows[rowAt + Math.floor(at / size.columns)]!;
      const column = columns[columnAt + (at % size.columns)]!;
      under.push(`${row}:${column}`);
      looks += 1;
      isFree = looks < MAX_SPAN_LOOKS && !covered.has(`${row}:${column}`) && !isFilled(doc, table, row, column);
    }
    if (!isFree) continue;
    spans.set(place, size);
    for (const cell of under) covered.add(cell);
  }
  return { spans, covered };
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
      const runs = isFilled(doc, table, row, column) ? readCell(cellText(doc, table, row, column)) : [];
      const cell: Cell = { runs };
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
  const ids = new Set(cellNames(doc).keys());
  for (const name of doc.share.keys()) if (name.startsWith(prefix)) ids.add(name.slice(prefix.length));
  return [...ids].filter((id) => asId(id) !== null);
}

type Place = { row: number; column: number; cell: Cell };

/**
 * Where each cell of a block stands: a cell that covers others pushes on those behind it, as in HTML. A document may come
 * from a stranger: beyond what there is, and beyond what anybody can look at, a cell covers nothing.
 */
export function cellPlaces(rows: readonly (readonly Cell[])[]): { places: Place[]; columns: number } {
  const taken = new Set<string>();
  const places: Place[] = [];
  let columns = 0;
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column += 1;
      places.push({ row, column, cell });
      const [height, width] = sizeOf(cell, rows.length - row, MAX_SPAN_LOOKS - taken.size);
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) taken.add(`${row + down}:${column + right}`);
      }
      column += width;
      columns = Math.max(columns, column);
    }
  }
  return { places, columns };
}

function sizeOf({ rows = 1, columns = 1 }: Cell, rowsLeft: number, looksLeft: number): [height: number, width: number] {
  const [height, width] = [Math.min(rows, rowsLeft), Math.min(columns, MAX_SPAN_COLUMNS)];
  return height * width > looksLeft ? [1, 1] : [height, width];
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
