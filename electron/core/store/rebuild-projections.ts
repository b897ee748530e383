/** Has every projection made anew from the log. */
import type { WritableDb } from './database.ts';

/** Marks every article; the desk makes its rows and its words when it opens. */
export function markAllStale(db: WritableDb): void {
  db.exec(`INSERT OR IGNORE INTO stale_articles (article_id)
    SELECT article_id FROM doc_updates UNION SELECT article_id FROM events`);
}

/** Empties the list and the search index of whatever they hold, so that nothing of a damaged one stays. */
export function clearProjections(db: WritableDb): void {
  const indexes = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5 (%'")
    .pluck()
    .all() as string[];
  for (const name of indexes) db.exec(`INSERT INTO "${name}" ("${name}") VALUES ('delete-all')`);
  const rows = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name IN ('articles', 'article_tags', 'article_counts', 'article_search_rows') ORDER BY name DESC`,
    )
    .pluck()
    .all() as string[];
  for (const name of rows) db.exec(`DELETE FROM "${name}"`);
  // The counts follow the rows by triggers; what they said before is not believed.
  if (rows.includes('article_counts')) db.exec('DELETE FROM article_counts');
  markAllStale(db);
}
