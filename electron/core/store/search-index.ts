/** The full-text index: folded words in FTS5 without their text, and beside it the accented text for snippets. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** Folded text. `names`: people, section, place, tags. */
export type IndexedText = { headline: string; lead: string; body: string; captions: string; names: string };

/** `text`: the accented text that snippets are cut from. */
export function indexArticle(db: WritableDb, articleId: string, indexed: IndexedText, text: string): void {
  const { number } = prepared(
    db,
    `INSERT INTO article_search_rows (article_id, text) VALUES (?, ?)
     ON CONFLICT (article_id) DO UPDATE SET text = excluded.text RETURNING number`,
  ).get(articleId, text) as { number: number };
  prepared(
    db,
    `INSERT OR REPLACE INTO article_search (rowid, headline, lead, body, captions, names)
     VALUES (:number, :headline, :lead, :body, :captions, :names)`,
  ).run({ number, ...indexed });
}

export function findIndexedText(db: ReadableDb, articleId: string): string | undefined {
  const row = prepared(db, 'SELECT text FROM article_search_rows WHERE article_id = ?').get(articleId);
  return (row as { text: string } | undefined)?.text;
}

/** Articles that match an FTS5 expression, newest first, with how many match in all. */
export function matchArticles(
  db: ReadableDb,
  expression: string,
  limit: number,
): { total: number; found: { articleId: string; text: string }[] } {
  const { total } = prepared(db, 'SELECT count(*) AS total FROM article_search WHERE article_search MATCH ?').get(
    expression,
  ) as { total: number };
  const found = prepared(
    db,
    `SELECT r.article_id AS articleId, r.text FROM article_search s JOIN article_search_rows r ON r.number = s.rowid
     WHERE s.article_search MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  ).all(expression, limit) as { articleId: string; text: string }[];
  return { total, found };
}

/** Throws SqliteError SQLITE_CORRUPT_VTAB where the index contradicts itself. */
export function checkSearchIndex(db: WritableDb): void {
  db.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')");
}
