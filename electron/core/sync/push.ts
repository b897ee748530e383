/**
 * Sends the outbox in order, a batch at a time. A batch is sealed on disk before it is sent, so that a push whose
 * answer was lost is repeated with the same ids and bytes. The answers of a batch are applied in one transaction.
 */

import { type Entry, type EntryAnswer, MAX_ENTRIES_PER_PUSH } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { WritableDb } from '../store/database.ts';
import { findEvent } from '../store/events.ts';
import { deleteOutboxRow, listOutbox, type OutboxRow, sealOpenUpdate } from '../store/outbox.ts';
import { insertRefusal } from '../store/refusals.ts';
import { findRevision } from '../store/revisions.ts';
import { getCursor, rememberPushed } from '../store/sync-state.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { OfficeClient } from './office-client.ts';

const MAX_BATCH_CHARS = 8 * 1024 * 1024;

export type PushPorts = {
  db: WritableDb;
  workflow: Workflow;
  clock: () => Date;
  /** Called once before the first event that shows photos and attached documents to others is sent. */
  uploadOriginals: () => Promise<void>;
};

/** Events that the endpoint called out of date, by id, with the hash they had then: to be chained anew and sent again. */
export type OutOfDate = Map<string, string>;

/** Pushes what waits now and answers the articles it sent something of. `outOfDate` gathers events that need another pull first. */
export async function pushAll(ports: PushPorts, client: OfficeClient, outOfDate: OutOfDate): Promise<Set<string>> {
  const sent = new Set<string>();
  let position = 0;
  let originalsSent = false;
  for (;;) {
    const batch = nextBatch(ports, position, outOfDate, originalsSent);
    if (batch === 'originals first') {
      await ports.uploadOriginals();
      originalsSent = true;
      continue;
    }
    if (batch.entries.length === 0) return sent;
    position = batch.lastPosition;
    for (const entry of batch.entries) sent.add(entry.articleId);
    const answers = await send(client, batch.entries);
    ports.db
      .transaction(() => {
        for (const answer of answers) applyAnswer(ports, batch.entries, answer, outOfDate);
      })
      .immediate();
  }
}

function nextBatch(
  ports: PushPorts,
  position: number,
  outOfDate: OutOfDate,
  originalsSent: boolean,
): { entries: Entry[]; lastPosition: number } | 'originals first' {
  const take = ports.db.transaction((): { entries: Entry[]; lastPosition: number } | 'originals first' => {
    const entries: Entry[] = [];
    let lastPosition = position;
    let size = 0;
    for (const row of listOutbox(ports.db, position, MAX_ENTRIES_PER_PUSH)) {
      const entry = outOfDate.has(row.id) ? null : entryOf(ports.db, row);
      if (entry?.kind === 'event' && entry.event.revision !== null && !originalsSent) {
        return entries.length === 0 ? 'originals first' : { entries, lastPosition };
      }
      const entrySize = entry === null ? 0 : sizeOf(entry);
      if (entries.length > 0 && size + entrySize > MAX_BATCH_CHARS) break;
      size += entrySize;
      lastPosition = row.position;
      if (entry !== null) entries.push(entry);
    }
    return { entries, lastPosition };
  });
  return take.immediate();
}

function entryOf(db: WritableDb, row: OutboxRow): Entry | null {
  const { id, articleId } = row;
  switch (row.kind) {
    case 'update': {
      const bytes = row.sealed ?? sealOpenUpdate(db, articleId);
      return bytes === null ? null : { kind: 'update', id, articleId, update: Buffer.from(bytes).toString('base64') };
    }
    case 'revision': {
      const json = findRevision(db, articleId, row.hash);
      return json === undefined ? null : { kind: 'revision', id, articleId, hash: row.hash, json };
    }
    case 'event': {
      const found = findEvent(db, id);
      return found === undefined ? null : { kind: 'event', id, articleId, event: found.event };
    }
  }
}

function sizeOf(entry: Entry): number {
  if (entry.kind === 'update') return entry.update.length;
  return entry.kind === 'revision' ? entry.json.length : 2_000;
}

/** A batch that the endpoint will not take as a whole is halved until the entry at fault stands alone. */
async function send(client: OfficeClient, entries: Entry[]): Promise<EntryAnswer[]> {
  try {
    const { answers } = await client.push({ entries });
    return answers;
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'invalid-request' && error.code !== 'entry-too-large'))
      throw error;
    const [only] = entries;
    if (only !== undefined && entries.length === 1) {
      return [{ id: only.id, result: 'refused', code: error.code, message: error.message }];
    }
    const half = Math.ceil(entries.length / 2);
    return [...(await send(client, entries.slice(0, half))), ...(await send(client, entries.slice(half)))];
  }
}

function applyAnswer(ports: PushPorts, entries: readonly Entry[], answer: EntryAnswer, outOfDate: OutOfDate): void {
  const { db, workflow } = ports;
  const entry = entries.find((candidate) => candidate.id === answer.id);
  if (entry === undefined) return;
  if (answer.result !== 'refused') {
    if (entry.kind === 'event') workflow.accept(entry.id, answer.seq);
    else deleteOutboxRow(db, entry.id);
    if (entry.kind === 'update' && answer.seq > getCursor(db)) rememberPushed(db, entry.id);
    return;
  }
  const { code, message } = answer;
  if (entry.kind === 'event') {
    const hash = findEvent(db, entry.id)?.hash;
    if (code === 'event-out-of-date' && hash !== undefined) outOfDate.set(entry.id, hash);
    else workflow.refuse(entry.id, code, message);
    return;
  }
  const at = ports.clock().toISOString();
  insertRefusal(db, { id: entry.id, articleId: entry.articleId, what: entry.kind, code, message, at });
  deleteOutboxRow(db, entry.id);
}
