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

/** What stood around a note while it is read. */
export type RtfNote = { number: number; text: LineText; lines: HeadedLine[]; paragraph: RtfParagraph };

const plainParagraph = (): RtfParagraph => ({
  ...{ style: null, list: null, level: 0, outline: null, inTable: false, oldList: null },
});

export class RtfOutput {
  text = new LineText();
  paragraph = plainParagraph();
  legacy = 0;
  readonly pictures = new SourcePictures();
  readonly notes: HeadedLine[][] = [];
  readonly #header: RtfHeader;
  #lines: HeadedLine[] = [];
  /** Pictures of the paragraph, which stand before its text. */
  #shown: SourceLine[] = [];
  #rows: RtfRow[] = [];
  #cells: SourceLine[][] = [];
  #edges: RtfCellEdge[] = [];
  #merged = { isMergedDown: false, isMergedRight: false };
  #isHeaderRow = false;
  #cellStart = 0;
  #openNotes = 0;
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
    // A note within a cell is no end of its table.
    const isOutside = !this.paragraph.inTable && this.#openNotes === 0;
    if (isOutside) this.#endTable();
    this.#lines.push(...this.#shown);
    this.#shown = [];
    if (runs.length > 0) this.#lines.push(this.#lineOf(runs));
    if (isOutside) this.#cellStart = this.#lines.length;
  }

  addPicture(bytes: Uint8Array, alt: string): void {
    const picture = this.pictures.add(bytes, '', alt);
    const last = this.#shown.at(-1);
    if (last?.pictures !== undefined) last.pictures.push(picture);
    else this.#shown.push({ as: 'pictures', text: usefulAlt(alt), runs: [], pictures: [picture] });
  }

  beginNote(): RtfNote {
    const number = this.notes.push([]);
    this.text.add(String(number), { superscript: true });
    const outer = { number, text: this.text, lines: this.#lines, paragraph: this.paragraph };
    this.text = new LineText();
    this.#lines = [];
    this.paragraph = plainParagraph();
    this.#openNotes += 1;
    return outer;
  }

  endNote({ number, text, lines, paragraph }: RtfNote): void {
    this.endParagraph();
    this.notes[number - 1] = this.#lines;
    this.text = text;
    this.#lines = lines;
    this.paragraph = paragraph;
    this.#openNotes -= 1;
  }

  /** True for a word of tables. */
  tableWord(word: string, value: number | null): boolean {
    if (word === 'trowd') {
      this.#edges = [];
      this.#isHeaderRow = false;
      this.#merged = { isMergedDown: false, isMergedRight: false };
    } else if (word === 'trhdr') this.#isHeaderRow = true;
    else if (word === 'clvmrg') this.#merged.isMergedDown = true;
    else if (word === 'clmrg') this.#merged.isMergedRight = true;
    else if (word === 'cellx') {
      this.#edges.push({ right: value ?? 0, ...this.#merged });
      this.#merged = { isMergedDown: false, isMergedRight: false };
    } else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#endRow();
    else return false;
    return true;
  }

  #endCell(): void {
    this.paragraph.inTable = true;
    this.endParagraph();
    this.#cells.push(foldHeadings(this.#lines.splice(this.#cellStart)));
  }

  #endRow(): void {
    const cells = this.#cells;
    this.#cells = [];
    if (cells.length > 0) this.#rows.push({ cells, edges: this.#edges, isHeader: this.#isHeaderRow });
  }

  #endTable(): void {
    this.#endRow();
    if (this.#rows.length === 0) return;
    this.#tables += 1;
    const lines = tableLines(rowsOfTable(this.#rows), tableId(this.#tables));
    this.#rows = [];
    this.#lines.splice(this.#cellStart, 0, ...lines);
    this.#cellStart = this.#lines.length;
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
