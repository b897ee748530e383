/** Where things stand below the site's base address. Paths carry no leading slash. */
import type { ArticleDocument } from '../../shared/article/document.ts';
import { slugify } from '../../shared/text/slug.ts';
import type { Site } from './types.ts';

export const feedPath = 'rss.xml';
/** The folder that `assets/` of this room is served under. */
export const assetsPath = 'assets/';
/** The folder of attached documents. */
export const filesPath = 'tep';
export const stylesheetPath = 'assets/site.css';

/** `bai/hoi-nghi-truc-tuyen-0193a7c2f1e4`: readable, and unique by the tail of the article's id. */
export function articlePath(articleId: string, document: ArticleDocument): string {
  const slug = slugify(document.fields.slug ?? '') || slugify(document.headline);
  const tail = articleId.replaceAll('-', '').slice(-12);
  return slug === '' ? `bai/${tail}` : `bai/${slug}-${tail}`;
}

/** `chuyen-muc/tin-tuc`. Sections whose names fold to the same slug share a page. */
export function sectionPath(name: string): string {
  return `chuyen-muc/${slugify(name) || 'khac'}`;
}

/** The absolute public address of a path. */
export function absoluteUrl(site: Site, path: string): string {
  return new URL(path, site.baseUrl.endsWith('/') ? site.baseUrl : `${site.baseUrl}/`).href;
}

/** The address of a path as links within the site write it: from the root of the host, so it survives a change of port. */
export function linkTo(site: Site, path: string): string {
  const { pathname, search } = new URL(absoluteUrl(site, path));
  return pathname + search;
}

/** The address of page `page` of a list at `path`. */
export function listPath(path: string, page: number): string {
  return page <= 1 ? path : `${path}?trang=${page}`;
}
