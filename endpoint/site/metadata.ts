/**
 * What a published article says to machines: description, canonical address, OpenGraph, schema.org NewsArticle as a data
 * block, the fifteen-element Dublin Core that TT 24/2011/TT-BTTTT asks of state portals (values parted by `;`), and the
 * revision's hash.
 */

import { blockText, photosOf } from '../../shared/article/document.ts';
import { bylineOf } from '../../shared/article/signature.ts';
import { fixedShapes } from '../../shared/photos/geometry.ts';
import { countSyllables } from '../../shared/text/count.ts';
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { filePath, siteFilesOf } from './files.ts';
import { absoluteUrl } from './paths.ts';
import { firstPhoto, largestSize, photoAddress } from './photos.ts';
import type { SiteArticle, SiteFrame } from './types.ts';

const MAX_DESCRIPTION_LENGTH = 160;
const MAX_SCHEMA_IMAGES = 10;

/** The beginning of a text, cut at a sentence or else at a word, for lists and search engines. */
export function shorten(text: string, maxLength = MAX_DESCRIPTION_LENGTH): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const sentence = /^.*[\p{L}\p{N}”"’)][.!?…](?=\s)/su.exec(cut)?.[0] ?? '';
  if (sentence.length >= maxLength / 2) return sentence;
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength / 2)).replace(/[\s,;:.–-]+$/u, '')}…`;
}

const meta = (name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;
const property = (name: string, content: string | number | undefined): string =>
  content === undefined || content === '' ? '' : `<meta property="${name}" content="${escapeHtml(String(content))}">`;

/** JSON inside a script element: nothing in it may end the element or begin a comment. */
function jsonLd(data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/ld+json">${json}</script>`;
}

function newsArticle(frame: SiteFrame, article: SiteArticle, url: string): unknown {
  const { site } = frame;
  const { document } = article;
  const { category, source, tags } = document.fields;
  const byline = bylineOf(document);
  const publisher = { '@type': 'NewsMediaOrganization', name: site.name, url: absoluteUrl(site, '') };
  const placed = new Set(document.blocks.flatMap(photosOf));
  const images = document.photos.flatMap(({ id, sha256, edits, caption, credit }, index) => {
    if (sha256 === null || !placed.has(id)) return [];
    // Of the article's first picture search engines choose the shape that fits their page.
    return (index === 0 ? fixedShapes : (['free'] as const)).flatMap((shape) => {
      const size = largestSize(frame, { sha256, edits }, shape);
      if (size === null) return [];
      const url = absoluteUrl(site, photoAddress(frame, { sha256, edits }, 1600, shape));
      const words = { caption: caption || undefined, creditText: credit || undefined };
      return [{ '@type': 'ImageObject', url, ...size, ...words }];
    });
  });
  const files = siteFilesOf(document, frame).map((file) => ({
    '@type': 'MediaObject',
    contentUrl: absoluteUrl(site, filePath(file)),
    name: file.name,
    encodingFormat: file.mime,
    contentSize: `${file.bytes}`,
    sha256: file.sha256,
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: document.headline,
    description: document.lead || undefined,
    inLanguage: document.language,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    articleSection: category,
    keywords: tags,
    wordCount: countSyllables([document.lead, ...document.blocks.map(blockText)].join('\n')),
    author: byline === '' ? publisher : { '@type': 'Person', name: byline },
    publisher,
    sourceOrganization: source === undefined ? undefined : { '@type': 'Organization', name: source },
    image: images.length > 0 ? images.slice(0, MAX_SCHEMA_IMAGES) : undefined,
    associatedMedia: files.length > 0 ? files : undefined,
    mainEntityOfPage: url,
    identifier: `urn:uuid:${article.id}`,
    version: article.revision,
  };
}

function openGraph(frame: SiteFrame, article: SiteArticle, url: string): string[] {
  const { site } = frame;
  const { document } = article;
  const photo = firstPhoto(document);
  const size = photo === null ? null : largestSize(frame, photo, '16:9');
  const picture =
    photo === null || size === null
      ? []
      : [
          property('og:image', absoluteUrl(site, photoAddress(frame, photo, 1600, '16:9'))),
          property('og:image:width', size.width),
          property('og:image:height', size.height),
          property('og:image:alt', photo.alt),
        ];
  return [
    property('og:type', 'article'),
    property('og:title', document.headline),
    property('og:description', shorten(document.lead)),
    property('og:url', url),
    property('og:site_name', site.name),
    property('og:locale', document.language.startsWith('en') ? 'en_US' : 'vi_VN'),
    ...picture,
    property('article:published_time', article.publishedAt),
    property('article:modified_time', article.updatedAt),
    property('article:section', document.fields.category),
    ...(document.fields.tags ?? []).map((tag) => property('article:tag', tag)),
    meta('twitter:card', picture.length > 0 ? 'summary_large_image' : 'summary'),
  ];
}

function dublinCore(frame: SiteFrame, article: SiteArticle, url: string): string[] {
  const { document } = article;
  const { category, publishedOn, source, tags } = document.fields;
  return [
    '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
    meta('DC.title', document.headline),
    meta('DC.creator', bylineOf(document) || frame.site.name),
    meta('DC.date', publishedOn ?? article.publishedAt.slice(0, 10)),
    meta('DC.description', shorten(document.lead)),
    meta('DC.publisher', frame.site.name),
    meta('DC.identifier', url),
    meta('DC.language', document.language),
    meta('DC.source', source),
    meta('DC.subject', [category, ...(tags ?? [])].filter((part) => part !== undefined).join('; ')),
    meta('DC.type', 'Text'),
    meta('DC.format', 'text/html'),
  ];
}

/** The lines of the head that speak of an article. */
export function articleMetadata(frame: SiteFrame, article: SiteArticle): string[] {
  const url = absoluteUrl(frame.site, article.path);
  return [
    meta('description', shorten(article.document.lead)),
    meta('author', bylineOf(article.document) || undefined),
    meta('revision', article.revision),
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...openGraph(frame, article, url),
    ...dublinCore(frame, article, url),
    jsonLd(newsArticle(frame, article, url)),
  ];
}

/** The lines of the head of a page that lists articles. */
export function listMetadata(frame: SiteFrame, path: string): string[] {
  const url = absoluteUrl(frame.site, path);
  return [
    meta('description', frame.site.description),
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    property('og:type', 'website'),
    property('og:title', frame.site.name),
    property('og:url', url),
  ];
}
