/**
 * An ArticleDocument as HTML. Everything a person wrote is escaped, links are http, https or mailto, lists and headings
 * are real ones, and a photo is a figure with its caption and credit.
 */

import { formatDateWithWeekday } from '../text/dates.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { type BlockGroup, boxesOf, groupsOf, listItems } from './block-groups.ts';
import { creditApart } from './credit-apart.ts';
import {
  type ArticleDocument,
  type Block,
  isTextBlock,
  type Photo,
  photosOf,
  type Run,
  type TableBlock,
  type TextBlock,
} from './document.ts';
import { renderTable } from './render-table.ts';
import { safeLink } from './safe-link.ts';

export type PhotoRendition = 'thumb' | 'preview' | 'original';

/** Attributes of an image element. `width` and `height` in pixels keep its place free while it loads. */
export type PhotoImage = { src: string; srcset?: string; sizes?: string; width?: number; height?: number };

export type RenderHtmlOptions = {
  photoUrl: (sha256: string, rendition: PhotoRendition) => string;
  /** Gives more than an address where the caller knows more; null falls back to `photoUrl`. */
  photoImage?: (sha256: string, place: 'alone' | 'gallery') => PhotoImage | null;
  /** A table stands in an element that scrolls where the screen is narrow, and that is reached by keys. */
  scrollTables?: boolean;
  /** Where an attached document can be had; without it, or null, its name stands there without a link. */
  fileUrl?: (sha256: string, name: string) => string | null;
  /** Where another article of the office stands; without it, or null, its headline stands there without a link. */
  articleUrl?: (id: string) => string | null;
};

const words = {
  vi: {
    photo: 'Ảnh',
    missing: 'Chưa có ảnh',
    author: 'Tác giả',
    source: 'Nguồn',
    related: 'Xem thêm',
    table: 'Bảng',
    attached: 'Tài liệu đính kèm',
  },
  en: {
    photo: 'Photo',
    missing: 'No picture yet',
    author: 'By',
    source: 'Source',
    related: 'See also',
    table: 'Table',
    attached: 'Attached',
  },
} as const;

/** The words that stand beside an article's own, in its language. */
export function furnitureOf(document: ArticleDocument): (typeof words)['vi'] | (typeof words)['en'] {
  return words[document.language.startsWith('en') ? 'en' : 'vi'];
}

/** The element of each kind of text block, in pages, in the editor and in what is copied from it. */
export const blockTags = {
  paragraph: 'p',
  heading2: 'h2',
  heading3: 'h3',
  quote: 'blockquote',
  attribution: 'p',
  bullet: 'li',
  number: 'li',
} as const;

function attribute(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`;
}

function renderText(run: Run): string {
  let html = escapeHtml(run.text).replaceAll('\u2028', '<br>');
  if (run.superscript) html = `<sup>${html}</sup>`;
  if (run.subscript) html = `<sub>${html}</sub>`;
  if (run.strike) html = `<s>${html}</s>`;
  if (run.underline) html = `<u>${html}</u>`;
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  return html;
}

/** Runs as inline HTML; neighbours with the same link share one anchor. */
export function renderRuns(runs: readonly Run[]): string {
  let html = '';
  let at = 0;
  while (at < runs.length) {
    const link = runs[at]?.link;
    let end = at;
    let inner = '';
    for (let run = runs[end]; run !== undefined && run.link === link; run = runs[end]) {
      inner += renderText(run);
      end += 1;
    }
    const href = link === undefined ? null : safeLink(link);
    html += href === null ? inner : `<a${attribute('href', href)} rel="noopener">${inner}</a>`;
    at = end;
  }
  return html;
}

function renderImage(photo: Photo, options: RenderHtmlOptions, place: PhotoPlace, missing: string): string {
  if (photo.sha256 === null) return `<div class="photo-missing" role="img" aria-label="${missing}"></div>`;
  const image = options.photoImage?.(photo.sha256, place.isInGallery ? 'gallery' : 'alone') ?? {
    src: options.photoUrl(photo.sha256, 'preview'),
  };
  const attributes = [
    attribute('src', image.src),
    attribute('srcset', image.srcset),
    attribute('sizes', image.srcset === undefined ? undefined : image.sizes),
    attribute('width', image.width),
    attribute('height', image.height),
    attribute('alt', photo.alt),
    place.isFirst ? ' fetchpriority="high"' : ' loading="lazy"',
  ];
  return `<img${attributes.join('')} decoding="async">`;
}

/** Where in an article a photo stands: the first is worth fetching at once. */
type PhotoPlace = { isFirst?: boolean; isInGallery?: boolean };

/** A figure. The credit follows the caption as `Ảnh: …`, where it can be told apart and styled. */
export function renderPhoto(
  document: ArticleDocument,
  photo: Photo,
  options: RenderHtmlOptions,
  place: PhotoPlace = {},
): string {
  const text = furnitureOf(document);
  const parts = [];
  if (photo.caption !== '') parts.push(`<span class="caption">${escapeHtml(photo.caption)}</span>`);
  const credit = creditApart(photo);
  if (credit !== '') parts.push(`<span class="credit">${text.photo}: ${escapeHtml(credit)}</span>`);
  const caption = parts.length === 0 ? '' : `<figcaption>${parts.join(' ')}</figcaption>`;
  return `<figure>${renderImage(photo, options, place, text.missing)}${caption}</figure>`;
}

const KILOBYTE = 1000;

/** `1,2 MB`, as people write it. */
export function fileSize(bytes: number, language: 'vi' | 'en'): string {
  const isSmall = bytes < KILOBYTE * KILOBYTE;
  const [exact, unit] = isSmall ? [bytes / KILOBYTE, 'KB'] : [bytes / KILOBYTE / KILOBYTE, 'MB'];
  // Something is never nothing.
  const value = bytes > 0 ? Math.max(exact, 0.1) : 0;
  const digits = value < 10 && bytes > 0 ? 1 : 0;
  return `${value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits })} ${unit}`;
}

/** What an article's blocks become; neighbours that belong together (lists, quotes, boxes) in one element. */
class BlockWriter {
  readonly #document: ArticleDocument;
  readonly #options: RenderHtmlOptions;
  readonly #firstPhoto: string | undefined;
  #tables = 0;

  constructor(document: ArticleDocument, options: RenderHtmlOptions) {
    this.#document = document;
    this.#options = options;
    this.#firstPhoto = document.blocks.flatMap(photosOf)[0];
  }

  blocks(blocks: readonly Block[]): string[] {
    return boxesOf(blocks).flatMap(({ box, blocks: inside }) => {
      const lines = groupsOf(inside).flatMap((group) => this.#group(group));
      return box === null ? lines : ['<aside class="box">', ...lines, '</aside>'];
    });
  }

  #group(group: BlockGroup): string[] {
    if (group.kind === 'list') return listLines(group.items);
    return [group.kind === 'quote' ? quoteHtml(group.quotes, group.attribution) : this.#block(group.block)];
  }

  #block(block: Block): string {
    const { language } = this.#document;
    if (isTextBlock(block)) {
      const tag = blockTags[block.kind];
      return `<${tag}>${renderRuns(block.runs)}</${tag}>`;
    }
    switch (block.kind) {
      case 'rule':
        return '<hr>';
      case 'photo':
        return this.#photo(block.photo);
      case 'gallery': {
        const photos = block.photos.map((id) => this.#photo(id, true)).filter((html) => html !== '');
        return photos.length === 0 ? '' : `<div class="gallery">\n${photos.join('\n')}\n</div>`;
      }
      case 'related': {
        const headline = escapeHtml(block.headline);
        const url = this.#options.articleUrl?.(block.article) ?? null;
        const link = url === null ? headline : `<a${attribute('href', url)}>${headline}</a>`;
        return `<p class="related"><span>${furnitureOf(this.#document).related}:</span> ${link}</p>`;
      }
      case 'file': {
        const url = this.#options.fileUrl?.(block.sha256, block.name) ?? null;
        const name = escapeHtml(block.name);
        const link =
          url === null ? name : `<a${attribute('href', url)}${attribute('download', block.name)}>${name}</a>`;
        return `<p class="file">${link} <span>(${fileSize(block.bytes, language.startsWith('en') ? 'en' : 'vi')})</span></p>`;
      }
      case 'table':
        return this.#table(block);
    }
  }

  #photo(id: string, isInGallery = false): string {
    const photo = this.#document.photos.find((candidate) => candidate.id === id);
    if (photo === undefined) return '';
    return renderPhoto(this.#document, photo, this.#options, { isFirst: id === this.#firstPhoto, isInGallery });
  }

  #table(block: TableBlock): string {
    const table = renderTable(block, renderRuns);
    if (this.#options.scrollTables !== true) return table;
    this.#tables += 1;
    const label = `${furnitureOf(this.#document).table} ${this.#tables}`;
    return `<div class="table" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
  }
}

/** Neighbouring items as real nested lists. */
function listLines(items: readonly TextBlock[]): string[] {
  const lines: string[] = [];
  const open: { tag: 'ul' | 'ol'; list: number }[] = [];
  const close = (): void => {
    lines.push(`</li>`, `</${open.pop()!.tag}>`);
  };
  for (const { item, level, list } of listItems(items)) {
    while (open.length > level + 1) close();
    if (open.length === level + 1 && open[level]!.list !== list) close();
    if (open.length === level + 1) lines.push('</li>');
    else {
      const tag = item.kind === 'number' ? 'ol' : 'ul';
      open.push({ tag, list });
      lines.push(`<${tag}>`);
    }
    lines.push(`<li>${renderRuns(item.runs)}`);
  }
  while (open.length > 0) close();
  return joinItems(lines);
}

/** `<li>text</li>` on one line where nothing stands between. */
function joinItems(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (line === '</li>' && joined.at(-1)?.startsWith('<li>') === true) joined[joined.length - 1] += line;
    else joined.push(line);
  }
  return joined;
}

function quoteHtml(quotes: readonly TextBlock[], attribution: TextBlock | null): string {
  const said = quotes.map(({ runs }) => `<p>${renderRuns(runs)}</p>`).join('');
  const quote = said === '' ? '' : `<blockquote>${said}</blockquote>`;
  if (attribution === null) return quote;
  const by = renderRuns(attribution.runs);
  if (quote === '') return `<p class="attribution">${by}</p>`;
  return `<figure class="quote">${quote}<figcaption>${by}</figcaption></figure>`;
}

/** The article's body as an HTML fragment: its blocks, without headline, lead and fields. */
export function renderArticleHtml(document: ArticleDocument, options: RenderHtmlOptions): string {
  const lines = new BlockWriter(document, options).blocks(document.blocks);
  return lines.filter((line) => line !== '').join('\n');
}

/** `Tin tức · thứ Ba, 26/4/2022`: what stands above a headline, as plain text. */
export function kickerOf(document: ArticleDocument): string {
  const { category, publishedOn } = document.fields;
  const language = document.language.startsWith('en') ? 'en' : 'vi';
  const date = publishedOn === undefined ? undefined : formatDateWithWeekday(publishedOn, language);
  return [category, date].filter((part) => part !== undefined).join(' · ');
}
