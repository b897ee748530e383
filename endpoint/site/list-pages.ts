/** The front page and the pages of a section: lists of articles, newest first, one picture each. */
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { renderKicker } from './article-page.ts';
import { lines, renderPage } from './frame.ts';
import { listMetadata, shorten } from './metadata.ts';
import { linkTo, listPath, sectionPath } from './paths.ts';
import { firstPhoto, photoSizes, siteImage } from './photos.ts';
import type { ListPage, SiteArticle, SiteFrame } from './types.ts';
import { siteWords } from './words.ts';

const LEAD_SUMMARY_LENGTH = 260;
const ROW_SUMMARY_LENGTH = 150;

function renderPicture(frame: SiteFrame, article: SiteArticle, isLead: boolean): string {
  const photo = firstPhoto(article.document);
  const sizes = isLead ? photoSizes.lead : photoSizes.row;
  const image = photo === null ? null : siteImage(frame, photo, sizes, isLead ? '16:9' : '4:3');
  if (photo === null || image === null) return '';
  const loading = isLead ? 'fetchpriority="high"' : 'loading="lazy"';
  // The headline beside it is the link and says where it leads; the picture repeats nothing to a screen reader.
  return `<img class="picture" src="${escapeHtml(image.src)}" srcset="${escapeHtml(image.srcset ?? '')}" sizes="${sizes}" width="${image.width}" height="${image.height}" alt="" ${loading} decoding="async">`;
}

function renderEntry(frame: SiteFrame, article: SiteArticle, isLead: boolean, inSection: boolean): string {
  const { document } = article;
  const foreign = document.language === frame.site.language ? '' : ` lang="${escapeHtml(document.language)}"`;
  const picture = renderPicture(frame, article, isLead);
  const classes = `${isLead ? 'entry entry-lead' : 'entry'}${picture === '' ? ' entry-plain' : ''}`;
  return lines(
    `<article class="${classes}"${foreign}>`,
    '<div class="entry-text">',
    renderKicker(frame.site, article, inSection ? '' : undefined),
    `<h2><a href="${escapeHtml(linkTo(frame.site, article.path))}">${escapeHtml(document.headline)}</a></h2>`,
    document.lead === ''
      ? ''
      : `<p class="summary">${escapeHtml(shorten(document.lead, isLead ? LEAD_SUMMARY_LENGTH : ROW_SUMMARY_LENGTH))}</p>`,
    '</div>',
    picture,
    '</article>',
  );
}

function renderPager(frame: SiteFrame, path: string, list: ListPage): string {
  if (list.pages <= 1) return '';
  const words = siteWords[frame.site.language];
  const link = (page: number, rel: 'prev' | 'next', text: string): string =>
    `<a rel="${rel}" href="${escapeHtml(linkTo(frame.site, listPath(path, page)))}">${text}</a>`;
  return lines(
    `<nav class="pager" aria-label="${words.pages}">`,
    list.page > 1 ? link(list.page - 1, 'prev', words.newer) : '<span></span>',
    `<p>${words.page(list.page, list.pages)}</p>`,
    list.page < list.pages ? link(list.page + 1, 'next', words.older) : '<span></span>',
    '</nav>',
  );
}

function renderList(frame: SiteFrame, path: string, list: ListPage): string {
  const inSection = path !== '';
  const words = siteWords[frame.site.language];
  const [first, ...rest] = list.articles;
  if (first === undefined) return `<p class="nothing">${words.empty}</p>`;
  const rows = rest.map((article) => renderEntry(frame, article, false, inSection));
  return lines(
    renderEntry(frame, first, list.page === 1, inSection),
    rows.length === 0 ? '' : lines('<div class="entries">', ...rows, '</div>'),
    renderPager(frame, path, list),
  );
}

/** The front page: the newest article large, the others below it. */
export function renderFrontPage(frame: SiteFrame, list: ListPage): string {
  return renderPage(frame, {
    title: '',
    language: frame.site.language,
    head: listMetadata(frame, listPath('', list.page)),
    main: renderList(frame, '', list),
    isFront: true,
  });
}

/** The page of a section, by its name as the articles write it. */
export function renderSectionPage(frame: SiteFrame, section: string, list: ListPage): string {
  const path = sectionPath(section);
  return renderPage(frame, {
    title: section,
    language: frame.site.language,
    head: listMetadata(frame, listPath(path, list.page)),
    main: lines(`<h1 class="section-name">${escapeHtml(section)}</h1>`, renderList(frame, path, list)),
    section,
  });
}
