/** What the words of an RTF file have made so far: paragraphs as lines, rows as tables, notes and pictures. */
import { type SourceLine, SourcePictures, textLine, usefulAlt } from '../source-line.ts';
import { foldHeadings, type HeadedLine } from './fold-headings.ts';
import { LineText } from './line-text.ts';
import type { RtfHeader } from './rtf-header.ts';
import { type RtfCellEdge, type RtfRow, rowsOfTable } from './rtf-rows.ts';
import { tableId, tableLines } from './table-lines.ts';

const MAX_INDENT = 4;

export type RtfParagraph = {
  style: number | null;
  list: number | null;
  level: number;
  outline: number | null;
  inTable: boolean;
  /** As Word 6 numbered: the paragraph says it itself. */
  oldList: 'bullet' | 'number' | null;
};

/** The rows of a table that are gathered, and what is known of the next one. */
type RtfTable = {
  rows: RtfRow[];
  cells: SourceLine[][];
  edges: RtfCellEdge[];
  merged: { isMergedDown: boolean; isMergedRight: boolean };
  isHeaderRow: boolean;
  /** Where the lines of the present cell begin. */
  cellStart: number;
};

/** What stood around a note or a text box while that is read; `note` is its number. */
export type RtfAside = {
  note: number | null;
  text: LineText;
  lines: HeadedLine[];
  shown: SourceLine[];
  paragraph: RtfParagraph;
  table: RtfTable;
};

const plainParagraph = (): RtfParagraph => ({
  ...{ style: null, list: null, level: 0, outline: null, inTable: false, oldList: null },
});

const noTable = (): RtfTable => ({
  ...{ rows: [], cells: [], edges: [], merged: { isMergedDown: false, isMergedRight: false } },
  ...{ isHeaderRow: false, cellStart: 0 },
});

export class RtfOutput {
  text = new LineText();
  paragraph = plainParagraph();
  legacy = 0;
  readonly pictures = new SourcePictures();
  readonly notes: HeadedLine[][] = [];
  readonly #header: RtfHeader;
  #lines: HeadedLine[] = [];
  /** Pictures of the paragraph, which stand before its text, and text boxes, which stand behind it. */
  #shown: SourceLine[] = [];
  #boxes: HeadedLine[] = [];
  #table = noTable();
  #tables = 0;

  constructor(header: RtfHeader) {
    this.#header = header;
  }

  lines(): SourceLine[] {
    this.endParagraph();
    this.#endTable();
    return foldHeadings(this.#lines);
  }

  beginParagraph(): void {
    this.paragraph = plainParagraph();
  }

  endParagraph(): void {
    const { runs, legacy } = this.text.take();
    this.legacy += legacy;
    const isOutside = !this.paragraph.inTable;
    if (isOutside) this.#endTable();
    this.#lines.push(...this.#shown);
    if (runs.length > 0) this.#lines.push(this.#lineOf(runs));
    this.#lines.push(...this.#boxes);
    this.#shown = [];
    this.#boxes = [];
    if (isOutside) this.#table.cellStart = this.#lines.length;
  }

  addPicture(bytes: Uint8Array, alt: string): void {
    const picture = this.pictures.add(bytes, '', alt);
    const last = this.#shown.at(-1);
    if (last?.pictures !== undefined) last.pictures.push(picture);
    else this.#shown.push({ as: 'pictures', text: usefulAlt(alt), runs: [], pictures: [picture] });
  }

  beginNote(): RtfAside {
    const note = this.notes.push([]);
    this.text.add(String(note), { superscript: true });
    return this.#begin(note);
  }

  beginBox(): RtfAside {
    return this.#begin(null);
  }

  endAside({ note, text, lines, shown, paragraph, table }: RtfAside): void {
    this.endParagraph();
    this.#endTable();
    const own = this.#lines;
    this.text = text;
    this.paragraph = paragraph;
    this.#lines = lines;
    this.#shown = shown;
    this.#table = table;
    if (note === null) this.#boxes.push(...own);
    else this.notes[note - 1] = own;
  }

  #begin(note: number | null): RtfAside {
    const { text, paragraph } = this;
    const outer = { note, text, paragraph, lines: this.#lines, shown: this.#shown, table: this.#table };
    this.text = new LineText();
    this.paragraph = plainParagraph();
    this.#lines = [];
    this.#shown = [];
    this.#table = noTable();
    return outer;
  }

  /** True for a word of tables. */
  tableWord(word: string, value: number | null): boolean {
    const table = this.#table;
    if (word === 'trowd') {
      table.edges = [];
      table.isHeaderRow = false;
      table.merged = { isMergedDown: false, isMergedRight: false };
    } else if (word === 'trhdr') table.isHeaderRow = true;
    else if (word === 'clvmrg') table.merged.isMergedDown = true;
    else if (word === 'clmrg') table.merged.isMergedRight = true;
    else if (word === 'cellx') {
      table.edges.push({ right: value ?? 0, ...table.merged });
      table.merged = { isMergedDown: false, isMergedRight: false };
    } else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#endRow();
    else return false;
    return true;
  }

  #endCell(): void {
    this.paragraph.inTable = true;
    this.endParagraph();
    this.#table.cells.push(foldHeadings(this.#lines.splice(this.#table.cellStart)));
  }

  #endRow(): void {
    const { rows, cells, edges, isHeaderRow } = this.#table;
    this.#table.cells = [];
    if (cells.length > 0) rows.push({ cells, edges, isHeader: isHeaderRow });
  }

  #endTable(): void {
    this.#endRow();
    const { rows, cellStart } = this.#table;
    if (rows.length === 0) return;
    this.#tables += 1;
    const lines = tableLines(rowsOfTable(rows), tableId(this.#tables));
    this.#table.rows = [];
    this.#lines.splice(cellStart, 0, ...lines);
    this.#table.cellStart = this.#lines.length;
  }

  #lineOf(runs: SourceLine['runs']): HeadedLine {
    const { style, list, level, outline, oldList } = this.paragraph;
    const own = this.#header.styles.get(style ?? 0);
    const name = own?.name ?? '';
    const heading = /^(?:heading|tiêu đề|đầu đề)\s*(\d)/iu.exec(name)?.[1];
    const depth = heading === undefined ? (outline ?? own?.level ?? null) : Number(heading) - 1;
    if (depth !== null && depth >= 0 && depth < 9) return { ...textLine('heading2', runs), level: depth + 1 };
    if (/^(?:title|tiêu đề)$/iu.test(name)) return textLine('title', runs);
    if (/^(?:caption|chú thích)$/iu.test(name)) return textLine('caption', runs);
    if (/^(?:intense )?quot(?:e|ations)$/iu.test(name)) return textLine('quote', runs);
    const kind = list === null || list === 0 ? oldList : this.#header.listKind(list, level);
    if (kind === null) return textLine('text', runs);
    return textLine(kind, runs, Math.min(MAX_INDENT, Math.max(0, level)));
  }
}
