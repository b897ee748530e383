/** Entries that were not accepted, kept with their content. */
import type { Database } from 'better-sqlite3';
import type { Entry } from '../../shared/contract/office.ts';

export function findRefusal(
  db: Database,
  entryId: string,
  contentHash: string,
  personId: string,
): { code: string; message: string } | undefined {
  return db
    .prepare('SELECT code, message FROM refusals WHERE entry_id = ? AND content_hash = ? AND person_id = ?')
    .get(entryId, contentHash, personId) as { code: string; message: string } | undefined;
}

export function insertRefusal(
  db: Database,
  entry: Entry,
  refusal: { contentHash: string; personId: string; code: string; message: string; at: string },
): void {
  db.prepare(
    `INSERT INTO refusals (entry_id, content_hash, kind, article_id, person_id, code, message, json, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    refusal.contentHash,
    entry.kind,
    entry.articleId,
    refusal.personId,
    refusal.code,
    refusal.message,
    JSON.stringify(entry),
    refusal.at,
  );
}
