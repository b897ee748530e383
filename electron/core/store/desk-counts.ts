/** How much a desk holds, and how far it has come. */
import type { DeskCounts } from '../../../shared/contract/desk.ts';
import type { ReadableDb } from './database.ts';

export function countDesk(db: ReadableDb): DeskCounts {
  return db
    .prepare(
      `SELECT
         (SELECT count(*) FROM (SELECT article_id FROM doc_updates UNION SELECT article_id FROM events)) AS articles,
         (SELECT count(*) FROM doc_updates) AS updates,
         (SELECT count(*) FROM events) AS events,
         (SELECT count(*) FROM revisions) AS revisions,
         (SELECT count(*) FROM photos) AS photos,
         (SELECT count(*) FROM outbox) AS waiting`,
    )
    .get() as DeskCounts;
}

/** Changes with everything that a person or the office writes; read at the cost of a few look-ups. */
export function contentMark(db: ReadableDb): string {
  const row = db
    .prepare(
      `SELECT (SELECT max(seq) FROM doc_updates) AS updates, (SELECT max(position) FROM events) AS events,
         (SELECT max(rowid) FROM revisions) AS revisions, (SELECT max(rowid) FROM photos) AS photos,
         (SELECT max(position) FROM outbox) AS outbox, (SELECT count(*) FROM outbox) AS waiting,
         (SELECT max(rowid) FROM refusals) AS refusals`,
    )
    .get() as Record<string, number | null>;
  return Object.values(row)
    .map((value) => value ?? 0)
    .join('.');
}

export function listPhotoHashes(db: ReadableDb): string[] {
  return db.prepare('SELECT sha256 FROM photos ORDER BY sha256').pluck().all() as string[];
}
