/** What a page's meta tags say of its article, for the fields that the text itself does not give. */
import { findDate } from '../../../../shared/article/import/meta-line.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import type { Page } from './page-tree.ts';

/** By field: names of meta tags, the most trusted first. Open Graph, schema.org, Dublin Core, and what papers use. */
const sources = {
  publishedOn: [
    'article:published_time',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'dc.date.created',
    'pubdate',
    'publishdate',
    'publish_date',
    'date',
    'time',
  ],
  author: ['author', 'dc.creator', 'dcterms.creator', 'article:author', 'byl'],
  category: ['article:section', 'section', 'articlesection'],
  source: ['dc.source', 'dcterms.source'],
} as const;
const tagSources = ['article:tag', 'news_keywords', 'keywords', 'dc.subject', 'dcterms.subject'];
const headlineSources = ['og:title', 'dc.title', 'dcterms.title', 'headline', 'twitter:title'];
const leadSources = ['og:description', 'description', 'dc.description', 'dcterms.description', 'twitter:description'];
const MAX_FIELD_LENGTH = 200;
/** Names of accounts, which content systems put where a person's should be. */
const noNames = new Set(['admin', 'administrator', 'super user', 'root', 'editor', 'webmaster']);

function firstOf(page: Page, names: readonly string[]): string {
  for (const name of names) {
    const [value] = page.meta.get(name) ?? [];
    if (value !== undefined) return value;
  }
  return '';
}

/** The name as the page calls its article: without the site's name that follows it in the title. */
export function pageHeadline(page: Page): string {
  const stated = firstOf(page, headlineSources);
  if (stated !== '') return stated;
  const site = firstOf(page, ['og:site_name', 'application-name']);
  const [, before = '', after = ''] = /^(.+?)\s+[-–—|»]\s+([^-–—|»]+)$/u.exec(page.title.slice(0, 500)) ?? [];
  const isSite = before !== '' && (foldText(after) === foldText(site) || page.title.includes(' | '));
  return isSite ? before : page.title;
}

export function pageLead(page: Page): string {
  return firstOf(page, leadSources);
}

/** Fields as a preview holds them: plain texts by name. A date is one that the page states as a calendar date. */
export function pageFields(page: Page): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of sources.publishedOn) {
    const date = findDate((page.meta.get(name)?.[0] ?? '').slice(0, MAX_FIELD_LENGTH))?.date;
    if (date !== undefined) fields.publishedOn ??= date;
  }
  for (const name of ['author', 'category', 'source'] as const) {
    const value = sources[name]
      .flatMap((source) => page.meta.get(source)?.slice(0, 1) ?? [])
      .find((text) => text.length <= MAX_FIELD_LENGTH && !/^https?:/iu.test(text) && !noNames.has(foldText(text)));
    if (value !== undefined) fields[name] = value;
  }
  for (const name of tagSources) {
    const values = (page.meta.get(name) ?? []).flatMap((value) => value.split(/[,;]/u)).map((tag) => tag.trim());
    const tags = [...new Set(values.filter((tag) => tag !== '' && tag.length <= MAX_FIELD_LENGTH))].slice(0, 30);
    if (tags.length > 0) fields.tags ??= tags.join(', ');
  }
  return fields;
}
