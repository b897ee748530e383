/** What came from the endpoint and could not be used: kept as it came, never thrown away. */
import type { WritableDb } from './database.ts';

export function keepAside(
  db: WritableDb,
  aside: { entryId: string; articleId: string; bytes: Uint8Array; reason: string; at: string },
): void {
  db.prepare(
    'INSERT OR IGNORE INTO updates_aside (entry_id, article_id, bytes, reason, at) VALUES (?, ?, ?, ?, ?)',
  ).run(aside.entryId, aside.articleId, aside.bytes, aside.reason, aside.at);
}
