/** Reads a .docx: mammoth's tree of it as lines, with pictures, tables, notes and what became of tracked changes. */
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import { safeLink } from '../../../../shared/article/safe-link.ts';
import { type ReadDocument, type SourceLine, SourcePictures, textLine, usefulAlt } from '../source-line.ts';
import { DocxStyles } from './docx-styles.ts';
import { foldHeadings, type HeadedLine } from './fold-headings.ts';
import { type Formats, LineText } from './line-text.ts';
import {
  type MammothDocument,
  type MammothImage,
  type MammothNode,
  type MammothParagraph,
  type MammothRun,
  type MammothTable,
  readMammothTree,
} from './mammoth-tree.ts';
import { noteLines } from './note-lines.ts';
import { OversizedFile } from './reading-faults.ts';
import { type SourceRow, tableId, tableLines } from './table-lines.ts';
import { Zip } from './zip.ts';

const MAX_INDENT = 4;
const STYLES = 'word/styles.xml';

/** Throws DamagedFile, LockedFile, OversizedFile. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const zip = new Zip(bytes);
  const tree = await readMammothTree(zip);
  const reader = new DocxReader(tree, new DocxStyles(zip.has(STYLES) ? zip.text(STYLES) : null));
  await reader.readPictures(tree.children);
  const lines = foldHeadings(reader.blocks(tree.children));
  const notes = reader.notes();
  const changes = countChanges(zip);
  return {
    lines: [...lines, ...noteLines(notes)],
    pictures: reader.pictures.all(),
    found: {
      ...NOTHING_FOUND,
      ...changes,
      comments: tree.comments.length,
      notes: notes.length,
      legacy: reader.legacy,
    },
  };
}

/** mammoth takes what was added and leaves out what was deleted, and says nothing of it. */
function countChanges(zip: Zip): { insertions: number; deletions: number } {
  const main = zip.names().find((name) => /^word\/document\d*\.xml$/u.test(name));
  const xml = main === undefined ? '' : zip.text(main);
  const count = (names: string): number =>
    xml.match(new RegExp(`<w:(?:${names})(?:\\s[^>]*)?(?<!/)>`, 'gu'))?.length ?? 0;
  return { insertions: count('ins|moveTo'), deletions: count('del|moveFrom') };
}

class DocxReader {
  readonly pictures = new SourcePictures();
  legacy = 0;
  readonly #document: MammothDocument;
  readonly #styles: DocxStyles;
  readonly #sha256 = new Map<MammothImage, string>();
  readonly #notes: MammothNode[] = [];
  #tables = 0;

  constructor(document: MammothDocument, styles: DocxStyles) {
    this.#document = document;
    this.#styles = styles;
  }

  /** Before the lines, since reading a picture takes its time. One that is not there leaves nothing. */
  async readPictures(nodes: readonly MammothNode[]): Promise<void> {
    for (const node of nodes) {
      if (node.type === 'image') {
        try {
          const bytes = new Uint8Array(await node.readAsArrayBuffer());
          this.#sha256.set(node, this.pictures.add(bytes, '', node.altText ?? ''));
        } catch (error) {
          if (error instanceof OversizedFile) throw error;
        }
      } else if ('children' in node) await this.readPictures(node.children as MammothNode[]);
    }
  }

  blocks(nodes: readonly MammothNode[]): HeadedLine[] {
    return nodes.flatMap((node): HeadedLine[] => {
      if (node.type === 'paragraph') return this.#paragraph(node);
      if (node.type === 'table') return this.#table(node);
      return [];
    });
  }

  /** Footnotes and endnotes in the order in which the text names them. */
  notes(): SourceLine[][] {
    const notes: SourceLine[][] = [];
    // A note may name another, which comes behind it.
    for (let at = 0; at < this.#notes.length; at += 1) {
      notes.push(this.blocks(this.#document.notes.resolve(this.#notes[at]!)?.body ?? []));
    }
    return notes;
  }

  #paragraph(paragraph: MammothParagraph): HeadedLine[] {
    const text = new LineText();
    const pictures: string[] = [];
    let alt = '';
    let isPictureFirst = false;
    const walk = (nodes: readonly MammothNode[], run: MammothRun | null, link: string | null): void => {
      for (const node of nodes) {
        if (node.type === 'run') walk(node.children, node, link);
        else if (node.type === 'hyperlink') walk(node.children, run, safeLink(node.href ?? '') ?? link);
        else if (node.type === 'text') this.#add(text, node.value, run, link, paragraph);
        else if (node.type === 'tab') this.#add(text, '\t', run, link, paragraph);
        else if (node.type === 'break' && node.breakType === 'line') text.break();
        else if (node.type === 'noteReference') text.add(this.#noteNumber(node), { superscript: true });
        else if (node.type === 'image') {
          const sha256 = this.#sha256.get(node);
          if (sha256 === undefined) continue;
          if (text.isEmpty) isPictureFirst = true;
          if (pictures.length === 0) alt = usefulAlt(node.altText ?? '');
          pictures.push(sha256);
        }
      }
    };
    walk(paragraph.children, null, null);
    const { runs, legacy } = text.take();
    this.legacy += legacy;
    const shown: SourceLine[] = pictures.length === 0 ? [] : [{ as: 'pictures', text: alt, runs: [], pictures }];
    if (runs.length === 0) return shown;
    const line = styledLine(paragraph, runs);
    return isPictureFirst ? [...shown, line] : [line, ...shown];
  }

  #add(into: LineText, text: string, run: MammothRun | null, link: string | null, paragraph: MammothParagraph): void {
    const styled = this.#styles.formatsOf(run?.styleId ?? null);
    const formats: Formats = {
      ...((run?.isBold || styled.bold) && { bold: true as const }),
      ...((run?.isItalic || styled.italic) && { italic: true as const }),
      // What marks a link is no format of its own.
      ...(run?.isUnderline && link === null && { underline: true as const }),
      ...(run?.isStrikethrough && { strike: true as const }),
      ...(run?.verticalAlignment === 'superscript' && { superscript: true as const }),
      ...(run?.verticalAlignment === 'subscript' && { subscript: true as const }),
      ...(link !== null && { link }),
    };
    into.add(text, formats, this.#styles.encodingOf(run?.font ?? null, run?.styleId ?? null, paragraph.styleId));
  }

  #noteNumber(reference: MammothNode): string {
    this.#notes.push(reference);
    return String(this.#notes.length);
  }

  #table({ children }: MammothTable): SourceLine[] {
    this.#tables += 1;
    const id = tableId(this.#tables);
    const rows = children
      .filter(({ type }) => type === 'tableRow')
      .map(({ children: cells, isHeader }): SourceRow => {
        const own = cells.filter(({ type }) => type === 'tableCell');
        return {
          isHeader,
          cells: own.map(({ children: content, colSpan, rowSpan }) => ({
            lines: foldHeadings(this.blocks(content)),
            columns: colSpan,
            rows: rowSpan,
          })),
        };
      });
    return tableLines(rows, id);
  }
}

const isStyle = (name: string, ...known: string[]): boolean => known.includes(name.toLowerCase());

function styledLine({ styleName, numbering }: MammothParagraph, runs: SourceLine['runs']): HeadedLine {
  const name = styleName ?? '';
  const level = /^(?:heading|tiêu đề|đầu đề)\s*(\d)/iu.exec(name)?.[1];
  if (level !== undefined) return { ...textLine('heading2', runs), level: Number(level) };
  if (isStyle(name, 'title', 'tiêu đề')) return textLine('title', runs);
  if (isStyle(name, 'caption', 'chú thích')) return textLine('caption', runs);
  if (isStyle(name, 'quote', 'intense quote', 'quotations', 'block text')) return textLine('quote', runs);
  if (numbering === null) return textLine('text', runs);
  const indent = Math.min(MAX_INDENT, Math.max(0, Number(numbering.level) || 0));
  return textLine(numbering.isOrdered ? 'number' : 'bullet', runs, indent);
}
