/** A table's rows and the lines of its cells as the block of an article. */
import { SOFT_BREAK } from '../clean-text.ts';
import type { Cell, TableBlock } from '../document.ts';
import { breakAttributes, type LinePart, pushText } from '../flat-text.ts';
import { runsOfParts } from '../runs.ts';
import { cellPlaces } from '../table.ts';
import type { ImportedLine } from './imported-html.ts';
import type { LineSigns } from './line-writer.ts';
import { MAX_COLUMNS, type RawRow, type RawTable } from './read-table.ts';

/** Widths that differ by less were not set by anybody. */
const MIN_WIDTH_DIFFERENCE = 4;

/** The lines of a cell as one, with breaks between them. */
export function cellParts(lines: readonly ImportedLine[], { markers }: LineSigns): LinePart[] {
  const parts: LinePart[] = [];
  for (const line of lines) {
    if (line.pictures !== undefined) continue;
    if (parts.length > 0) pushText(parts, SOFT_BREAK, breakAttributes(parts));
    if (line.kind === 'bullet') pushText(parts, '• ', {});
    else if (line.kind === 'number') pushText(parts, `${markers.get(line)?.text ?? '-'} `, {});
    for (const part of line.parts) if ('text' in part) pushText(parts, part.text, part.attributes);
  }
  return parts;
}

/** `isExact`: a table of ours, of which nothing is guessed. Null for one without cells, or with too many columns. */
export function tableBlock<Node>(
  table: RawTable<Node>,
  rows: readonly RawRow<Node>[],
  lines: ImportedLine[][][],
  { newId, signs }: { newId: () => string; signs: LineSigns },
  isExact: boolean,
): TableBlock | null {
  const cells = rows.map((row, at) =>
    row.cells.map((raw, column): Cell => {
      const cell: Cell = { runs: runsOfParts(cellParts(lines[at]![column]!, signs)) };
      const down = Math.min(raw.rows, rows.length - at);
      if (raw.columns > 1) cell.columns = raw.columns;
      if (down > 1) cell.rows = down;
      return cell;
    }),
  );
  const trimmed = isExact ? cells : withoutEmptyEnd(cells);
  const { columns } = cellPlaces(trimmed);
  if (trimmed.length === 0 || columns === 0 || columns > MAX_COLUMNS) return null;
  const block: TableBlock = { kind: 'table', table: newId(), rows: trimmed };
  if (isExact ? rows[0]?.isHead === true : isHeader(rows, trimmed)) {
    block.header = true;
    if (!isExact) for (const cell of trimmed[0]!) cell.runs = cell.runs.map(({ bold: _, ...run }) => run);
  }
  const widths = isExact && table.columnWidths.length === 0 ? null : widthsOf(table, columns, isExact);
  if (widths !== null) block.widths = widths;
  return block;
}

function withoutEmptyEnd(rows: readonly Cell[][]): Cell[][] {
  let end = rows.length;
  const isReached = (last: number): boolean =>
    rows.slice(0, last).some((row, at) => row.some((cell) => at + (cell.rows ?? 1) > last));
  while (end > 0 && rows[end - 1]!.every(({ runs }) => runs.length === 0) && !isReached(end - 1)) end -= 1;
  return rows.slice(0, end);
}

/** Said by the markup, or by a first row that alone is wholly bold. */
function isHeader<Node>(raw: readonly RawRow<Node>[], rows: readonly Cell[][]): boolean {
  const [first, second] = raw;
  if (first === undefined || rows.length < 2) return false;
  if (first.isHead || (first.cells.length > 1 && first.cells.every(({ isHeader }) => isHeader)))
    return second?.isHead !== true;
  const isBold = (row: readonly Cell[]): boolean => {
    const runs = row.flatMap((cell) => cell.runs).filter(({ text }) => text.trim() !== '');
    return runs.length > 0 && runs.every(({ bold }) => bold === true);
  };
  return rows[0]!.length > 1 && isBold(rows[0]!) && !isBold(rows[1]!);
}

/** Hundredths of the table's width, or null where all columns are about as wide, or not all are known. */
function widthsOf<Node>({ rows, columnWidths }: RawTable<Node>, columns: number, isExact: boolean): number[] | null {
  const plainRow = [...rows]
    .reverse()
    .find(({ cells }) => cells.length === columns && cells.every(({ width }) => width !== undefined));
  const found = columnWidths.length === columns ? columnWidths : plainRow?.cells.map(({ width }) => width);
  if (found === undefined || (found.length < 2 && !isExact) || found.some((width) => width === undefined)) return null;
  const values = found.map((width) => width!.value);
  const sum = values.reduce((total, value) => total + value, 0);
  const shares = values.map((value) => Math.max(1, Math.round((value / sum) * 100)));
  // What rounding left over goes to the widest.
  const widest = shares.indexOf(Math.max(...shares));
  shares[widest]! += 100 - shares.reduce((total, share) => total + share, 0);
  const isEven = !isExact && Math.max(...shares) - Math.min(...shares) < MIN_WIDTH_DIFFERENCE;
  return isEven || shares[widest]! < 1 ? null : shares;
}
