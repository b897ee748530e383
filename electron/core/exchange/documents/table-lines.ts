/**
 * A table as it lies in a file, as lines of the article. Tables that only lay out a page (one row or one column, or with
 * pictures in them) are no tables for a reader: what they hold stands line by line.
 */
import { SOFT_BREAK } from '../../../../shared/article/clean-text.ts';
import type { Cell, Run, TableBlock } from '../../../../shared/article/document.ts';
import { type SourceLine, textLine } from '../source-line.ts';

export type SourceCell = { lines: SourceLine[]; columns: number; rows: number };
export type SourceRow = { cells: SourceCell[]; isHeader: boolean };

const MAX_CELLS = 4_000;
const MAX_COLUMNS = 63;
const MAX_BOX_LINES = 20;
const MAX_BOX_CHARACTERS = 3_000;
/** Places that all cells together may cover. */
const MAX_AREA = 20_000;
/** An id of the table within its article. Readers number their tables. */
export const tableId = (number: number): string => `table-${number}`;

export function tableLines(source: readonly SourceRow[], id: string): SourceLine[] {
  const rows = withinTable(source.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0)));
  const all = rows.flatMap(({ cells }) => cells);
  const lines = all.flatMap((cell) => cell.lines);
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const isLayout =
    rows.length < 2 || columns < 2 || lines.some(({ as }) => as === 'pictures' || as === 'table' || as === 'rule');
  if (isLayout) return rows.length === 1 && columns === 1 ? boxed(lines, id) : lines;
  const area = all.reduce((sum, cell) => sum + cell.columns * cell.rows, 0);
  if (all.length > MAX_CELLS || area > MAX_AREA || columns > MAX_COLUMNS) return rows.map(textRow);
  const cells = rows.map((row) => row.cells.map(cellOf));
  const isHeader = rows[0]?.isHeader === true || hasBoldHead(cells);
  const table: TableBlock = {
    kind: 'table',
    table: id,
    ...(isHeader && { header: true as const }),
    rows: isHeader ? [cells[0]!.map(withoutBold), ...cells.slice(1)] : cells,
  };
  return [{ as: 'table', text: textOfTable(table), runs: [], table }];
}

/** A frame round a little text is an info box; round more of it, it is how the page looks. */
function boxed(lines: readonly SourceLine[], box: string): SourceLine[] {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const isBox =
    lines.length <= MAX_BOX_LINES && length <= MAX_BOX_CHARACTERS && lines.every(({ as }) => as !== 'pictures');
  return isBox ? lines.map((line) => ({ ...line, box })) : [...lines];
}

/** Spans that reach beyond the last row say nothing. */
function withinTable(rows: readonly SourceRow[]): SourceRow[] {
  return rows.map(({ cells, isHeader }, at) => ({
    isHeader,
    cells: cells.map((cell) => ({
      lines: cell.lines,
      columns: Math.min(Math.max(1, cell.columns), MAX_COLUMNS),
      rows: Math.min(Math.max(1, cell.rows), rows.length - at),
    })),
  }));
}

/** What is too large for a table: a line for each row, with tabs between the cells. */
function textRow({ cells }: SourceRow): SourceLine {
  const runs = cells.flatMap((cell, at) => [...(at > 0 ? [{ text: '\t' }] : []), ...cellOf(cell).runs]);
  return textLine('text', mergeRuns(runs));
}

function cellOf({ lines, columns, rows }: SourceCell): Cell {
  const runs: Run[] = [];
  for (const line of lines) {
    if (runs.length > 0) runs.push({ text: SOFT_BREAK });
    if (line.as === 'bullet') runs.push({ text: '• ' });
    runs.push(...line.runs);
  }
  return { runs: mergeRuns(runs), ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) };
}

/** A first row that alone is wholly bold names the columns. */
function hasBoldHead([first = [], second = []]: readonly Cell[][]): boolean {
  const isBold = (cells: readonly Cell[]): boolean => {
    const runs = cells.flatMap((cell) => cell.runs).filter(({ text }) => text.trim() !== '');
    return runs.length > 0 && runs.every(({ bold }) => bold === true);
  };
  return first.length > 1 && isBold(first) && !isBold(second);
}

function withoutBold(cell: Cell): Cell {
  return { ...cell, runs: mergeRuns(cell.runs.map(({ bold: _, ...run }) => run)) };
}

/** A soft break has the formats of the text before it. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const isPlain = (it: Run): boolean => Object.keys(it).length === 1;
    if (last !== undefined && (run.text === SOFT_BREAK || (isPlain(last) && isPlain(run)))) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/** Cells parted by bars, rows by spaces: what a person recognises a table by. */
export function textOfTable({ rows }: TableBlock): string {
  const text = (cell: Cell): string => cell.runs.map((run) => run.text).join('');
  return rows.map((cells) => cells.map(text).join(' | ')).join('\n');
}
