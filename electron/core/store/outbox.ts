/**
 * What waits for the endpoint, in order. Every writer of an article calls these within its own transaction, so that a
 * change and its place in the queue are on disk together or not at all.
 *
 * An article's edits share one open update row that grows with each edit. It is sealed, with one merged update as its
 * bytes, when it is first sent or when a revision or an event has to come after it: from then on the same id always
 * carries the same bytes, so that a push repeated after a lost answer changes nothing.
 */

import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type OutboxRow = { position: number; id: string; articleId: string; at: string } & (
  | { kind: 'update'; sealed: Uint8Array | null }
  | { kind: 'revision'; hash: string }
  | { kind: 'event' }
);

/**
 * Has the article's open update hold its local log rows from `seq` on, opening one at `at` if there is none. One that is
 * open reaches to the newest row, so a keystroke need not write here.
 */
export function growOpenUpdate(db: WritableDb, articleId: string, seq: number, at: string): void {
  if (prepared(db, findOpen).get(articleId) !== undefined) return;
  prepared(db, "INSERT INTO outbox (id, article_id, kind, first_seq, at) VALUES (?, ?, 'update', ?, ?)").run(
    newId(),
    articleId,
    seq,
    at,
  );
}

const findOpen = "SELECT position, first_seq FROM outbox WHERE article_id = ? AND kind = 'update' AND sealed IS NULL";

/** Seals the article's open update, if there is one, and answers its bytes. */
export function sealOpenUpdate(db: WritableDb, articleId: string): Uint8Array | null {
  const open = prepared(db, findOpen).get(articleId) as { position: number; first_seq: number } | undefined;
  if (open === undefined) return null;
  const rows = prepared(
    db,
    "SELECT seq, bytes FROM doc_updates WHERE article_id = ? AND origin = 'local' AND seq >= ? ORDER BY seq",
  ).all(articleId, open.first_seq) as { seq: number; bytes: Buffer }[];
  const merged = Y.mergeUpdates(rows.map((row) => new Uint8Array(row.bytes)));
  const lastSeq = rows.at(-1)?.seq ?? open.first_seq;
  prepared(db, 'UPDATE outbox SET sealed = ?, last_seq = ? WHERE position = ?').run(merged, lastSeq, open.position);
  return merged;
}

/** The revision itself is read from `revisions` when it is sent. Seals the open update before it. */
export function queueRevision(db: WritableDb, articleId: string, hash: string, at: string): void {
  sealOpenUpdate(db, articleId);
  const waiting = db
    .prepare("SELECT 1 FROM outbox WHERE article_id = ? AND kind = 'revision' AND ref = ?")
    .get(articleId, hash);
  if (waiting !== undefined) return;
  db.prepare("INSERT INTO outbox (id, article_id, kind, ref, at) VALUES (?, ?, 'revision', ?, ?)").run(
    newId(),
    articleId,
    hash,
    at,
  );
}

/** The outbox row of an event carries the event's own id. Seals the open update before it. */
export function queueEvent(db: WritableDb, articleId: string, eventId: string, at: string): void {
  sealOpenUpdate(db, articleId);
  prepared(db, "INSERT INTO outbox (id, article_id, kind, at) VALUES (?, ?, 'event', ?)").run(eventId, articleId, at);
}

/** The rows after `position`, in order. */
export function listOutbox(db: ReadableDb, position: number, limit: number): OutboxRow[] {
  const rows = db
    .prepare(
      'SELECT position, id, article_id, kind, ref, sealed, at FROM outbox WHERE position > ? ORDER BY position LIMIT ?',
    )
    .all(position, limit) as {
    position: number;
    id: string;
    article_id: string;
    kind: 'update' | 'revision' | 'event';
    ref: string | null;
    sealed: Buffer | null;
    at: string;
  }[];
  return rows.map(({ position, id, article_id: articleId, kind, ref, sealed, at }): OutboxRow => {
    const common = { position, id, articleId, at };
    if (kind === 'update') return { ...common, kind, sealed };
    return kind === 'revision' ? { ...common, kind, hash: ref ?? '' } : { ...common, kind };
  });
}

export type UnsentEntry = { id: string; lastSeq: number | null };

/** What the endpoint has not answered; `lastSeq` tells how far an update has grown. */
export function listUnsent(db: ReadableDb): UnsentEntry[] {
  // An open update keeps no end: it reaches to the newest row of its article.
  const sql = `SELECT o.id, CASE WHEN o.kind = 'update' AND o.sealed IS NULL
      THEN (SELECT max(u.seq) FROM doc_updates u WHERE u.article_id = o.article_id AND u.origin = 'local')
      ELSE o.last_seq END AS lastSeq
    FROM outbox o ORDER BY o.position`;
  return db.prepare(sql).all() as UnsentEntry[];
}

/**
 * Gives open updates new ids, in a database that has gone back in time: the endpoint may know the old ids with more in
 * them, and would take what is added to them from now on for known.
 */
export function renewOpenUpdates(db: WritableDb): void {
  const rows = db.prepare("SELECT position FROM outbox WHERE kind = 'update' AND sealed IS NULL").all();
  const renew = db.prepare('UPDATE outbox SET id = ? WHERE position = ?');
  for (const { position } of rows as { position: number }[]) renew.run(newId(), position);
}

export function hasOutboxRow(db: ReadableDb, id: string): boolean {
  return db.prepare('SELECT 1 FROM outbox WHERE id = ?').get(id) !== undefined;
}

export function deleteOutboxRow(db: WritableDb, id: string): void {
  db.prepare('DELETE FROM outbox WHERE id = ?').run(id);
}

/** How many entries wait and since when (ISO 8601 UTC) the oldest does. An open update counts as one. */
export function outboxWaiting(db: ReadableDb): { count: number; oldestAt: string | null } {
  return db
    .prepare('SELECT (SELECT count(*) FROM outbox) AS count, (SELECT min(at) FROM outbox) AS oldestAt')
    .get() as {
    count: number;
    oldestAt: string | null;
  };
}
