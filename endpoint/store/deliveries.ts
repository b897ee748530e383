/** What publishers have to do: rows that outlive a restart. */
import type { Database } from 'better-sqlite3';
import type { WorkflowEvent } from '../../shared/workflow/event.ts';
import type { WorkflowState } from '../../shared/workflow/machine.ts';

export type Delivery = {
  id: number;
  publisher: string;
  deed: 'publish' | 'withdraw';
  articleId: string;
  revision: string;
  attempts: number;
  nextAt: string;
  lastError: string | null;
};

/**
 * Queues what an accepted event asks of each publisher, within the caller's transaction: a final approval publishes,
 * a withdrawal takes down. `state` is the article's after the event.
 */
export function queueDeliveries(
  db: Database,
  event: WorkflowEvent,
  state: WorkflowState,
  publishers: readonly string[],
  at: string,
): void {
  const publishes = event.type === 'approved' && state.approvedRevision === event.revision;
  if (!publishes && event.type !== 'withdrawn') return;
  const insert = db.prepare(
    `INSERT INTO deliveries (publisher, deed, article_id, revision, event_id, state, attempts, next_at, at)
     VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?, ?)`,
  );
  for (const publisher of publishers) {
    insert.run(publisher, publishes ? 'publish' : 'withdraw', event.articleId, event.revision ?? '', event.id, at, at);
  }
}

const COLUMNS = `id, publisher, deed, article_id AS articleId, revision, attempts, next_at AS nextAt, last_error AS lastError`;

/** Waiting ones, in the order they were asked for. */
export function listWaitingDeliveries(db: Database): Delivery[] {
  return db.prepare(`SELECT ${COLUMNS} FROM deliveries WHERE state = 'waiting' ORDER BY id`).all() as Delivery[];
}

export function closeDelivery(db: Database, id: number, state: 'done' | 'cancelled'): void {
  db.prepare('UPDATE deliveries SET state = ?, last_error = NULL WHERE id = ?').run(state, id);
}

export function postponeDelivery(db: Database, id: number, attempts: number, nextAt: string, error: string): void {
  db.prepare('UPDATE deliveries SET attempts = ?, next_at = ?, last_error = ? WHERE id = ?').run(
    attempts,
    nextAt,
    error,
    id,
  );
}
