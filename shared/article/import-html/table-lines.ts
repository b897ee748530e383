/**
 * A table of HTML as lines: mostly one table of the article's own. A table that only arranges (a page's layout, a frame
 * round a picture and its caption, a letterhead) gives what stands in it, and a frame round text is an info box.
 */
import type { TableBlock } from '../document.ts';
import { type LinePart, pushText } from '../flat-text.ts';
import { TABLE_ATTRIBUTE } from './elements.ts';
import type { HtmlTree } from './html-tree.ts';
import type { ImportedLine } from './imported-html.ts';
import type { LineSigns } from './line-writer.ts';
import type { Style } from './read-style.ts';
import { MAX_CELLS, type RawRow, readTable } from './read-table.ts';
import { cellParts, tableBlock } from './table-block.ts';

export type TablePort<Node> = {
  newId: () => string;
  signs: LineSigns;
  box: string | null;
  styleOf: (element: Node) => Style;
  linesBelow: (element: Node) => ImportedLine[];
};

/** Places that all cells together may cover. */
const MAX_AREA = 20_000;
/** Below a picture: what it shows, and who took it. */
const MAX_CAPTION_LINES = 2;
/** What is larger is no letterhead. */
const MAX_LAYOUT_CELLS = 6;

export function tableLines<Node>(tree: HtmlTree<Node>, node: Node, port: TablePort<Node>): ImportedLine[] {
  const table = readTable(tree, node, port.styleOf);
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
