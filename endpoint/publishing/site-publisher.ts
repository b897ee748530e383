/** The office's own site as a publisher: what it makes public is a row, and pages are rendered from it when asked for. */
import type { Database } from 'better-sqlite3';
import type { Photo } from '../../shared/article/document.ts';
import type { FileKind } from '../../shared/files/file-kinds.ts';
import { photoRecordId } from '../../shared/photos/record-id.ts';
import { recordOfUpdates } from '../../shared/photos/record-of-updates.ts';
import { stricterEdits } from '../../shared/photos/stricter-edits.ts';
import { siteFilesOf } from '../site/files.ts';
import { articlePath, sectionPath } from '../site/paths.ts';
import { findFile } from '../store/files.ts';
import { listUpdates } from '../store/log.ts';
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
          const photos = placedPhotos(document).map((photo) => withHiddenSince(db, photo));
          const shown = { photos, files: siteFilesOf(document, { fileKind }) };
          putSiteRow(db, row, shown, clock().toISOString());
        },
      };
    },
    withdraw: async (articleId) => ({
      commit: () => withdrawSiteRow(db, articleId, clock().toISOString()),
    }),
  };
}

/**
 * Whoever approved may not have known yet that a face in it must be hidden: a desk that was offline comes with that and with the
 * original at once.
 */
function withHiddenSince(db: Database, photo: Photo & { sha256: string }): Photo & { sha256: string } {
  const { sha256, edits = {} } = photo;
  const now = recordOfUpdates(sha256, listUpdates(db, photoRecordId(sha256))).edits;
  return { ...photo, edits: stricterEdits(edits, now) };
}
