/** Articles whose projections are behind the log or the events. Rows are added by triggers of the database. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** At most `limit` of them. */
export function listStaleArticles(db: ReadableDb, limit: number): string[] {
  const rows = prepared(db, 'SELECT article_id AS id FROM stale_articles LIMIT ?').all(limit) as { id: string }[];
  return rows.map(({ id }) => id);
}

export function countStaleArticles(db: ReadableDb): number {
  return (prepared(db, 'SELECT count(*) AS count FROM stale_articles').get() as { count: number }).count;
}

export function isStale(db: ReadableDb, articleId: string): boolean {
  return prepared(db, 'SELECT 1 FROM stale_articles WHERE article_id = ?').get(articleId) !== undefined;
}

/** Within the transaction that wrote the projections. */
export function markArticleFresh(db: WritableDb, articleId: string): void {
  prepared(db, 'DELETE FROM stale_articles WHERE article_id = ?').run(articleId);
}
