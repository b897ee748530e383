/**
 * An ArticleDocument as Markdown: CommonMark with the tables of GitHub's. Quotes and info boxes are block quotes, lists
 * are nested by the width of their signs, and a photo is an image with its caption below it.
 */
import { type BlockGroup, boxesOf, groupsOf, listItems } from './block-groups.ts';
import { creditApart } from './credit-apart.ts';
import {
  type ArticleDocument,
  type Block,
  isTextBlock,
  photosOf,
  type Run,
  type TableBlock,
  type TextBlock,
} from './document.ts';
import { escapeLineStart, escapeMarkdown, type LineBreak, renderMarkdownRuns } from './markdown-runs.ts';
import { fileSize, furnitureOf, kickerOf } from './render-html.ts';
import { bylineOf, notesOf } from './signature.ts';
import { tableGrid } from './table-grid.ts';

export type RenderMarkdownOptions = {
  /** Where the picture lies, relative to the text; null where there is none. */
  photoUrl: (sha256: string) => string | null;
  /** Where another article of the office is public, or null. */
  articleUrl?: (id: string) => string | null;
};

type Lines = string[];

const quoted = (lines: Lines): Lines => lines.map((line) => (line === '' ? '>' : `> ${line}`));

/** Paragraphs with an empty line between them. */
function parted(paragraphs: readonly Lines[]): Lines {
  return paragraphs
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function linesOf(runs: readonly Run[], lineBreak: LineBreak = '\\\n'): Lines {
  const text = renderMarkdownRuns(trimmed(runs), lineBreak);
  return text === '' ? [] : text.split('\n').map(escapeLineStart);
}

/** Without line breaks and spaces at the ends, where Markdown has none. */
function trimmed(runs: readonly Run[]): Run[] {
  const left = [...runs];
  for (let run = left[0]; run !== undefined; run = left[0]) {
    const text = run.text.replace(/^[\s\u2028]+/u, '');
    if (text !== '') {
      left[0] = { ...run, text };
      break;
    }
    left.shift();
  }
  for (let run = left.at(-1); run !== undefined; run = left.at(-1)) {
    const text = run.text.replace(/[\s\u2028]+$/u, '');
    left.pop();
    if (text !== '') return [...left, { ...run, text }];
  }
  return left;
}

function heading(level: number, runs: readonly Run[]): Lines {
  const text = renderMarkdownRuns(trimmed(runs), ' ').replace(/#+$/u, (signs) => `\\${signs}`);
  return text === '' ? [] : [`${'#'.repeat(level)} ${text}`];
}

/** How far an item is in from the left is the width of the signs before it. Two lists have an empty line between them. */
function list(items: readonly TextBlock[]): Lines {
  const widths: number[] = [];
  let outermost = 0;
  return listItems(items).flatMap(({ item, level, number, list: own }) => {
    const sign = item.kind === 'bullet' ? '- ' : `${number}. `;
    const left = ' '.repeat(widths.slice(0, level).reduce((sum, width) => sum + width, 0));
    widths[level] = sign.length;
    const isNext = level === 0 && own !== outermost;
    if (level === 0) outermost = own;
    // An item without a word, below one that has some, would be read as part of that one's.
    const [first = level > 0 ? '&nbsp;' : '', ...rest] = linesOf(item.runs);
    const lines = [`${left}${sign}${first}`.trimEnd(), ...rest.map((line) => left + ' '.repeat(sign.length) + line)];
    return isNext ? ['', ...lines] : lines;
  });
}

function table({ rows, header }: TableBlock): Lines {
  const { rows: grid, columns } = tableGrid(rows);
  if (columns === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = grid.map((row) =>
    row.map((place) => (place === null ? '' : renderMarkdownRuns(trimmed(place.cell.runs), '<br>'))),
  );
  const names = (header === true ? lines.shift() : undefined) ?? Array.from({ length: columns }, () => '');
  return [line(names), line(names.map(() => '---')), ...lines.map(line)];
}

class MarkdownWriter {
  readonly #document: ArticleDocument;
  readonly #options: RenderMarkdownOptions;

  constructor(document: ArticleDocument, options: RenderMarkdownOptions) {
    this.#document = document;
    this.#options = options;
  }

  blocks(blocks: readonly Block[]): Lines {
    return parted(
      boxesOf(blocks).map(({ box, blocks: inside }) => {
        const lines = parted(groupsOf(inside).map((group) => this.#group(group)));
        return box === null ? lines : quoted(lines);
      }),
    );
  }

  #group(group: BlockGroup): Lines {
    if (group.kind === 'list') return list(group.items);
    return group.kind === 'quote' ? quote(group.quotes, group.attribution) : this.#block(group.block);
  }

  #block(block: Block): Lines {
    if (isTextBlock(block)) {
      if (block.kind === 'heading2') return heading(2, block.runs);
      return block.kind === 'heading3' ? heading(3, block.runs) : linesOf(block.runs);
    }
    const words = furnitureOf(this.#document);
    switch (block.kind) {
      case 'rule':
        return ['---'];
      case 'photo':
      case 'gallery':
        return parted(photosOf(block).map((id) => this.#photo(id)));
      case 'related': {
        const link = this.#options.articleUrl?.(block.article) ?? undefined;
        return linesOf([{ text: `${words.related}: ` }, { text: block.headline || block.article, link }]);
      }
      case 'file': {
        const size = fileSize(block.bytes, this.#document.language.startsWith('en') ? 'en' : 'vi');
        return linesOf([{ text: `${words.attached}: ${block.name} (${size})` }]);
      }
      case 'table':
        return table(block);
    }
  }

  #photo(id: string): Lines {
    const photo = this.#document.photos.find((candidate) => candidate.id === id);
    if (photo === undefined) return [];
    const words = furnitureOf(this.#document);
    const address = photo.sha256 === null ? null : this.#options.photoUrl(photo.sha256);
    const alt = escapeMarkdown(photo.alt.replace(/[\s\u2028]+/gu, ' '));
    const image = address === null ? `\\[${words.missing}\\]` : `![${alt}](${address})`;
    const caption: Run[] = photo.caption === '' ? [] : [{ text: photo.caption, italic: true }];
    const credit = creditApart(photo);
    if (credit !== '') caption.push({ text: `${caption.length > 0 ? ' ' : ''}${words.photo}: ${credit}` });
    const lines = linesOf(caption, ' ');
    return lines.length === 0 ? [image] : [`${image}\\`, ...lines];
  }
}

/** Quotes and who is quoted, in one block quote. */
function quote(quotes: readonly TextBlock[], attribution: TextBlock | null): Lines {
  const said = quotes.map(({ runs }) => linesOf(runs));
  const by = attribution === null ? [] : linesOf([{ text: '— ' }, ...trimmed(attribution.runs)]);
  return quotes.length === 0 ? by : quoted(parted([...said, by]));
}

/** The whole article: what stands above it, headline, lead, body, and who it is from. Ends with a line break. */
export function renderArticleMarkdown(document: ArticleDocument, options: RenderMarkdownOptions): string {
  const words = furnitureOf(document);
  const author = bylineOf(document);
  const named = (label: string, value: string): Lines => linesOf([{ text: `${label}: ${value}` }], ' ');
  const lines = parted([
    linesOf([{ text: kickerOf(document) }], ' '),
    heading(1, [{ text: document.headline }]),
    linesOf([{ text: document.lead, bold: true }]),
    new MarkdownWriter(document, options).blocks(document.blocks),
    author === '' ? [] : named(words.author, author),
    ...notesOf(document).map(({ label, value }) => named(label, value)),
  ]);
  return `${lines.join('\n')}\n`;
}
