/** The append-only log of Yjs updates, the truth of every article, and the snapshots that shorten reading it. */
import { crc32 } from 'node:zlib';
import { isArticleId } from '../../../shared/contract/log-documents.ts';
import { isPhotoRecordId } from '../../../shared/photos/record-id.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type LoggedUpdate = { seq: number; bytes: Uint8Array; isWhole: boolean };
export type NewUpdate = {
  articleId: string;
  origin: 'local' | 'remote';
  entryId?: string;
  bytes: Uint8Array;
  at: string;
  /** When the first key of a merged row was typed. */
  since?: string;
};

/** Answers the update's place in the log. */
export function appendUpdate(db: WritableDb, update: NewUpdate): number {
  const { articleId, origin, entryId = null, bytes, at, since = null } = update;
  return Number(
    prepared(
      db,
      'INSERT INTO doc_updates (article_id, origin, entry_id, bytes, crc32, at, since) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(articleId, origin, entryId, bytes, crc32(bytes), at, since).lastInsertRowid,
  );
}

export function hasEntry(db: ReadableDb, entryId: string): boolean {
  return prepared(db, 'SELECT 1 FROM doc_updates WHERE entry_id = ?').get(entryId) !== undefined;
}

/** True for an article that has updates or events here. */
export function hasArticle(db: ReadableDb, articleId: string): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM doc_updates WHERE article_id = :articleId)
    OR EXISTS (SELECT 1 FROM events WHERE article_id = :articleId) AS found`;
  return (prepared(db, sql).get({ articleId }) as { found: number }).found === 1;
}

/** The updates after `seq`, in order. `isWhole` is false where the bytes are not those that were written. */
export function listUpdates(db: ReadableDb, articleId: string, afterSeq: number): LoggedUpdate[] {
  const rows = prepared(
    db,
    'SELECT seq, bytes, crc32 FROM doc_updates WHERE article_id = ? AND seq > ? ORDER BY seq',
  ).all(articleId, afterSeq) as { seq: number; bytes: Buffer; crc32: number }[];
  return rows.map(({ seq, bytes, crc32: sum }) => ({ seq, bytes, isWhole: crc32(bytes) === sum }));
}

/** When (ISO 8601 UTC) an article was begun and last changed, by its log and those of its events that can be read; null for an unknown one. */
export function articleTimes(db: ReadableDb, articleId: string): { createdAt: string; updatedAt: string } | null {
  const row = prepared(
    db,
    `SELECT min(at) AS createdAt, max(at) AS updatedAt FROM (
       SELECT at FROM (SELECT coalesce(since, at) AS at FROM doc_updates WHERE article_id = :articleId ORDER BY seq LIMIT 1)
       UNION ALL SELECT at FROM (SELECT at FROM doc_updates WHERE article_id = :articleId ORDER BY seq DESC LIMIT 1)
       UNION ALL SELECT CASE WHEN json_valid(json) THEN json_extract(json, '$.at') END FROM events
         WHERE article_id = :articleId AND standing <> 'refused'
     )`,
  ).get({ articleId }) as { createdAt: string | null; updatedAt: string | null };
  const { createdAt, updatedAt } = row;
  return createdAt === null || updatedAt === null ? null : { createdAt, updatedAt };
}

/** When the log was last written to. */
export function lastLoggedAt(db: ReadableDb): string | null {
  const row = prepared(db, 'SELECT at FROM doc_updates ORDER BY seq DESC LIMIT 1').get() as { at: string } | undefined;
  return row?.at ?? null;
}

/** Every article that has updates or events here. */
export function listArticleIds(db: ReadableDb): string[] {
  const sql = 'SELECT article_id AS id FROM doc_updates UNION SELECT article_id FROM events ORDER BY id';
  return (prepared(db, sql).all() as { id: string }[]).map(({ id }) => id).filter(isArticleId);
}

/** Of the pictures of which something is known here. */
export function listRecordIds(db: ReadableDb): string[] {
  const sql = 'SELECT DISTINCT article_id FROM doc_updates ORDER BY article_id';
  return (prepared(db, sql).pluck().all() as string[]).filter(isPhotoRecordId);
}

export type DocSnapshot = { upToSeq: number; bytes: Uint8Array; isWhole: boolean };

/** The article as it was after `upToSeq`. */
export function findSnapshot(db: ReadableDb, articleId: string): DocSnapshot | undefined {
  const row = prepared(db, 'SELECT up_to_seq, bytes, crc32 FROM doc_snapshots WHERE article_id = ?').get(articleId) as
    | { up_to_seq: number; bytes: Buffer; crc32: number }
    | undefined;
  if (row === undefined) return undefined;
  return { upToSeq: row.up_to_seq, bytes: row.bytes, isWhole: crc32(row.bytes) === row.crc32 };
}

/** The log itself stays as it is: a snapshot that turns out broken is passed over. */
export function saveSnapshot(db: WritableDb, articleId: string, upToSeq: number, bytes: Uint8Array, at: string): void {
  prepared(
    db,
    `INSERT INTO doc_snapshots (article_id, up_to_seq, bytes, crc32, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (article_id) DO UPDATE
     SET up_to_seq = excluded.up_to_seq, bytes = excluded.bytes, crc32 = excluded.crc32, at = excluded.at
     WHERE excluded.up_to_seq > up_to_seq`,
  ).run(articleId, upToSeq, bytes, crc32(bytes), at);
}

/** Everything of a document that nobody else has: of a picture that is put away before anybody saw it. */
export function deleteDocument(db: WritableDb, id: string): void {
  prepared(db, 'DELETE FROM doc_updates WHERE article_id = ?').run(id);
  prepared(db, 'DELETE FROM doc_snapshots WHERE article_id = ?').run(id);
}
