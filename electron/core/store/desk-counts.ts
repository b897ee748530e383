/** How much a desk holds, and how far it has come. */
import type { DeskCounts } from '../../../shared/contract/desk.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { ReadableDb } from './database.ts';
import { listOriginals } from './original-queue.ts';

/** As `isPhotoRecordId` says. */
const IS_RECORD = "substr(article_id, 15, 1) = '8' AND substr(article_id, 20, 1) = 'b'";

export function countDesk(db: ReadableDb): DeskCounts {
  return db
    .prepare(
      `SELECT
         (SELECT count(*) FROM (SELECT article_id FROM doc_updates UNION SELECT article_id FROM events)
            WHERE article_id <> :lists AND NOT (${IS_RECORD})) AS articles,
         (SELECT count(*) FROM doc_updates) AS updates,
         (SELECT count(*) FROM events) AS events,
         (SELECT count(*) FROM revisions) AS revisions,
         (SELECT count(*) FROM photos) AS photos,
         (SELECT count(*) FROM outbox) AS waiting`,
    )
    .get({ lists: OFFICE_LISTS_ID }) as DeskCounts;
}

/** Changes with everything that a person or the office writes; read at the cost of a few look-ups. */
export function contentMark(db: ReadableDb): string {
  const files = hasFiles(db) ? '(SELECT max(rowid) FROM files)' : 'NULL';
  const row = db
    .prepare(
      `SELECT (SELECT max(seq) FROM doc_updates) AS updates, (SELECT max(position) FROM events) AS events,
         (SELECT max(rowid) FROM revisions) AS revisions, (SELECT max(rowid) FROM photos) AS photos, ${files} AS files,
         (SELECT max(position) FROM outbox) AS outbox, (SELECT count(*) FROM outbox) AS waiting,
         (SELECT max(rowid) FROM refusals) AS refusals`,
    )
    .get() as Record<string, number | null>;
  return Object.values(row)
    .map((value) => value ?? 0)
    .join('.');
}

/** A copy before a migration may be of a database from before there were attached documents. */
function hasFiles(db: ReadableDb): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'files'").get() !== undefined;
}

/** Of what is whole here, by name: photos, and attached documents. */
export function listOriginalHashes(db: ReadableDb): { photos: string[]; files: string[] } {
  return { photos: listOriginals(db, 'photos'), files: hasFiles(db) ? listOriginals(db, 'files') : [] };
}
