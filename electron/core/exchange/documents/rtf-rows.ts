/**
 * The rows of a table as RTF has them: each by itself, its cells by where their right edges are. Edges that several rows
 * share are the columns, so a cell that reaches over several of them is a wide one.
 */
import type { SourceLine } from '../source-line.ts';
import type { SourceCell, SourceRow } from './table-lines.ts';

export type RtfCellEdge = { right: number; isMergedDown: boolean; isMergedRight: boolean };
export type RtfRow = { cells: SourceLine[][]; edges: RtfCellEdge[]; isHeader: boolean };

/** In twips (1/1440 inch): edges that are nearer are one. */
const SAME_EDGE = 60;

export function rowsOfTable(rows: readonly RtfRow[]): SourceRow[] {
  const grid = gridOf(rows.flatMap(({ edges }) => edges.map(({ right }) => right)));
  const columnAt = (right: number): number => grid.findIndex((edge) => right <= edge + SAME_EDGE);
  /** By column: the cell that stands there in the row above. */
  let above = new Map<number, SourceCell>();
  return rows.map(({ cells, edges, isHeader }): SourceRow => {
    const own: SourceCell[] = [];
    const here = new Map<number, SourceCell>();
    let start = 0;
    for (const [index, lines] of cells.entries()) {
      const edge = edges[index];
      const end = edge === undefined ? start : Math.max(start, columnAt(edge.right));
      const columns = end - start + 1;
      const left = own.at(-1);
      const up = above.get(start);
      if (edge?.isMergedRight === true && left !== undefined) {
        left.columns += columns;
        left.lines.push(...lines);
      } else if (edge?.isMergedDown === true && up !== undefined) {
        up.rows += 1;
        up.lines.push(...lines);
        here.set(start, up);
      } else {
        const cell: SourceCell = { lines: [...lines], columns, rows: 1 };
        own.push(cell);
        here.set(start, cell);
      }
      start = end + 1;
    }
    above = here;
    return { cells: own, isHeader };
  });
}

function gridOf(edges: readonly number[]): number[] {
  const grid: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const last = grid.at(-1);
    if (last === undefined || edge > last + SAME_EDGE) grid.push(edge);
  }
  return grid;
}
