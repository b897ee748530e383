import { renderArticleHtml } from '../../shared/article/render-html.ts';
import { bylineOf } from '../../shared/article/signature.ts';
import { formatDateWithWeekday, formatInstant, localDateTime } from '../../shared/text/dates.ts';
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { articleLinks } from './article-links.ts';
import { lines, renderPage } from './frame.ts';
import { articleMetadata } from './metadata.ts';
import { linkTo, sectionPath } from './paths.ts';
import { editsIn, photoAddress, photoSizes, siteImage } from './photos.ts';
import type { Site, SiteArticle, SiteFrame, SiteLanguage } from './types.ts';
import { siteWords } from './words.ts';

const languageOf = (article: SiteArticle): SiteLanguage => (article.document.language.startsWith('en') ? 'en' : 'vi');

/** The date on the article, or the day it was published. */
export function articleDate(article: SiteArticle): string {
  const { publishedOn } = article.document.fields;
  return publishedOn ?? localDateTime(article.publishedAt)?.date ?? '';
}

/** Section and date above a headline; the date alone on the section's own page. */
export function renderKicker(site: Site, article: SiteArticle, section = article.document.fields.category): string {
  const date = articleDate(article);
  const link =
    section === undefined || section === ''
      ? ''
      : `<a href="${escapeHtml(linkTo(site, sectionPath(section)))}">${escapeHtml(section)}</a>`;
  const day = formatDateWithWeekday(date, languageOf(article));
  const time = date === '' ? '' : `<time datetime="${escapeHtml(date)}">${escapeHtml(day)}</time>`;
  return `<p class="kicker">${[link, time].filter((part) => part !== '').join('<span aria-hidden="true"> · </span>')}</p>`;
}

function term(label: string, value: string): string {
  return value === '' ? '' : `<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function renderAbout(article: SiteArticle): string {
  const language = languageOf(article);
  const words = siteWords[language];
  const { source, tags } = article.document.fields;
  const instant = (at: string): string =>
    `<time datetime="${escapeHtml(at)}">${escapeHtml(formatInstant(at, language))}</time>`;
  return lines(
    '<footer class="about">',
    '<dl>',
    term(words.source, escapeHtml(source ?? '')),
    term(words.tags, escapeHtml((tags ?? []).join(', '))),
    term(words.published, instant(article.publishedAt)),
    article.updatedAt === article.publishedAt ? '' : term(words.updated, instant(article.updatedAt)),
    term(words.approved, `<code class="revision" title="${words.approvedHint}">${escapeHtml(article.revision)}</code>`),
    '</dl>',
    '</footer>',
  );
}

/** The public page of an article: exactly what its approved revision says. */
export function renderArticlePage(frame: SiteFrame, article: SiteArticle): string {
  const { document } = article;
  const byline = bylineOf(document);
  const main = lines(
    '<article class="story">',
    '<header>',
    renderKicker(frame.site, article),
    `<h1>${escapeHtml(document.headline)}</h1>`,
    document.lead === '' ? '' : `<p class="lead">${escapeHtml(document.lead)}</p>`,
    byline === '' ? '' : `<p class="byline">${escapeHtml(byline)}</p>`,
    '</header>',
    '<div class="body">',
    renderArticleHtml(document, {
      photoUrl: (sha256) => photoAddress(frame, { sha256, edits: editsIn(document, sha256) }, 960),
      photoImage: (sha256, place) => siteImage(frame, { sha256, edits: editsIn(document, sha256) }, photoSizes[place]),
      scrollTables: true,
      ...articleLinks(frame, (path) => linkTo(frame.site, path)),
    }),
    '</div>',
    renderAbout(article),
    '</article>',
  );
  return renderPage(frame, {
    title: document.headline,
    language: document.language,
    head: articleMetadata(frame, article),
    main,
    section: document.fields.category,
  });
}
