/** Reads an OpenDocument text (.odt): ODF 1.3 part 3, the elements of a text, as lines. */
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import { safeLink } from '../../../../shared/article/safe-link.ts';
import { type ReadDocument, type SourceLine, SourcePictures, textLine, usefulAlt } from '../source-line.ts';
import { foldHeadings, type HeadedLine } from './fold-headings.ts';
import { type Formats, LineText } from './line-text.ts';
import { noteLines } from './note-lines.ts';
import { OdtStyles } from './odt-styles.ts';
import { DamagedFile, LockedFile } from './reading-faults.ts';
import { type SourceCell, type SourceRow, tableId, tableLines } from './table-lines.ts';
import { findElement, findElements, isElement, parseXml, textOf, type XmlElement, type XmlNode } from './xml-tree.ts';
import { Zip } from './zip.ts';

const MAX_INDENT = 4;
const MAX_REPEATED = 200;
const CAPTION = /^(?:caption|chú thích|illustration|figure|hình|text|drawing|table)$/iu;
const QUOTE = /^(?:quotations|quote|trích dẫn)$/iu;
const TITLE = /^(?:title|tiêu đề)$/iu;
/** What stands in a text and is no part of it. */
const passedOver = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:bibliography',
  'office:forms',
  'office:annotation-end',
  'svg:desc',
  'svg:title',
]);

/** Throws DamagedFile, LockedFile, OversizedFile. */
export function readOdt(bytes: Uint8Array): ReadDocument {
  const zip = new Zip(bytes);
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && zip.text(manifest).includes('encryption-data')) throw new LockedFile();
  const content = parseXml(zip.text('content.xml'));
  const styles = zip.has('styles.xml') ? [parseXml(zip.text('styles.xml'))] : [];
  const body = findElement(content, 'office:text');
  if (body === undefined) throw new DamagedFile('no text');
  const reader = new OdtReader(new OdtStyles([...styles, content]), zip);
  const lines = foldHeadings(reader.blocks(body.children));
  const count = (name: string): number => findElements(content, name).length;
  return {
    lines: [...lines, ...noteLines(reader.notes)],
    pictures: reader.pictures.all(),
    found: {
      ...NOTHING_FOUND,
      insertions: count('text:insertion'),
      deletions: count('text:deletion'),
      comments: count('office:annotation'),
      notes: reader.notes.length,
      legacy: reader.legacy,
    },
  };
}

/** Where inline text stands: its formats, its font, and the link around it. */
type Place = { paragraph: string | undefined; span: string | undefined; formats: Formats; link: string | null };

class OdtReader {
  readonly pictures = new SourcePictures();
  readonly notes: SourceLine[][] = [];
  legacy = 0;
  readonly #styles: OdtStyles;
  readonly #zip: Zip;
  #tables = 0;

  constructor(styles: OdtStyles, zip: Zip) {
    this.#styles = styles;
    this.#zip = zip;
  }

  blocks(nodes: readonly XmlNode[]): HeadedLine[] {
    return nodes.filter(isElement).flatMap((element): HeadedLine[] => {
      const { name, children } = element;
      if (passedOver.has(name)) return [];
      if (name === 'text:p' || name === 'text:h') return this.#paragraph(element);
      if (name === 'text:list') return this.#list(element, 0, null);
      if (name === 'table:table') return this.#table(element);
      if (name === 'draw:frame') return this.#frame(element);
      return this.blocks(children);
    });
  }

  #list({ attributes, children }: XmlElement, depth: number, inherited: string | null): HeadedLine[] {
    const style = attributes['text:style-name'] ?? inherited;
    const items = children.filter(isElement).filter(({ name }) => name.startsWith('text:list-'));
    return items.flatMap((item) => {
      let isFirst = item.name === 'text:list-item';
      return item.children.filter(isElement).flatMap((child): HeadedLine[] => {
        if (child.name === 'text:list') return this.#list(child, depth + 1, style);
        const lines = this.blocks([child]);
        if (!isFirst || child.name !== 'text:p') return lines;
        isFirst = false;
        const listStyle = style ?? this.#styles.listStyleOf(child.attributes['text:style-name']);
        const as = this.#styles.isOrdered(listStyle, depth + 1) ? 'number' : 'bullet';
        return lines.map((line) => (line.as === 'text' ? textLine(as, line.runs, Math.min(depth, MAX_INDENT)) : line));
      });
    });
  }

  #paragraph({ name, attributes, children }: XmlElement): HeadedLine[] {
    const text = new LineText();
    const before: HeadedLine[] = [];
    const after: HeadedLine[] = [];
    const paragraph = attributes['text:style-name'];
    let isSpaced = true;
    const walk = (nodes: readonly XmlNode[], place: Place): void => {
      const { span, formats, link } = place;
      const add = (piece: string): void => {
        const linked = link === null ? formats : { ...formats, link };
        text.add(piece, linked, this.#styles.encodingOf(span, paragraph));
      };
      for (const node of nodes) {
        if (!isElement(node)) {
          // White space is one space, and none at the start (ODF 1.3 part 3, 6.1.2).
          const collapsed = node.replace(/[ \t\r\n]+/gu, ' ');
          add(isSpaced ? collapsed.replace(/^ /u, '') : collapsed);
          if (collapsed !== '') isSpaced = collapsed.endsWith(' ');
          continue;
        }
        const own = node.attributes;
        if (passedOver.has(node.name) || node.name === 'office:annotation') continue;
        if (node.name === 'text:s') add(' '.repeat(Math.min(Number(own['text:c'] ?? 1) || 1, MAX_REPEATED)));
        else if (node.name === 'text:tab') add('\t');
        else if (node.name === 'text:line-break') text.break();
        else if (node.name === 'text:note') text.add(this.#note(node), { superscript: true });
        else if (node.name === 'draw:frame') (text.isEmpty ? before : after).push(...this.#frame(node));
        else if (node.name === 'text:span') {
          const style = own['text:style-name'];
          if (this.#styles.isHidden(style)) continue;
          const inner = { ...formats, ...this.#styles.formatsOf(style) };
          walk(node.children, { ...place, span: style ?? span, formats: inner });
        } else if (node.name === 'text:a') walk(node.children, { ...place, link: safeLink(own['xlink:href'] ?? '') });
        else walk(node.children, place);
        if (node.name !== 'text:span' && node.name !== 'text:a') isSpaced = false;
      }
    };
    walk(children, { paragraph, span: undefined, formats: {}, link: null });
    const { runs, legacy } = text.take();
    this.legacy += legacy;
    if (runs.length === 0) return [...before, ...after];
    const as = this.#kindOf(paragraph);
    const level = Number(attributes['text:outline-level'] ?? 1) || 1;
    const line: HeadedLine = name === 'text:h' ? { ...textLine('heading2', runs), level } : textLine(as, runs);
    return [...before, line, ...after];
  }

  #kindOf(style: string | undefined): SourceLine['as'] {
    const isNamed = (names: RegExp): boolean => this.#styles.isNamed('paragraph', style, names);
    return isNamed(TITLE) ? 'title' : isNamed(CAPTION) ? 'caption' : isNamed(QUOTE) ? 'quote' : 'text';
  }

  #note(note: XmlElement): string {
    const at = this.notes.length;
    this.notes.push([]);
    const body = findElement(note, 'text:note-body');
    this.notes[at] = this.blocks(body?.children ?? []);
    return String(at + 1);
  }

  /** A picture, or a box of text with what stands in it. A formula or a chart is shown by the picture beside it. */
  #frame(frame: XmlElement): HeadedLine[] {
    const box = frame.children.filter(isElement).find(({ name }) => name === 'draw:text-box');
    if (box !== undefined) return this.blocks(box.children);
    const alts = [findElement(frame, 'svg:desc'), findElement(frame, 'svg:title')];
    const alt = alts
      .map((element) => (element === undefined ? '' : textOf(element).trim()))
      .find((text) => text !== '');
    for (const image of findElements(frame, 'draw:image')) {
      const href = (image.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
      if (!this.#zip.has(href)) continue;
      const picture = this.pictures.add(this.#zip.read(href), '', alt ?? '');
      return [{ as: 'pictures', text: usefulAlt(alt ?? ''), runs: [], pictures: [picture] }];
    }
    return [];
  }

  #table(table: XmlElement): SourceLine[] {
    this.#tables += 1;
    const id = tableId(this.#tables);
    const rowsOf = (within: XmlElement, isHeader: boolean): SourceRow[] =>
      within.children.filter(isElement).flatMap((child): SourceRow[] => {
        if (child.name === 'table:table-row') return [{ isHeader, cells: this.#cells(child) }];
        if (child.name === 'table:table-header-rows') return rowsOf(child, true);
        return child.name === 'table:table-rows' || child.name === 'table:table-row-group'
          ? rowsOf(child, isHeader)
          : [];
      });
    return tableLines(rowsOf(table, false), id);
  }

  #cells(row: XmlElement): SourceCell[] {
    return row.children
      .filter(isElement)
      .filter(({ name }) => name === 'table:table-cell')
      .flatMap(({ attributes, children }) => {
        const count = (name: string): number => Math.max(1, Number(attributes[name] ?? 1) || 1);
        const cell: SourceCell = {
          lines: foldHeadings(this.blocks(children)),
          columns: count('table:number-columns-spanned'),
          rows: count('table:number-rows-spanned'),
        };
        const repeated = Math.min(count('table:number-columns-repeated'), MAX_REPEATED);
        return Array.from({ length: repeated }, () => cell);
      });
  }
}
