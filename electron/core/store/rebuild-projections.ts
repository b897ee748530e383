/** Has every projection made anew from the log. */
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { WritableDb } from './database.ts';
import { listOriginals } from './original-queue.ts';

/** Marks every article and every picture; the desk makes their rows and their words when it opens. */
export function markAllStale(db: WritableDb): void {
  db.exec(`INSERT OR IGNORE INTO stale_articles (article_id)
    SELECT article_id FROM doc_updates UNION SELECT article_id FROM events`);
  const mark = db.prepare('INSERT OR IGNORE INTO stale_articles (article_id) VALUES (?)');
  for (const sha256 of listOriginals(db, 'photos')) mark.run(photoRecordId(sha256));
}

const rowTables = [
  ...['articles', 'article_tags', 'article_counts', 'article_search_rows'],
  ...['photo_rows', 'photo_row_shown', 'photo_uses', 'photo_people_named', 'photo_people'],
];

/** Empties the lists and the search indexes of whatever they hold, so that nothing of a damaged one stays. */
export function clearProjections(db: WritableDb): void {
  const indexes = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5 (%'")
    .pluck()
    .all() as string[];
  for (const name of indexes) db.exec(`INSERT INTO "${name}" ("${name}") VALUES ('delete-all')`);
  const rows = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name IN (SELECT value FROM json_each(?)) ORDER BY name DESC`,
    )
    .pluck()
    .all(JSON.stringify(rowTables)) as string[];
  for (const name of rows) db.exec(`DELETE FROM "${name}"`);
  // The counts follow the rows by triggers; what they said before is not believed.
  if (rows.includes('article_counts')) db.exec('DELETE FROM article_counts');
  markAllStale(db);
}
