/**
 * A table of HTML as lines: mostly one table of the article's own. A table that only arranges (a page's layout, a frame
 * round a picture and its caption, a letterhead) gives what stands in it, and a frame round text is an info box.
 */
import { SOFT_BREAK } from '../clean-text.ts';
import type { Cell, TableBlock } from '../document.ts';
import { breakAttributes, type LinePart, pushText } from '../flat-text.ts';
import { runsOfParts } from '../runs.ts';
import { cellPlaces } from '../table.ts';
import { TABLE_ATTRIBUTE } from './elements.ts';
import type { HtmlTree } from './html-tree.ts';
import type { ImportedLine } from './imported-html.ts';
import type { LineSigns } from './line-writer.ts';
import { readLength, type Style } from './read-style.ts';

export type TablePort<Node> = {
  newId: () => string;
  signs: LineSigns;
  box: string | null;
  styleOf: (element: Node) => Style;
  linesBelow: (element: Node) => ImportedLine[];
};

const MAX_COLUMNS = 63;
const MAX_CELLS = 4_000;
/** Places that all cells together may cover. */
const MAX_AREA = 20_000;
/** Widths that differ by less were not set by anybody. */
const MIN_WIDTH_DIFFERENCE = 4;
/** Below a picture: what it shows, and who took it. */
const MAX_CAPTION_LINES = 2;
/** What is larger is no letterhead. */
const MAX_LAYOUT_CELLS = 6;

type RawCell<Node> = { node: Node; isHeader: boolean; columns: number; rows: number; width: Style['width'] };
type RawRow<Node> = { cells: RawCell<Node>[]; isHead: boolean; isGhost: boolean };
type RawTable<Node> = { rows: RawRow<Node>[]; columnWidths: Style['width'][]; caption: Node | null };

export function tableLines<Node>(tree: HtmlTree<Node>, node: Node, port: TablePort<Node>): ImportedLine[] {
  const table = readTable(tree, node, port);
  const above = table.caption === null ? [] : port.linesBelow(table.caption);
  const isOwn = tree.attribute(node, TABLE_ATTRIBUTE) !== null;
  const rows = table.rows.filter(({ isGhost, cells }) => !isGhost && (isOwn || cells.length > 0));
  const cellCount = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const area = rows.reduce((sum, row) => sum + row.cells.reduce((own, cell) => own + cell.columns * cell.rows, 0), 0);
  const lines = rows.map(({ cells }) => cells.map((cell) => port.linesBelow(cell.node)));
  const all = lines.flat(2);
  const own = isOwn && cellCount <= MAX_CELLS && area <= MAX_AREA ? tableBlock(table, rows, lines, port, true) : null;
  if (own !== null) return [tableLine(own, port.box)];
  const framed = pictureFrame(lines, port.signs);
  if (framed !== null) return [...above, ...framed];
  const isFramed = hasBorder(tree, node, rows, port);
  if (cellCount === 1 && isFramed && port.box === null) {
    const box = port.newId();
    for (const line of all) line.box ??= box;
    return [...above, ...all];
  }
  if (isLayout(tree, node, lines, isFramed)) return [...above, ...all];
  if (cellCount > MAX_CELLS || area > MAX_AREA) return [...above, ...textRows(lines, port)];
  const block = tableBlock(table, rows, lines, port, false);
  if (block === null) return [...above, ...all];
  return [...above, tableLine(block, port.box), ...all.filter((each) => each.pictures !== undefined)];
}

function tableLine(block: TableBlock, box: string | null): ImportedLine {
  const parts: LinePart[] = [{ embed: { type: 'table', table: block.table } }];
  return { kind: 'paragraph', ...(box === null ? {} : { box }), parts, table: block };
}

function readTable<Node>(tree: HtmlTree<Node>, node: Node, port: TablePort<Node>): RawTable<Node> {
  const table: RawTable<Node> = { rows: [], columnWidths: [], caption: null };
  const widthOf = (element: Node): Style['width'] =>
    port.styleOf(element).width ?? readLength(tree.attribute(element, 'width') ?? '');
  const size = (element: Node, name: string, most: number): number => {
    const value = Number.parseInt(tree.attribute(element, name) ?? '', 10);
    return value >= 1 ? Math.min(value, most) : 1;
  };
  const row = (element: Node, isHead: boolean): void => {
    const cells: RawCell<Node>[] = [];
    for (const cell of Array.from(tree.childrenOf(element))) {
      const tag = tree.tagOf(cell);
      if ((tag !== 'td' && tag !== 'th') || port.styleOf(cell).hidden === true) continue;
      const [columns, rows] = [size(cell, 'colspan', MAX_COLUMNS), size(cell, 'rowspan', MAX_CELLS)];
      cells.push({ node: cell, isHeader: tag === 'th', columns, rows, width: widthOf(cell) });
    }
    // Word ends a table of uneven rows with a row of no height that only knows the widths.
    table.rows.push({ cells, isHead, isGhost: tree.attribute(element, 'height') === '0' });
  };
  const read = (parent: Node, isHead: boolean): void => {
    for (const child of Array.from(tree.childrenOf(parent))) {
      const tag = tree.tagOf(child);
      if (tag === null || port.styleOf(child).hidden === true) continue;
      if (tag === 'tr') row(child, isHead);
      else if (tag === 'caption') table.caption ??= child;
      else if (tag === 'col') {
        const repeat = size(child, 'span', MAX_COLUMNS);
        for (let at = 0; at < repeat; at += 1) table.columnWidths.push(widthOf(child));
      } else if (parent === node && (tag === 'thead' || tag === 'tbody' || tag === 'tfoot' || tag === 'colgroup')) {
        read(child, tag === 'thead');
      }
    }
  };
  read(node, false);
  return table;
}

function hasBorder<Node>(
  tree: HtmlTree<Node>,
  node: Node,
  rows: readonly RawRow<Node>[],
  port: TablePort<Node>,
): boolean {
  const border = tree.attribute(node, 'border');
  if ((border !== null && border !== '0') || port.styleOf(node).border === true) return true;
  return rows.some(({ cells }) => cells.some((cell) => port.styleOf(cell.node).border === true));
}

function isLayout<Node>(tree: HtmlTree<Node>, node: Node, rows: ImportedLine[][][], isFramed: boolean): boolean {
  const cells = rows.flat();
  if (cells.length <= 1 || tree.attribute(node, 'role') === 'presentation') return true;
  if (cells.some((lines) => lines.some((line) => line.table !== undefined || isHeading(line)))) return true;
  if (!isFramed && rows.every((row) => row.length === 1)) return true;
  const isOfWord = /msonormaltable|msotablegrid/iu.test(tree.attribute(node, 'class') ?? '');
  return isOfWord && !isFramed && cells.length <= MAX_LAYOUT_CELLS;
}

function isHeading({ kind }: ImportedLine): boolean {
  return kind === 'heading2' || kind === 'heading3';
}

/** Pictures each with the text that stands below it; null if the table holds more than that. */
function pictureFrame(rows: ImportedLine[][][], { captions }: LineSigns): ImportedLine[] | null {
  const hasPicture = (lines: readonly ImportedLine[]): boolean => lines.some(({ pictures }) => pictures !== undefined);
  if (!rows.some((row) => row.some(hasPicture))) return null;
  const found: ImportedLine[] = [];
  const isTaken = new Set<ImportedLine[]>();
  for (const [at, row] of rows.entries()) {
    for (const [column, lines] of row.entries()) {
      if (isTaken.has(lines)) continue;
      const texts = lines.filter(({ pictures }) => pictures === undefined).length;
      if (texts > (hasPicture(lines) ? MAX_CAPTION_LINES : 0)) return null;
      if (!hasPicture(lines)) continue;
      const below = rows[at + 1]?.[column] ?? [];
      const isCaption = lines.at(-1)?.pictures !== undefined && below.length > 0 && !hasPicture(below);
      const text = isCaption ? below : [];
      if (isCaption) isTaken.add(below);
      for (const line of [...lines, ...text]) {
        if (line.pictures === undefined) captions.add(line);
        found.push(line);
      }
    }
  }
  return found;
}

/** The lines of a cell as one, with breaks between them. */
function cellParts(lines: readonly ImportedLine[], { markers }: LineSigns): LinePart[] {
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

/** What is too large for a table: a line for each row, with tabs between the cells. */
function textRows<Node>(rows: ImportedLine[][][], { signs, box }: TablePort<Node>): ImportedLine[] {
  return rows.map((row) => {
    const parts: LinePart[] = [];
    for (const [index, lines] of row.entries()) {
      if (index > 0) pushText(parts, '\t', {});
      for (const part of cellParts(lines, signs)) if ('text' in part) pushText(parts, part.text, part.attributes);
    }
    return { kind: 'paragraph', ...(box === null ? {} : { box }), parts };
  });
}

function tableBlock<Node>(
  table: RawTable<Node>,
  rows: readonly RawRow<Node>[],
  lines: ImportedLine[][][],
  port: TablePort<Node>,
  isExact: boolean,
): TableBlock | null {
  const cells = rows.map((row, at) =>
    row.cells.map((raw, column): Cell => {
      const cell: Cell = { runs: runsOfParts(cellParts(lines[at]![column]!, port.signs)) };
      const down = Math.min(raw.rows, rows.length - at);
      if (raw.columns > 1) cell.columns = raw.columns;
      if (down > 1) cell.rows = down;
      return cell;
    }),
  );
  const trimmed = isExact ? cells : withoutEmptyEnd(cells);
  const { columns } = cellPlaces(trimmed);
  if (trimmed.length === 0 || columns === 0 || columns > MAX_COLUMNS) return null;
  const block: TableBlock = { kind: 'table', table: port.newId(), rows: trimmed };
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
