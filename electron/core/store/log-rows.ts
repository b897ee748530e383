/** Single rows of the update log, for comparing one log with another. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `bytes`: how many. */
export type LoggedRow = { articleId: string; crc32: number; bytes: number; at: string; origin: 'local' | 'remote' };

export function findLogged(db: ReadableDb, seq: number): LoggedRow | undefined {
  const sql =
    'SELECT article_id AS articleId, crc32, length(bytes) AS bytes, at, origin FROM doc_updates WHERE seq = ?';
  return prepared(db, sql).get(seq) as LoggedRow | undefined;
}

export function lastSeq(db: ReadableDb): number {
  return (prepared(db, 'SELECT max(seq) FROM doc_updates').pluck().get() as number | null) ?? 0;
}

/** Only for a row that nothing has been built on: see the mending of a desk. */
export function takeFromLog(db: WritableDb, seq: number): void {
  prepared(db, 'DELETE FROM doc_updates WHERE seq = ?').run(seq);
}
