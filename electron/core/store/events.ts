/** The events of articles. Order: those the endpoint has numbered by its `seq`, then the waiting ones as they were made. */

import { type WorkflowEvent, workflowEventSchema } from '../../../shared/workflow/event.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type EventStanding = 'accepted' | 'waiting' | 'refused';
export type StoredEvent = {
  event: WorkflowEvent;
  hash: string;
  standing: EventStanding;
  seq: number | null;
  code: string | null;
};

type EventRow = { json: string; hash: string; standing: EventStanding; seq: number | null; code: string | null };

function parseRow(row: EventRow): StoredEvent {
  return { ...row, event: workflowEventSchema.parse(JSON.parse(row.json)) };
}

/** Oldest first; refused ones stand where they were made. */
export function listEvents(db: ReadableDb, articleId: string): StoredEvent[] {
  const rows = prepared(
    db,
    `SELECT json, hash, standing, seq, code FROM events WHERE article_id = ?
       ORDER BY standing = 'waiting', coalesce(seq, 9007199254740991), position`,
  ).all(articleId) as EventRow[];
  return rows.map(parseRow);
}

export function findEvent(db: ReadableDb, id: string): StoredEvent | undefined {
  const row = db.prepare('SELECT json, hash, standing, seq, code FROM events WHERE id = ?').get(id);
  return row === undefined ? undefined : parseRow(row as EventRow);
}

export function hasEvent(db: ReadableDb, id: string): boolean {
  return db.prepare('SELECT 1 FROM events WHERE id = ?').get(id) !== undefined;
}

export function insertEvent(
  db: WritableDb,
  event: WorkflowEvent,
  hash: string,
  standing: 'accepted' | 'waiting',
  seq: number | null,
): void {
  prepared(
    db,
    'INSERT INTO events (id, article_id, json, hash, standing, seq, code) VALUES (?, ?, ?, ?, ?, ?, NULL)',
  ).run(event.id, event.articleId, JSON.stringify(event), hash, standing, seq);
}

/** An event as another database of this desk had it. */
export function insertRescuedEvent(db: WritableDb, event: WorkflowEvent, stored: Omit<StoredEvent, 'event'>): void {
  const { hash, standing, seq, code } = stored;
  db.prepare('INSERT INTO events (id, article_id, json, hash, standing, seq, code) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    event.id,
    event.articleId,
    JSON.stringify(event),
    hash,
    standing,
    seq,
    code,
  );
}

/** Only for one that was rescued and turns out to stand on nothing. */
export function deleteEvent(db: WritableDb, id: string): void {
  db.prepare('DELETE FROM events WHERE id = ?').run(id);
}

/** The endpoint's own copy of the event becomes the kept one. */
export function markEventAccepted(db: WritableDb, event: WorkflowEvent, hash: string, seq: number): void {
  db.prepare("UPDATE events SET json = ?, hash = ?, standing = 'accepted', seq = ?, code = NULL WHERE id = ?").run(
    JSON.stringify(event),
    hash,
    seq,
    event.id,
  );
}

export function markEventNumbered(db: WritableDb, id: string, seq: number): void {
  db.prepare("UPDATE events SET standing = 'accepted', seq = ?, code = NULL WHERE id = ?").run(seq, id);
}

export function markEventRefused(db: WritableDb, id: string, code: string): void {
  db.prepare("UPDATE events SET standing = 'refused', code = ? WHERE id = ?").run(code, id);
}

/** A waiting event, chained anew on what came before it. */
export function rewriteWaitingEvent(db: WritableDb, event: WorkflowEvent, hash: string): void {
  db.prepare("UPDATE events SET json = ?, hash = ? WHERE id = ? AND standing = 'waiting'").run(
    JSON.stringify(event),
    hash,
    event.id,
  );
}
