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
