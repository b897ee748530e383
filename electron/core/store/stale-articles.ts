/** Articles whose projections are behind the log or the events. Rows are added by triggers of the database. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export function listStaleArticles(db: ReadableDb): string[] {
  return (prepared(db, 'SELECT article_id AS id FROM stale_articles').all() as { id: string }[]).map(({ id }) => id);
}

/** Within the transaction that wrote the projections. */
export function markArticleFresh(db: WritableDb, articleId: string): void {
  prepared(db, 'DELETE FROM stale_articles WHERE article_id = ?').run(articleId);
}
