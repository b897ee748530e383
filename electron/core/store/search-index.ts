/**
 * The full-text index: folded words in FTS5 without their text, the same words with their accents in a second one, those of
 * headlines in a third, and beside them the accented text for snippets.
 */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** Folded text but for `exact`, which is all of it with its accents. `labels`: section, place, source, tags. */
export type IndexedText = {
  headline: string;
  lead: string;
  body: string;
  captions: string;
  author: string;
  labels: string;
  facets: string;
  exact: string;
};

/** `folded`: every word without its accents. `exact`: as they were written. `headlines`: those of headlines, folded. */
export type WordIndex = 'folded' | 'exact' | 'headlines';

const tables: Record<WordIndex, string> = {
  folded: 'article_search',
  exact: 'article_exact',
  headlines: 'article_headlines',
};

/** Numbers of a day: a span of days is a span of numbers, and newest first is the highest first. */
const NUMBERS_PER_DAY = 2 ** 20;
const DAY_MS = 86_400_000;

/** The first number of a day (YYYY-MM-DD); days that are none count as the first of all. */
export function firstNumberOf(day: string): number {
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  return Number.isFinite(days) ? days * NUMBERS_PER_DAY : 0;
}

/** The last number of a day (YYYY-MM-DD). */
export function lastNumberOf(day: string): number {
  return firstNumberOf(day) + NUMBERS_PER_DAY - 1;
}

/** `text`: the accented text (NFC) that snippets are cut from. `day`: YYYY-MM-DD. */
export function indexArticle(
  db: WritableDb,
  articleId: string,
  day: string,
  { exact, ...folded }: IndexedText,
  text: string,
): void {
  const number = numberFor(db, articleId, day);
  prepared(
    db,
    `INSERT INTO article_search_rows (number, article_id, text) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET text = excluded.text`,
  ).run(number, articleId, text);
  prepared(
    db,
    `INSERT OR REPLACE INTO article_search (rowid, headline, lead, body, captions, author, labels, facets)
     VALUES (:number, :headline, :lead, :body, :captions, :author, :labels, :facets)`,
  ).run({ number, ...folded });
  const { headline, facets } = folded;
  prepared(db, 'INSERT OR REPLACE INTO article_exact (rowid, text, facets) VALUES (?, ?, ?)').run(
    number,
    exact,
    facets,
  );
  prepared(db, 'INSERT OR REPLACE INTO article_headlines (rowid, headline, facets) VALUES (?, ?, ?)').run(
    number,
    headline,
    facets,
  );
}

/** The article's number of that day; one of another day is given up. */
function numberFor(db: WritableDb, articleId: string, day: string): number {
  const first = firstNumberOf(day);
  const known = prepared(db, 'SELECT number FROM article_search_rows WHERE article_id = ?').get(articleId) as
    | { number: number }
    | undefined;
  if (known !== undefined) {
    if (known.number >= first && known.number < first + NUMBERS_PER_DAY) return known.number;
    for (const table of Object.values(tables)) {
      prepared(db, `DELETE FROM ${table} WHERE rowid = ?`).run(known.number);
    }
    prepared(db, 'DELETE FROM article_search_rows WHERE number = ?').run(known.number);
  }
  const { last } = prepared(
    db,
    'SELECT max(number) AS last FROM article_search_rows WHERE number >= ? AND number < ?',
  ).get(first, first + NUMBERS_PER_DAY) as { last: number | null };
  return (last ?? first - 1) + 1;
}

export function findIndexedText(db: ReadableDb, articleId: string): string | undefined {
  const row = prepared(db, 'SELECT text FROM article_search_rows WHERE article_id = ?').get(articleId);
  return (row as { text: string } | undefined)?.text;
}

/** Numbers, both included. */
export type NumberSpan = { from: number; to: number };
/** The numbers of articles that match an FTS5 expression, newest first. */
export function matchNumbers(
  db: ReadableDb,
  index: WordIndex,
  expression: string,
  { from, to }: NumberSpan,
  limit: number,
): number[] {
  const table = tables[index];
  const sql = `SELECT rowid AS number FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ?
    ORDER BY rowid DESC LIMIT ?`;
  return prepared(db, sql).pluck().all(expression, from, to, limit) as number[];
}

export function countIndexed(db: ReadableDb): number {
  return (prepared(db, 'SELECT count(*) AS count FROM article_search_rows').get() as { count: number }).count;
}

/** Throws SqliteError SQLITE_CORRUPT_VTAB where an index contradicts itself. */
export function checkSearchIndex(db: WritableDb): void {
  for (const table of [...Object.values(tables), 'photo_search'])
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
}
