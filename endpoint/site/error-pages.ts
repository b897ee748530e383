import { escapeHtml } from '../../shared/text/escape-html.ts';
import { lines, renderPage } from './frame.ts';
import { linkTo } from './paths.ts';
import type { SiteFrame } from './types.ts';
import { siteWords } from './words.ts';

function renderMessage(frame: SiteFrame, heading: string, text: string): string {
  const words = siteWords[frame.site.language];
  return renderPage(frame, {
    title: heading,
    language: frame.site.language,
    head: ['<meta name="robots" content="noindex">'],
    main: lines(
      '<section class="message">',
      `<h1>${heading}</h1>`,
      `<p>${text}</p>`,
      `<p><a href="${escapeHtml(linkTo(frame.site, ''))}">${words.goHome}</a></p>`,
      '</section>',
    ),
  });
}

/** For status 404. */
export function renderNotFoundPage(frame: SiteFrame): string {
  const words = siteWords[frame.site.language];
  return renderMessage(frame, words.notFound, words.notFoundText);
}

/** For status 410: the address of an article that was withdrawn. It repeats nothing of the article. */
export function renderGonePage(frame: SiteFrame): string {
  const words = siteWords[frame.site.language];
  return renderMessage(frame, words.gone, words.goneText);
}
