/**
 * What changed in a table. Rows that are equal anchor the two tables to each other; between anchors, rows that share enough
 * of their words are the same row changed. Columns are told apart by what stands in them in the rows that stayed. Where
 * cells are merged otherwise than before, or rows or columns come and go, every cell is shown by itself.
 */
import type { ChangedCell, ChangedTable, ChangedTrait } from '../contract/desk-changes.ts';
import { bestPairs, commonPairs, type Pair, spread } from './diff-pairs.ts';
import { diffRuns, isChanged } from './diff-runs.ts';
import { sharedWords } from './diff-words.ts';
import type { Cell, Run, TableBlock } from './document.ts';
import { canonicalJson } from './revision.ts';
import { cellPlaces } from './table.ts';

const MIN_SHARED_WORDS = 0.3;
/** Above this many rows between anchors on either side, no search for partners: the table was rewritten. */
const MAX_GAP_ROWS = 150;

type Grid = { rows: (Cell | null)[][]; columns: number; merged: string };

/** Cells by their places; null for a place that another cell covers. */
function gridOf({ rows }: TableBlock): Grid {
  const { places, columns } = cellPlaces(rows);
  const grid = rows.map((): (Cell | null)[] => Array.from({ length: columns }, () => null));
  const merged: string[] = [];
  for (const { row, column, cell } of places) {
    grid[row]![column] = cell;
    if (cell.rows !== undefined || cell.columns !== undefined) {
      merged.push(`${row}:${column}:${cell.rows ?? 1}:${cell.columns ?? 1}`);
    }
  }
  return { rows: grid, columns, merged: merged.join(' ') };
}

const runsOf = (cell: Cell | null | undefined): readonly Run[] => cell?.runs ?? [];
const textOf = (cell: Cell | null | undefined): string =>
  runsOf(cell)
    .map((run) => run.text)
    .join('');

function pairRows(before: Grid, after: Grid): Pair<number>[] {
  const keys = ({ rows }: Grid): string[] => rows.map((cells) => canonicalJson(cells.map(runsOf)));
  const words = ({ rows }: Grid): string[] => rows.map((cells) => cells.map(textOf).join(' '));
  const [old, fresh] = [words(before), words(after)];
  const numbers = ({ rows }: Grid): number[] => rows.map((_, index) => index);
  return spread(numbers(before), numbers(after), commonPairs(keys(before), keys(after)), (gone, come) => {
    const gain = (row: number, column: number): number => {
      const shared = sharedWords(old[gone[row]!]!, fresh[come[column]!]!);
      return shared >= MIN_SHARED_WORDS ? shared : 0;
    };
    const fits = gone.length <= MAX_GAP_ROWS && come.length <= MAX_GAP_ROWS;
    return spread(gone, come, fits ? bestPairs(gone.length, come.length, gain) : [], () => []);
  });
}

function pairColumns(before: Grid, after: Grid, rows: readonly Pair<number>[]): Pair<number>[] {
  const kept = rows.flatMap(({ before: row, after: now }) =>
    row === null || now === null ? [] : [[row, now] as const],
  );
  /** How many of the rows that stayed say the same in both columns; empty cells say little. */
  const gain = (column: number, now: number): number => {
    let sum = 0;
    for (const [row, nowRow] of kept) {
      const [old, fresh] = [textOf(before.rows[row]![column]), textOf(after.rows[nowRow]![now])];
      if (old === fresh) sum += old === '' ? 0.1 : 1;
    }
    return sum;
  };
  const numbers = (columns: number): number[] => Array.from({ length: columns }, (_, index) => index);
  const inOrder = (gone: readonly number[], come: readonly number[]): Pair<number>[] =>
    gone.length === come.length ? gone.map((column, index) => ({ before: column, after: come[index]! })) : [];
  const partners = bestPairs(before.columns, after.columns, gain);
  return spread(numbers(before.columns), numbers(after.columns), partners, inOrder);
}

const opOf = ({ before, after }: Pair<unknown>): 'same' | 'insert' | 'delete' =>
  after === null ? 'delete' : before === null ? 'insert' : 'same';

/** The table as it is now with what changed in it; null stands for a table that was not there, or is not there any more. */
export function diffTable(before: TableBlock | null, after: TableBlock | null): ChangedTable {
  const one = (after ?? before)!;
  const [old, fresh] = [gridOf(before ?? { ...one, rows: [] }), gridOf(after ?? { ...one, rows: [] })];
  const rows = pairRows(old, fresh);
  const isWhole = before === null || after === null;
  const columns: Pair<number>[] = isWhole
    ? Array.from({ length: old.columns + fresh.columns }, (_, index) => ({ before: index, after: index }))
    : pairColumns(old, fresh, rows);
  const isMergedAlike =
    isWhole || (old.merged === fresh.merged && [...rows, ...columns].every((pair) => opOf(pair) === 'same'));

  const cellAt = (row: Pair<number>, column: Pair<number>): ChangedCell | null => {
    const find = (grid: Grid, at: number | null, place: number | null): Cell | null | undefined =>
      at === null || place === null ? undefined : grid.rows[at]?.[place];
    const [was, is] = [find(old, row.before, column.before), find(fresh, row.after, column.after)];
    const cell = is ?? was;
    if (isMergedAlike && (cell === null || cell === undefined)) return null;
    const runs = diffRuns(runsOf(was), runsOf(is));
    const whole = opOf(row) === 'same' ? opOf(column) : opOf(row);
    const op = whole === 'same' ? (isChanged(runs) ? 'change' : 'same') : whole;
    const spans = isMergedAlike
      ? {
          ...(cell?.columns === undefined ? {} : { columns: cell.columns }),
          ...(cell?.rows === undefined ? {} : { rows: cell.rows }),
        }
      : {};
    return { op, runs, ...spans };
  };
  return {
    header: one.header === true,
    columns: columns.map(opOf),
    rows: rows.map((row) => ({
      op: opOf(row),
      cells: columns.flatMap((column) => {
        const cell = cellAt(row, column);
        return cell === null ? [] : [cell];
      }),
    })),
  };
}

/** What of two tables differs besides what their cells say. */
export function tableTraits(before: TableBlock, after: TableBlock): ChangedTrait[] {
  const traits: ChangedTrait[] = [];
  const [was, is] = [before.header === true, after.header === true];
  if (was !== is) traits.push({ trait: 'header', before: was, after: is });
  const [old, fresh] = [gridOf(before), gridOf(after)];
  const isAsLarge = old.rows.length === fresh.rows.length && old.columns === fresh.columns;
  if (isAsLarge && old.merged !== fresh.merged) traits.push({ trait: 'merged' });
  if (isAsLarge && canonicalJson(before.widths ?? []) !== canonicalJson(after.widths ?? [])) {
    traits.push({ trait: 'widths' });
  }
  return traits;
}
