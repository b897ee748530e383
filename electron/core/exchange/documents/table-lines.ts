/**
 * A table as it lies in a file, as lines of the article. Tables that only lay out a page (one row or one column, or with
 * pictures in them) are no tables for a reader: what they hold stands line by line.
 */
import { SOFT_BREAK } from '../../../../shared/article/clean-text.ts';
import type { Cell, Run, TableBlock } from '../../../../shared/article/document.ts';
import { cellPlaces } from '../../../../shared/article/table.ts';
import type { SourceLine } from '../source-line.ts';

export type SourceCell = { lines: SourceLine[]; columns: number; rows: number };
export type SourceRow = { cells: SourceCell[]; isHeader: boolean };

const MAX_CELLS = 20_000;
const MAX_SPAN = 1_000;
/** An id of the table within its article. Readers number their tables. */
export const tableId = (number: number): string => `table-${number}`;

export function tableLines(source: readonly SourceRow[], id: string): SourceLine[] {
  const rows = source.filter(({ cells }) => cells.length > 0);
  const all = rows.flatMap(({ cells }) => cells);
  const lines = all.flatMap((cell) => cell.lines);
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const isLayout =
    rows.length < 2 ||
    columns < 2 ||
    all.length > MAX_CELLS ||
    lines.some(({ as }) => as === 'pictures' || as === 'table' || as === 'rule');
  if (isLayout || lines.length === 0) return lines;
  const table: TableBlock = {
    kind: 'table',
    table: id,
    ...(rows[0]?.isHeader === true && { header: true as const }),
    rows: withinTable(rows.map(({ cells }) => cells.map(cellOf))),
  };
  return [{ as: 'table', text: textOfTable(table), runs: [], table }];
}

/** Spans that reach beyond the last row say nothing. */
function withinTable(rows: Cell[][]): Cell[][] {
  const { columns } = cellPlaces(rows);
  return rows.map((cells, at) =>
    cells.map((cell) => {
      const down = Math.min(cell.rows ?? 1, rows.length - at);
      const right = Math.min(cell.columns ?? 1, columns);
      return { runs: cell.runs, ...(right > 1 && { columns: right }), ...(down > 1 && { rows: down }) };
    }),
  );
}

function cellOf({ lines, columns, rows }: SourceCell): Cell {
  const runs: Run[] = [];
  for (const line of lines) {
    if (runs.length > 0) runs.push({ text: SOFT_BREAK });
    if (line.as === 'bullet') runs.push({ text: '• ' });
    runs.push(...line.runs);
  }
  const [right, down] = [Math.min(columns, MAX_SPAN), Math.min(rows, MAX_SPAN)];
  return { runs: mergeRuns(runs), ...(right > 1 && { columns: right }), ...(down > 1 && { rows: down }) };
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
