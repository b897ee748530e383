import { renderArticleHtml } from '../../shared/article/render-html.ts';
import { bylineOf } from '../../shared/article/signature.ts';
import { formatRfc822 } from '../../shared/text/dates.ts';
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { articleLinks } from './article-links.ts';
import { filePath, type SiteFile, siteFilesOf } from './files.ts';
import { lines } from './frame.ts';
import { absoluteUrl, feedPath } from './paths.ts';
import { editsIn, photoAddress } from './photos.ts';
import type { SiteArticle, SiteFrame } from './types.ts';

const element = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<${name}>${escapeHtml(text)}</${name}>`;

/** RSS has room for one enclosure; Atom's element carries each of them. */
function enclosure(frame: SiteFrame, file: SiteFile): string {
  const href = escapeHtml(absoluteUrl(frame.site, filePath(file)));
  return `<atom:link rel="enclosure" href="${href}" type="${file.mime}" length="${file.bytes}" title="${escapeHtml(file.name)}"/>`;
}

function renderItem(frame: SiteFrame, article: SiteArticle): string {
  const { document } = article;
  const { category, tags } = document.fields;
  const byline = bylineOf(document);
  const url = absoluteUrl(frame.site, article.path);
  const body = renderArticleHtml(document, {
    photoUrl: (sha256) =>
      absoluteUrl(frame.site, photoAddress(frame, { sha256, edits: editsIn(document, sha256) }, 960)),
    ...articleLinks(frame, (path) => absoluteUrl(frame.site, path)),
  });
  const lead = document.lead === '' ? '' : `<p><strong>${escapeHtml(document.lead)}</strong></p>\n`;
  return lines(
    '<item>',
    element('title', document.headline),
    element('link', url),
    `<guid isPermaLink="false">urn:uuid:${escapeHtml(article.id)}</guid>`,
    element('pubDate', formatRfc822(article.publishedAt)),
    element('dc:creator', byline),
    ...[category, ...(tags ?? [])].map((name) => element('category', name)),
    element('description', document.lead || document.headline),
    ...siteFilesOf(document, frame).map((file) => enclosure(frame, file)),
    element('content:encoded', lead + body),
    '</item>',
  );
}

/** RSS 2.0 of the newest articles, with their whole text. `articles` newest first. */
export function renderRss(frame: SiteFrame, articles: readonly SiteArticle[]): string {
  const { site } = frame;
  const newest = articles
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return `${lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', site.name),
    element('link', absoluteUrl(site, '')),
    element('description', site.description ?? site.name),
    element('language', site.language),
    `<atom:link href="${escapeHtml(absoluteUrl(site, feedPath))}" rel="self" type="application/rss+xml"/>`,
    newest === undefined ? '' : element('lastBuildDate', formatRfc822(newest)),
    ...articles.map((article) => renderItem(frame, article)),
    '</channel>',
    '</rss>',
  )}\n`;
}
