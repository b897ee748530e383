/** The office's log: every accepted entry in its one order. */
import type { Database } from 'better-sqlite3';
import type { Entry } from '../../shared/contract/office.ts';
import { type WorkflowEvent, workflowEventSchema } from '../../shared/workflow/event.ts';
import { applyEvent, emptyWorkflow, type OfficeRules, type WorkflowState } from '../../shared/workflow/machine.ts';

export type Sender = { personId: string; deviceId: string };

export function findLogged(
  db: Database,
  id: string,
): { seq: number; kind: string; articleId: string; personId: string } | undefined {
  return db.prepare('SELECT seq, kind, article_id AS articleId, person_id AS personId FROM log WHERE id = ?').get(id) as
    | { seq: number; kind: string; articleId: string; personId: string }
    | undefined;
}

/** Appends an entry that has been checked; `hash` is the event's own. Answers its seq. */
export function appendEntry(db: Database, entry: Entry, sender: Sender, at: string, hash: string | null): number {
  const bytes = entry.kind === 'update' ? Buffer.from(entry.update, 'base64') : null;
  const ref = entry.kind === 'revision' ? entry.hash : null;
  if (entry.kind === 'revision') {
    db.prepare('INSERT OR IGNORE INTO revisions (article_id, hash, json, at) VALUES (?, ?, ?, ?)').run(
      entry.articleId,
      entry.hash,
      entry.json,
      at,
    );
  }
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO log (id, kind, article_id, person_id, device_id, bytes, ref, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(entry.id, entry.kind, entry.articleId, sender.personId, sender.deviceId, bytes, ref, at);
  const seq = Number(lastInsertRowid);
  if (entry.kind === 'event') {
    db.prepare('INSERT INTO events (id, article_id, seq, json, hash) VALUES (?, ?, ?, ?, ?)').run(
      entry.id,
      entry.articleId,
      seq,
      JSON.stringify(entry.event),
      hash,
    );
  }
  return seq;
}

type LogRow = {
  seq: number;
  id: string;
  kind: Entry['kind'];
  article_id: string;
  bytes: Buffer | null;
  ref: string | null;
  revision: string | null;
  event: string | null;
};

/** The entries after a seq, oldest first, up to `limit` of them and about `maxBytes`, but at least one if there is any. */
export function listLog(
  db: Database,
  after: number,
  limit: number,
  maxBytes: number,
): { entries: { seq: number; entry: Entry }[]; more: boolean } {
  const rows = db
    .prepare(
      `SELECT l.seq, l.id, l.kind, l.article_id, l.bytes, l.ref, r.json AS revision, e.json AS event
       FROM log l
       LEFT JOIN revisions r ON l.kind = 'revision' AND r.article_id = l.article_id AND r.hash = l.ref
       LEFT JOIN events e ON l.kind = 'event' AND e.id = l.id
       WHERE l.seq > ? ORDER BY l.seq LIMIT ?`,
    )
    .iterate(after, limit + 1) as IterableIterator<LogRow>;
  const entries: { seq: number; entry: Entry }[] = [];
  let size = 0;
  for (const row of rows) {
    size += (row.bytes?.length ?? 0) + (row.revision?.length ?? 0) + (row.event?.length ?? 0);
    if (entries.length === limit || (entries.length > 0 && size > maxBytes)) return { entries, more: true };
    entries.push({ seq: row.seq, entry: parseRow(row) });
  }
  return { entries, more: false };
}

function parseRow(row: LogRow): Entry {
  const { id, article_id: articleId } = row;
  if (row.kind === 'update') {
    return { kind: 'update', id, articleId, update: (row.bytes ?? Buffer.alloc(0)).toString('base64') };
  }
  if (row.kind === 'revision') {
    return { kind: 'revision', id, articleId, hash: row.ref ?? '', json: row.revision ?? '' };
  }
  return { kind: 'event', id, articleId, event: workflowEventSchema.parse(JSON.parse(row.event ?? '')) };
}

/** What was written of a document, oldest first. */
export function listUpdates(db: Database, id: string): Buffer[] {
  const sql = "SELECT bytes FROM log WHERE article_id = ? AND kind = 'update' ORDER BY seq";
  return db.prepare(sql).pluck().all(id) as Buffer[];
}

export function lastSeq(db: Database): number {
  return (db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM log').get() as { seq: number }).seq;
}

export function findRevision(db: Database, articleId: string, hash: string): string | undefined {
  const row = db.prepare('SELECT json FROM revisions WHERE article_id = ? AND hash = ?').get(articleId, hash);
  return (row as { json: string } | undefined)?.json;
}

/** Where an article stands by its accepted events. */
export function readWorkflow(db: Database, articleId: string, office: OfficeRules): WorkflowState {
  const rows = db.prepare('SELECT json, hash FROM events WHERE article_id = ? ORDER BY seq').all(articleId);
  return (rows as { json: string; hash: string }[]).reduce(
    (state, row) => applyEvent(state, JSON.parse(row.json) as WorkflowEvent, row.hash, office),
    emptyWorkflow,
  );
}
