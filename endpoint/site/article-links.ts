/** Where an article's page and its entry in the feed link to: attached documents, and related articles that are live. */
import type { RenderHtmlOptions } from '../../shared/article/render-html.ts';
import { findFilePath } from './files.ts';
import type { SiteFiles, SiteLinks } from './types.ts';

/** `addressOf`: of a path of the site, as the one who renders writes it. */
export function articleLinks(
  frame: SiteFiles & SiteLinks,
  addressOf: (path: string) => string,
): Required<Pick<RenderHtmlOptions, 'fileUrl' | 'articleUrl'>> {
  const written = (path: string | null): string | null => (path === null ? null : addressOf(path));
  return {
    fileUrl: (sha256, name) => written(findFilePath(frame, sha256, name)),
    articleUrl: (id) => written(frame.livePath(id)),
  };
}
