/** Revisions: canonical JSON named by its hash, never changed. */
import type { ReadableDb, WritableDb } from './database.ts';

/** The same revision again is a no-op. The caller has checked the hash. */
export function insertRevision(db: WritableDb, articleId: string, hash: string, json: string, at: string): void {
  db.prepare('INSERT OR IGNORE INTO revisions (article_id, hash, json, at) VALUES (?, ?, ?, ?)').run(
    articleId,
    hash,
    json,
    at,
  );
}

/** Its canonical JSON. */
export function findRevision(db: ReadableDb, articleId: string, hash: string): string | undefined {
  const row = db.prepare('SELECT json FROM revisions WHERE article_id = ? AND hash = ?').get(articleId, hash);
  return (row as { json: string } | undefined)?.json;
}

export type StoredRevision = { articleId: string; hash: string; json: string };

/** Every revision, one at a time: together they may be larger than what memory holds. */
export function* eachRevision(db: ReadableDb): Generator<StoredRevision> {
  const all = db.prepare('SELECT article_id AS articleId, hash, json FROM revisions ORDER BY article_id, hash');
  yield* all.iterate() as IterableIterator<StoredRevision>;
}
