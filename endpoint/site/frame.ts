/** What every page has round its own content: head, masthead with the sections, foot. */
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { absoluteUrl, feedPath, linkTo, sectionPath, stylesheetPath } from './paths.ts';
import type { SiteFrame } from './types.ts';
import { siteWords } from './words.ts';

export type FramedPage = {
  /** Without the site's name. Empty on the front page. */
  title: string;
  /** Of the page's main content, as a BCP 47 tag. */
  language: string;
  /** Lines of the head beside title and stylesheet. */
  head: readonly string[];
  /** HTML of the main element's content. */
  main: string;
  /** Name of the section that the page belongs to, for the menu. */
  section?: string;
  isFront?: boolean;
};

export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function menu(frame: SiteFrame, current: string | undefined): string {
  if (frame.sections.length === 0) return '';
  const words = siteWords[frame.site.language];
  const currentPath = current === undefined ? null : sectionPath(current);
  const items = frame.sections.map(({ name, path }) => {
    const here = path === currentPath ? ' aria-current="true"' : '';
    return `<li><a href="${escapeHtml(linkTo(frame.site, path))}"${here}>${escapeHtml(name)}</a></li>`;
  });
  return lines(`<nav class="sections" aria-label="${words.sections}">`, '<ul>', ...items, '</ul>', '</nav>');
}

function masthead(frame: SiteFrame, page: FramedPage): string {
  const home = escapeHtml(linkTo(frame.site, ''));
  const name = escapeHtml(frame.site.name);
  const tag = page.isFront ? 'h1' : 'p';
  return lines(
    '<header class="masthead">',
    `<${tag} class="site-name"><a href="${home}"${page.isFront ? ' aria-current="page"' : ''}>${name}</a></${tag}>`,
    menu(frame, page.section),
    '</header>',
  );
}

function foot(frame: SiteFrame): string {
  const words = siteWords[frame.site.language];
  const { description, name } = frame.site;
  return lines(
    '<footer class="foot">',
    `<p class="foot-name">${escapeHtml(name)}</p>`,
    description === undefined ? '' : `<p>${escapeHtml(description)}</p>`,
    `<p><a href="${escapeHtml(linkTo(frame.site, feedPath))}">${words.feed}</a></p>`,
    '</footer>',
  );
}

/** A whole HTML page. Its furniture is in the site's language, marked where the main content has another. */
export function renderPage(frame: SiteFrame, page: FramedPage): string {
  const { site } = frame;
  const words = siteWords[site.language];
  const title = page.title === '' ? site.name : `${page.title} – ${site.name}`;
  const ours = page.language === site.language ? '' : ` lang="${site.language}"`;
  return `${lines(
    '<!doctype html>',
    `<html lang="${escapeHtml(page.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="stylesheet" href="${escapeHtml(linkTo(site, stylesheetPath))}">`,
    `<link rel="alternate" type="application/rss+xml" title="${escapeHtml(site.name)}" href="${escapeHtml(absoluteUrl(site, feedPath))}">`,
    ...page.head,
    '</head>',
    '<body>',
    `<div class="furniture"${ours}>`,
    `<a class="skip" href="#noi-dung">${words.skip}</a>`,
    masthead(frame, page),
    '</div>',
    '<main id="noi-dung">',
    page.main,
    '</main>',
    ours === '' ? foot(frame) : foot(frame).replace('<footer class="foot">', `<footer class="foot"${ours}>`),
    '</body>',
    '</html>',
  )}\n`;
}
