/** Copying cells and text of a cell, and pasting into cells: a table fills cells, anything else is the text of one. */
import { $onUpdate } from 'lexical';
import { SOFT_BREAK } from '../../../shared/article/clean-text.ts';
import { blockText, type Run, type TableBlock } from '../../../shared/article/document.ts';
import { type LinePart, pushText } from '../../../shared/article/flat-text.ts';
import { cellPlaces, mostLines, readTable } from '../../../shared/article/table.ts';
import { fillCells } from '../../../shared/article/table-edits.ts';
import type { CellArea } from '../../../shared/article/table-spans.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { PastedLine } from '../html-lines.ts';
import { htmlOfLines, htmlOfTable, textOfLines } from '../html-out.ts';
import { $insertPasted } from '../insert-pasted.ts';
import type { TextLine } from '../line-content.ts';
import { type PasteResult, pasteError } from '../paste.ts';
import { type Offered, offeredBy, readOffered } from '../read-clipboard.ts';
import { $removeSelected } from '../remove-selected.ts';
import { $partsOfSpan, $selectedSpans } from '../selected-lines.ts';
import { placeAt } from './cell-grid.ts';
import type { TableHand } from './table-hand.ts';

type Grid = Run[][][];

/** The part of a table that an area shows. */
export function blockOfArea(block: TableBlock, area: CellArea): TableBlock {
  const { places } = cellPlaces(block.rows);
  const rows: TableBlock['rows'] = Array.from({ length: area.rows }, () => []);
  for (const { row, column, cell } of places) {
    const isInside =
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
    if (isInside) rows[row - area.row]!.push(cell);
  }
  const widths = block.widths?.slice(area.column, area.column + area.columns);
  return {
    kind: 'table',
    table: block.table,
    rows,
    ...(block.header === true && area.row === 0 ? { header: true } : {}),
    ...(widths === undefined ? {} : { widths }),
  };
}

export function copyCells(editing: TableHand, area: CellArea, event: ClipboardEvent): void {
  const block = readTable(editing.ports.doc, editing.table);
  if (block === null) return;
  const part = blockOfArea(block, area);
  event.preventDefault();
  event.clipboardData?.setData('text/html', htmlOfTable(part));
  event.clipboardData?.setData('text/plain', blockText(part).replaceAll(SOFT_BREAK, ' '));
}

/** Of the cell in use, in an update of its editor. */
export function copyFromCell(event: ClipboardEvent, isCut: boolean): boolean {
  const lines = $selectedSpans().map((span): TextLine => ({ ...span.line.getLineStyle(), parts: $partsOfSpan(span) }));
  event.preventDefault();
  if (lines.every(({ parts }) => parts.length === 0)) return true;
  event.clipboardData?.setData('text/plain', textOfLines(lines));
  event.clipboardData?.setData('text/html', htmlOfLines(lines));
  if (isCut) $removeSelected();
  return true;
}

/** In an update of the cell's editor. */
export function pasteIntoCell(editing: TableHand, event: ClipboardEvent, asPlain: boolean): boolean {
  if (event.clipboardData === null) return false;
  event.preventDefault();
  const offered = offeredBy(event.clipboardData);
  if (offered.files.length > 0 && offered.text.trim() === '') {
    editing.ports.onFiles(offered.files, null);
    return true;
  }
  const result = $putIntoCell(editing, offered, asPlain);
  queueMicrotask(() => editing.ports.onPasted(result));
  return true;
}

function $putIntoCell(editing: TableHand, offered: Offered, asPlain: boolean): PasteResult {
  try {
    const pasted = readOffered(offered, asPlain);
    if (pasted.lines.length === 0) throw new AppError('paste-empty');
    const grid = gridOf(pasted.lines, offered.text);
    if (grid === null) {
      const { undo } = editing.ports;
      undo.cut();
      $insertPasted([{ kind: null, parts: partsOf(pasted.lines) }]);
      $onUpdate(() => undo.cut());
    } else {
      const from = editing.currentArea();
      const columns = Math.max(...grid.map((row) => row.length));
      const shape = editing.store.shape();
      const rowsThen = Math.max(shape.rows.length, (from?.row ?? 0) + grid.length);
      const columnsThen = Math.max(shape.columns.length, (from?.column ?? 0) + columns);
      if (rowsThen > mostLines('rows', columnsThen) || columnsThen > mostLines('columns', rowsThen))
        throw new AppError('paste-too-large');
      queueMicrotask(() => pasteGrid(editing, grid));
    }
    // A cell has no place for pictures.
    return { pasted: { ...pasted, pictures: [], missing: pasted.missing + pasted.pictures.length } };
  } catch (error) {
    return { error: pasteError(error) };
  }
}

function pasteGrid(editing: TableHand, grid: Grid): void {
  const from = editing.currentArea();
  if (from === null) return;
  const { doc } = editing.ports;
  let area: CellArea | null = null;
  editing.edit(() => {
    area = fillCells(doc, editing.table, from, grid);
  });
  if (area === null) return;
  const { row, column, rows, columns }: CellArea = area;
  const shape = editing.store.shape();
  const [first, last] = [placeAt(shape, row, column), placeAt(shape, row + rows - 1, column + columns - 1)];
  if (first !== null && last !== null) editing.selectArea({ from: first, to: last });
}

/** What was copied as cells: one table and nothing else, or plain text with tabs. */
export function gridOf(lines: readonly PastedLine[], text: string): Grid | null {
  const [only] = lines;
  if (lines.length === 1 && only?.table !== undefined) {
    const { places, columns } = cellPlaces(only.table.rows);
    const grid: Grid = only.table.rows.map(() => Array.from({ length: columns }, () => []));
    for (const { row, column, cell } of places) grid[row]![column] = cell.runs;
    return grid;
  }
  const hasTable = lines.some(({ table }) => table !== undefined);
  return text.includes('\t') && !hasTable ? gridOfText(text) : null;
}

/** Text as spreadsheets copy it: tabs between cells, a cell with a line break in quotes. */
function gridOfText(text: string): Grid {
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|[^\t\r\n]*/y;
  const grid: Grid = [[]];
  let at = 0;
  while (at < text.length) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    const written = found?.[1] === undefined ? (found?.[0] ?? '') : found[1].replaceAll('""', '"');
    const clean = written
      .trim()
      .replace(/\r\n?|\n/gu, SOFT_BREAK)
      .normalize('NFC')
      .toWellFormed();
    grid.at(-1)!.push(clean === '' ? [] : [{ text: clean }]);
    at += found?.[0].length ?? 0;
    if (text[at] === '\t') at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) grid.push([]);
    }
  }
  return grid;
}

/** Lines as the text of one cell; what is no text is left out. */
function partsOf(lines: readonly PastedLine[]): LinePart[] {
  const parts: LinePart[] = [];
  for (const line of lines) {
    const texts = line.parts.filter((part) => 'text' in part);
    if (texts.length === 0) continue;
    if (parts.length > 0) pushText(parts, SOFT_BREAK, {});
    for (const { text, attributes } of texts) pushText(parts, text, attributes);
  }
  return parts;
}
