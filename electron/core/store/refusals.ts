/** What the endpoint refused: kept, and shown until the person has put it away. */

import type { Refusal } from '../../../shared/contract/desk.ts';
import type { ReadableDb, WritableDb } from './database.ts';

export type NewRefusal = { id: string; articleId: string; what: string; code: string; message: string; at: string };

/** `what`: the kind of entry, or the event's type. The same entry refused again replaces its row and is shown again. */
export function insertRefusal(db: WritableDb, refusal: NewRefusal): void {
  db.prepare(
    `INSERT INTO refusals (id, article_id, what, code, message, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, message = excluded.message, at = excluded.at, dismissed_at = NULL`,
  ).run(refusal.id, refusal.articleId, refusal.what, refusal.code, refusal.message, refusal.at);
}

/** Oldest first, with the article's headline as it is now, or the name of the picture's file. */
export function listOpenRefusals(db: ReadableDb): Refusal[] {
  return db
    .prepare(
      `SELECT r.id, r.article_id AS articleId, coalesce(a.headline, s.shown ->> 'name', '') AS headline,
         r.what, r.code, r.message, r.at
       FROM refusals r LEFT JOIN articles a ON a.id = r.article_id
       LEFT JOIN photo_rows p ON p.record_id = r.article_id LEFT JOIN photo_row_shown s ON s.number = p.number
       WHERE r.dismissed_at IS NULL ORDER BY r.at, r.id`,
    )
    .all() as Refusal[];
}

export function dismissRefusal(db: WritableDb, id: string, at: string): void {
  db.prepare('UPDATE refusals SET dismissed_at = ? WHERE id = ? AND dismissed_at IS NULL').run(at, id);
}
