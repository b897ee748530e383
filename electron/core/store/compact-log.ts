/** What compaction reads and writes of the log. */
import { crc32 } from 'node:zlib';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';
import { findSetting, saveSetting } from './settings.ts';

export type LogRow = {
  seq: number;
  articleId: string;
  origin: 'local' | 'remote';
  bytes: Uint8Array;
  /** False where the bytes are not those that were written. */
  isWhole: boolean;
  /** ISO 8601 UTC. */
  since: string;
  at: string;
};

/**
 * Of the next `limit` rows after `afterSeq` those that were written before `before`, in order. Rows come in the order of
 * time, so those behind are not read: after an import they would be a whole archive, at every run.
 */
export function listOldRows(db: ReadableDb, afterSeq: number, before: string, limit: number): LogRow[] {
  const rows = prepared(
    db,
    `SELECT seq, article_id AS articleId, origin, bytes, crc32, coalesce(since, at) AS since, at FROM doc_updates
     WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(afterSeq, limit) as (Omit<LogRow, 'isWhole'> & { crc32: number })[];
  const old = rows.filter(({ at }) => at < before);
  return old.map(({ crc32: sum, ...row }) => ({ ...row, isWhole: crc32(row.bytes) === sum }));
}

/** Numbers over which nothing of an article may be merged: its snapshot and its entries of the outbox end or begin there. */
export function listSeams(db: ReadableDb, articleId: string): number[] {
  return prepared(
    db,
    `SELECT up_to_seq AS seq FROM doc_snapshots WHERE article_id = :articleId
     UNION SELECT last_seq FROM outbox WHERE article_id = :articleId AND last_seq IS NOT NULL
     UNION SELECT first_seq - 1 FROM outbox WHERE article_id = :articleId AND first_seq IS NOT NULL`,
  )
    .pluck()
    .all({ articleId }) as number[];
}

/** Puts one row in the place of several, the last of which it becomes. Within the caller's transaction. */
export function mergeRows(db: WritableDb, rows: readonly LogRow[], bytes: Uint8Array): void {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  const remove = prepared(db, 'DELETE FROM doc_updates WHERE seq = ?');
  for (const { seq } of rows.slice(0, -1)) remove.run(seq);
  prepared(db, 'UPDATE doc_updates SET bytes = ?, crc32 = ?, since = ? WHERE seq = ?').run(
    bytes,
    crc32(bytes),
    first.since,
    last.seq,
  );
}

/** Everything of the log up to here was looked at. */
export function compactedToSeq(db: ReadableDb): number {
  return Number(findSetting(db, 'compactedToSeq') ?? 0);
}

export function setCompactedToSeq(db: WritableDb, seq: number): void {
  saveSetting(db, 'compactedToSeq', String(seq));
}
