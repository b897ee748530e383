/**
 * An ArticleDocument as HTML. Everything a person wrote is escaped, links are http, https or mailto, lists and headings
 * are real ones, and a photo is a figure with its caption and credit.
 */
import { formatDateWithWeekday } from '../text/dates.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { ArticleDocument, Block, Photo, Run, TextBlock } from './document.ts';
import { safeLink } from './safe-link.ts';

export type PhotoRendition = 'thumb' | 'preview' | 'original';

/** Attributes of an image element. `width` and `height` in pixels keep its place free while it loads. */
export type PhotoImage = { src: string; srcset?: string; sizes?: string; width?: number; height?: number };

export type RenderHtmlOptions = {
  photoUrl: (sha256: string, rendition: PhotoRendition) => string;
  /** Gives more than an address where the caller knows more; null falls back to `photoUrl`. */
  photoImage?: (sha256: string) => PhotoImage | null;
};

const words = {
  vi: { photo: 'Ảnh', missing: 'Chưa có ảnh', author: 'Tác giả', source: 'Nguồn' },
  en: { photo: 'Photo', missing: 'No picture yet', author: 'By', source: 'Source' },
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
  bullet: 'li',
  number: 'li',
} as const;

function attribute(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`;
}

function renderText(run: Run): string {
  let html = escapeHtml(run.text).replaceAll('\u2028', '<br>');
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

function renderTextBlock(block: TextBlock): string {
  const tag = blockTags[block.kind];
  const inner = renderRuns(block.runs);
  return block.kind === 'quote' ? `<blockquote><p>${inner}</p></blockquote>` : `<${tag}>${inner}</${tag}>`;
}

function renderImage(photo: Photo, options: RenderHtmlOptions, isFirst: boolean, missing: string): string {
  if (photo.sha256 === null) return `<div class="photo-missing" role="img" aria-label="${missing}"></div>`;
  const image = options.photoImage?.(photo.sha256) ?? { src: options.photoUrl(photo.sha256, 'preview') };
  const attributes = [
    attribute('src', image.src),
    attribute('srcset', image.srcset),
    attribute('sizes', image.srcset === undefined ? undefined : image.sizes),
    attribute('width', image.width),
    attribute('height', image.height),
    attribute('alt', photo.alt),
    isFirst ? ' fetchpriority="high"' : ' loading="lazy"',
  ];
  return `<img${attributes.join('')} decoding="async">`;
}

/** A figure. The credit follows the caption as `Ảnh: …`, where it can be told apart and styled. */
export function renderPhoto(
  document: ArticleDocument,
  photo: Photo,
  options: RenderHtmlOptions,
  isFirst = false,
): string {
  const text = furnitureOf(document);
  const parts = [];
  if (photo.caption !== '') parts.push(`<span class="caption">${escapeHtml(photo.caption)}</span>`);
  if (photo.credit !== '') parts.push(`<span class="credit">${text.photo}: ${escapeHtml(photo.credit)}</span>`);
  const caption = parts.length === 0 ? '' : `<figcaption>${parts.join(' ')}</figcaption>`;
  return `<figure>${renderImage(photo, options, isFirst, text.missing)}${caption}</figure>`;
}

function renderBlock(
  document: ArticleDocument,
  block: Block,
  options: RenderHtmlOptions,
  first: string | null,
): string {
  if (block.kind === 'rule') return '<hr>';
  if (block.kind !== 'photo') return renderTextBlock(block);
  const photo = document.photos.find(({ id }) => id === block.photo);
  return photo === undefined ? '' : renderPhoto(document, photo, options, photo.id === first);
}

const listTag = (block: Block | undefined): 'ul' | 'ol' | null =>
  block?.kind === 'bullet' ? 'ul' : block?.kind === 'number' ? 'ol' : null;

/** The article's body as an HTML fragment: its blocks, without headline, lead and fields. */
export function renderArticleHtml(document: ArticleDocument, options: RenderHtmlOptions): string {
  const lines: string[] = [];
  const first = document.blocks.find((block) => block.kind === 'photo')?.photo ?? null;
  for (const [index, block] of document.blocks.entries()) {
    const list = listTag(block);
    if (list !== null && listTag(document.blocks[index - 1]) !== list) lines.push(`<${list}>`);
    lines.push(renderBlock(document, block, options, first));
    if (list !== null && listTag(document.blocks[index + 1]) !== list) lines.push(`</${list}>`);
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** `Tin tức · thứ Ba, 26/4/2022`: what stands above a headline, as plain text. */
export function kickerOf(document: ArticleDocument): string {
  const { category, publishedOn } = document.fields;
  const language = document.language.startsWith('en') ? 'en' : 'vi';
  const date = publishedOn === undefined ? undefined : formatDateWithWeekday(publishedOn, language);
  return [category, date].filter((part) => part !== undefined).join(' · ');
}

const standaloneStyle = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem 4rem; font: 1.125rem/1.667 Literata, "Noto Serif", Georgia, serif; }
h1 { font-size: 2rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2, h3 { line-height: 1.35; margin: 2rem 0 .5rem; }
.kicker, .byline, figcaption, .credit { font-family: "Be Vietnam Pro", system-ui, sans-serif; font-size: .875rem; line-height: 1.5; }
.kicker, .byline, .credit { opacity: .75; }
.lead { font-size: 1.25rem; line-height: 1.6; }
figure { margin: 2rem 0; }
img { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: .5rem; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid; }
.photo-missing { aspect-ratio: 3 / 2; border: 1px dashed; opacity: .5; }
`;

/** One HTML file that needs nothing beside it but what `photoUrl` names (data addresses, for a file to pass on). */
export function renderStandaloneHtml(document: ArticleDocument, options: RenderHtmlOptions): string {
  const text = furnitureOf(document);
  const { author, source } = document.fields;
  const byline = [
    author === undefined ? '' : `${text.author}: ${escapeHtml(author)}`,
    source === undefined ? '' : `${text.source}: ${escapeHtml(source)}`,
  ].filter((part) => part !== '');
  const kicker = kickerOf(document);
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(document.headline)}</title>`,
    `<style>${standaloneStyle}</style>`,
    '</head>',
    '<body>',
    '<article>',
    '<header>',
    kicker === '' ? '' : `<p class="kicker">${escapeHtml(kicker)}</p>`,
    `<h1>${escapeHtml(document.headline)}</h1>`,
    document.lead === '' ? '' : `<p class="lead">${escapeHtml(document.lead)}</p>`,
    '</header>',
    renderArticleHtml(document, options),
    byline.length === 0 ? '' : `<footer class="byline">${byline.join(' · ')}</footer>`,
    '</article>',
    '</body>',
    '</html>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
