/** An article's blocks as paragraphs and tables of a Word file. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type BlockGroup, boxesOf, groupsOf, listItems } from '../../../../../shared/article/block-groups.ts';
import { type Block, isTextBlock, type TextBlock } from '../../../../../shared/article/document.ts';
import { fileSize, furnitureOf } from '../../../../../shared/article/render-html.ts';
import { tableGrid } from '../../../../../shared/article/table-grid.ts';
import type { ExportSource } from '../export-source.ts';
import { galleryTable, photoParagraphs } from './docx-photos.ts';
import { docxRuns, plainRuns } from './docx-runs.ts';
import { BOX_FILL, numberReferences, RULE_COLOR, styleIds, TEXT_WIDTH } from './docx-styles.ts';
import { docxTable, tableBorders } from './docx-table.ts';

type Content = Paragraph | Table;

const BOX_MARGIN = 180;
/** Between two tables, and behind the last one of a cell, Word needs a paragraph. */
const spacer = (): Paragraph => new Paragraph({ style: styleIds.spacer, children: [] });

export class DocxBody {
  readonly #source: ExportSource;
  /** Lists so far: each begins to count anew. */
  #lists = 0;

  constructor(source: ExportSource) {
    this.#source = source;
  }

  content(): FileChild[] {
    return boxesOf(this.#source.document.blocks).flatMap(({ box, blocks }) =>
      box === null ? this.#groups(blocks, TEXT_WIDTH) : [this.#box(blocks), spacer()],
    );
  }

  #box(blocks: readonly Block[]): Table {
    const inside = this.#groups(blocks, TEXT_WIDTH - 2 * BOX_MARGIN);
    const cell = new TableCell({
      children: inside.length === 0 ? [spacer()] : inside,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, fill: BOX_FILL, color: 'auto' },
    });
    return new Table({
      rows: [new TableRow({ children: [cell] })],
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [TEXT_WIDTH],
      layout: TableLayoutType.FIXED,
      borders: tableBorders,
      margins: { top: BOX_MARGIN / 2, bottom: BOX_MARGIN / 2, left: BOX_MARGIN, right: BOX_MARGIN },
    });
  }

  #groups(blocks: readonly Block[], width: number): Content[] {
    return groupsOf(blocks).flatMap((group) => this.#group(group, width));
  }

  #group(group: BlockGroup, width: number): Content[] {
    if (group.kind === 'list') return this.#list(group.items);
    if (group.kind === 'block') return this.#block(group.block, width);
    const quotes = group.quotes.map(
      ({ runs }) =>
        new Paragraph({ style: styleIds.quote, children: docxRuns(runs), keepNext: group.attribution !== null }),
    );
    if (group.attribution === null) return quotes;
    const by = [...plainRuns('— '), ...docxRuns(group.attribution.runs)];
    return [...quotes, new Paragraph({ style: styleIds.attribution, children: by })];
  }

  #list(items: readonly TextBlock[]): Paragraph[] {
    const first = this.#lists;
    return listItems(items).map(({ item, level, list }) => {
      this.#lists = Math.max(this.#lists, first + list + 1);
      const reference = item.kind === 'number' ? numberReferences.number : numberReferences.bullet;
      const numbering = { reference, level, instance: first + list };
      return new Paragraph({ style: styleIds.list, numbering, children: docxRuns(item.runs) });
    });
  }

  #block(block: Block, width: number): Content[] {
    const { document, articleUrls } = this.#source;
    const words = furnitureOf(document);
    if (isTextBlock(block)) return [textParagraph(block)];
    switch (block.kind) {
      case 'photo': {
        const photo = document.photos.find(({ id }) => id === block.photo);
        return photo === undefined ? [] : photoParagraphs(photo, this.#source, width);
      }
      case 'gallery': {
        const table = galleryTable(document, block.photos, this.#source, width);
        return table === null ? [] : [table, spacer()];
      }
      case 'rule': {
        const bottom = { style: BorderStyle.SINGLE, size: 6, space: 1, color: RULE_COLOR };
        return [new Paragraph({ style: styleIds.note, border: { bottom }, children: [] })];
      }
      case 'related': {
        const link = articleUrls.get(block.article);
        const headline = plainRuns(block.headline, link === undefined ? {} : { link });
        return [note([...plainRuns(`${words.related}: `, { bold: true }), ...headline])];
      }
      case 'file': {
        const size = fileSize(block.bytes, document.language.startsWith('en') ? 'en' : 'vi');
        return [note([...plainRuns(`${words.attached}: `, { bold: true }), ...plainRuns(`${block.name} (${size})`)])];
      }
      case 'table':
        return tableGrid(block.rows).columns === 0 ? [] : [docxTable(block, width), spacer()];
    }
  }
}

const note = (children: ParagraphChild[]): Paragraph => new Paragraph({ style: styleIds.note, children });

function textParagraph({ kind, runs }: TextBlock): Paragraph {
  const children = docxRuns(runs);
  if (kind === 'heading2') return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
  if (kind === 'heading3') return new Paragraph({ heading: HeadingLevel.HEADING_3, children });
  // Justified, the line before a break would be stretched over the whole width.
  const hasBreak = runs.some(({ text }) => text.includes('\u2028'));
  return new Paragraph({ style: styleIds.body, children, ...(hasBreak ? { alignment: AlignmentType.LEFT } : {}) });
}
