/** An article's blocks on paper. */
import type { Content } from 'pdfmake/interfaces.js';
import { type BlockGroup, boxesOf, groupsOf, listItems } from '../../../../../shared/article/block-groups.ts';
import { type Block, isTextBlock, type TextBlock } from '../../../../../shared/article/document.ts';
import { fileSize, furnitureOf } from '../../../../../shared/article/render-html.ts';
import { tableGrid } from '../../../../../shared/article/table-grid.ts';
import type { ExportSource } from '../export-source.ts';
import { pdfGallery, pdfPhoto } from './pdf-photos.ts';
import { pdfTable } from './pdf-table.ts';
import type { PdfText } from './pdf-text.ts';
import { color, leading, SANS, size, TEXT_WIDTH } from './print-style.ts';
import { printLanguage } from './print-words.ts';

const LIST_STEP = 16;
const BOX_PADDING = 12;
const QUOTE_LINE = 2;

export class PdfBody {
  readonly #source: ExportSource;
  readonly #text: PdfText;

  constructor(source: ExportSource, text: PdfText) {
    this.#source = source;
    this.#text = text;
  }

  content(): Content[] {
    return boxesOf(this.#source.document.blocks).flatMap(({ box, blocks }) =>
      box === null ? this.#groups(blocks, TEXT_WIDTH) : [this.#box(blocks)],
    );
  }

  #box(blocks: readonly Block[]): Content {
    const stack = this.#groups(blocks, TEXT_WIDTH - 2 * BOX_PADDING);
    return {
      table: { widths: [TEXT_WIDTH - 2 * BOX_PADDING], body: [[{ stack, fillColor: color.paper }]] },
      layout: {
        hLineWidth: (row) => (row === 0 ? 1.5 : 0),
        vLineWidth: () => 0,
        hLineColor: () => color.accent,
        paddingLeft: () => BOX_PADDING,
        paddingRight: () => BOX_PADDING,
        paddingTop: () => BOX_PADDING - 2,
        paddingBottom: () => BOX_PADDING - 6,
      },
      margin: [0, 8, 0, 14],
    };
  }

  #groups(blocks: readonly Block[], width: number): Content[] {
    return groupsOf(blocks).flatMap((group) => this.#group(group, width));
  }

  #group(group: BlockGroup, width: number): Content[] {
    if (group.kind === 'list') return this.#list(group.items);
    if (group.kind === 'quote') return [this.#quote(group.quotes, group.attribution, width)];
    return this.#block(group.block, width);
  }

  #quote(quotes: readonly TextBlock[], attribution: TextBlock | null, width: number): Content {
    const stack: Content[] = quotes.map(({ runs }) => ({
      text: this.#text.runs(runs),
      italics: true,
      margin: [0, 0, 0, 3],
    }));
    if (attribution !== null) {
      const by = ['— ', ...this.#text.runs(attribution.runs, SANS)];
      stack.push({ text: by, font: SANS, fontSize: size.note, lineHeight: leading.sans, color: color.soft });
    }
    return {
      table: { widths: [width - BOX_PADDING - QUOTE_LINE], body: [[{ stack }]] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: (column) => (column === 0 ? QUOTE_LINE : 0),
        vLineColor: () => color.accent,
        paddingLeft: () => BOX_PADDING,
        paddingRight: () => 0,
        paddingTop: () => 1,
        paddingBottom: () => 1,
      },
      margin: [0, 4, 0, 10],
    };
  }

  #list(items: readonly TextBlock[]): Content[] {
    return listItems(items).map(({ item, level, number }, index) => ({
      columns: [
        { width: LIST_STEP, text: item.kind === 'number' ? `${number}.` : '–' },
        { width: '*', text: this.#text.runs(item.runs) },
      ],
      columnGap: 2,
      margin: [level * LIST_STEP, 0, 0, index === items.length - 1 ? 8 : 3],
    }));
  }

  #block(block: Block, width: number): Content[] {
    const { document, articleUrls } = this.#source;
    const words = furnitureOf(document);
    if (isTextBlock(block)) return [this.#paragraph(block)];
    switch (block.kind) {
      case 'photo':
      case 'gallery': {
        const ids = block.kind === 'photo' ? [block.photo] : block.photos;
        const photos = ids.flatMap((id) => document.photos.find((photo) => photo.id === id) ?? []);
        if (photos.length === 1) return [pdfPhoto(photos[0]!, this.#source, this.#text, width)];
        return pdfGallery(photos, this.#source, this.#text, width);
      }
      case 'rule': {
        const line = { type: 'line' as const, x1: 0, y1: 0, x2: 48, y2: 0, lineWidth: 0.8, lineColor: color.soft };
        return [{ canvas: [line], margin: [(width - 48) / 2, 10, 0, 14] }];
      }
      case 'related': {
        const link = articleUrls.get(block.article);
        return [this.#note(words.related, this.#text.runs([{ text: block.headline || ' ', link }], SANS))];
      }
      case 'file': {
        const named = `${block.name} (${fileSize(block.bytes, printLanguage(document.language))})`;
        return [this.#note(words.attached, this.#text.plain(named, SANS))];
      }
      case 'table':
        return tableGrid(block.rows).columns === 0 ? [] : [pdfTable(block, this.#text, width)];
    }
  }

  #note(label: string, content: Content[]): Content {
    return {
      text: [{ text: `${label}: `, color: color.soft }, ...content],
      font: SANS,
      fontSize: size.note,
      lineHeight: leading.sans,
      margin: [0, 2, 0, 6],
    };
  }

  #paragraph({ kind, runs }: TextBlock): Content {
    const text = this.#text.runs(runs);
    const heading = { text, bold: true, lineHeight: leading.heading, headlineLevel: 1 };
    if (kind === 'heading2') return { ...heading, fontSize: size.heading2, margin: [0, 12, 0, 5] };
    if (kind === 'heading3') return { ...heading, fontSize: size.heading3, margin: [0, 8, 0, 3] };
    return { text, margin: [0, 0, 0, 7] };
  }
}
