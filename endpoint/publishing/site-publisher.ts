/** The office's own site as a publisher: what it makes public is a row, and pages are rendered from it when asked for. */
import type { Database } from 'better-sqlite3';
import type { FileKind } from '../../shared/files/file-kinds.ts';
import { siteFilesOf } from '../site/files.ts';
import { articlePath, sectionPath } from '../site/paths.ts';
import { findFile } from '../store/files.ts';
import { findSiteRow, putSiteRow, withdrawSiteRow } from '../store/site.ts';
import { placedPhotos } from './deliver.ts';
import type { Publisher } from './publisher.ts';

/** `addressOf`: the absolute address of a path of the site. */
export function makeSitePublisher(db: Database, clock: () => Date, addressOf: (path: string) => string): Publisher {
  const fileKind = (sha256: string): FileKind | null => findFile(db, sha256)?.kind ?? null;
  return {
    name: 'site',
    publish: async ({ articleId, revision, document }) => {
      const path = findSiteRow(db, articleId)?.path ?? articlePath(articleId, document);
      const section = document.fields.category?.trim() ?? '';
      const row = { articleId, path, revision, section, sectionPath: sectionPath(section) };
      return {
        url: addressOf(path),
        commit: () => {
          const shown = { photos: placedPhotos(document), files: siteFilesOf(document, { fileKind }) };
          putSiteRow(db, row, shown, clock().toISOString());
        },
      };
    },
    withdraw: async (articleId) => ({
      commit: () => withdrawSiteRow(db, articleId, clock().toISOString()),
    }),
  };
}
