/**
 * Takes in the endpoint's log. Each page is one transaction together with the cursor, so a crash repeats a page or
 * does not. Entries are checked one by one: what is broken is kept aside and the cursor moves on.
 */

import { articleDocumentSchema } from '../../../shared/article/document.ts';
import { canonicalJson, sha256Hex } from '../../../shared/article/revision.ts';
import { type Entry, entrySchema } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { keepAside } from '../store/aside.ts';
import type { WritableDb } from '../store/database.ts';
import { deleteOutboxRow, hasOutboxRow } from '../store/outbox.ts';
import { insertRevision } from '../store/revisions.ts';
import { isStorageError } from '../store/storage-error.ts';
import { forgetPushed, getCursor, setCursor } from '../store/sync-state.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { LoosePage, OfficeClient } from './office-client.ts';
import type { SyncArticles } from './ports.ts';

const PAGE_ENTRIES = 200;

export type PullPorts = { db: WritableDb; articles: SyncArticles; workflow: Workflow; clock: () => Date };

/** Pulls until there is no more. Answers the articles that something came for. */
export async function pullAll(ports: PullPorts, client: OfficeClient, endpoint: string): Promise<Set<string>> {
  const touched = new Set<string>();
  for (;;) {
    const after = getCursor(ports.db);
    const page = await client.pull({ after, limit: PAGE_ENTRIES });
    if (page.cursor < after || (page.more && page.cursor === after)) {
      throw new AppError('endpoint-not-ours', { endpoint }, { retryable: true });
    }
    const came = takePage(ports, page, after);
    // Another process of this profile has taken it meanwhile.
    if (came === null) continue;
    for (const id of came) {
      ports.articles.refresh(id);
      touched.add(id);
    }
    if (!page.more) return touched;
  }
}

/** Null, with nothing taken, when the log was read beyond `after` since the page was asked for. */
function takePage(ports: PullPorts, page: LoosePage, after: number): Set<string> | null {
  const came = new Set<string>();
  const take = ports.db.transaction(() => {
    if (getCursor(ports.db) !== after) return null;
    for (const { seq, entry: loose } of page.entries) {
      const entry = entrySchema.safeParse(loose);
      const why = entry.success ? tryTake(ports, entry.data, seq) : 'not an entry of this protocol';
      if (why === null && entry.success) came.add(entry.data.articleId);
      if (why !== null) putAside(ports, loose, seq, why);
    }
    setCursor(ports.db, page.cursor);
    return came;
  });
  return take.immediate();
}

/** Null if the entry is in; else why it is not. A savepoint undoes what a broken entry had begun. */
function tryTake(ports: PullPorts, entry: Entry, seq: number): string | null {
  try {
    return ports.db.transaction(() => take(ports, entry, seq))();
  } catch (error) {
    // A full or failing disk is not the entry's fault: the page is tried again later.
    if (isStorageError(error)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

function take(ports: PullPorts, entry: Entry, seq: number): string | null {
  const { db, articles, workflow } = ports;
  switch (entry.kind) {
    case 'update': {
      const ours = forgetPushed(db, entry.id) || hasOutboxRow(db, entry.id);
      deleteOutboxRow(db, entry.id);
      if (!ours) articles.applyRemote(entry.articleId, Buffer.from(entry.update, 'base64'), entry.id);
      return null;
    }
    case 'revision': {
      const why = revisionFault(entry.hash, entry.json);
      if (why !== null) return why;
      insertRevision(db, entry.articleId, entry.hash, entry.json, ports.clock().toISOString());
      deleteOutboxRow(db, entry.id);
      return null;
    }
    case 'event':
      if (entry.event.id !== entry.id || entry.event.articleId !== entry.articleId) return 'event of another entry';
      workflow.receive(entry.event, seq);
      return null;
  }
}

function revisionFault(hash: string, json: string): string | null {
  if (sha256Hex(json) !== hash) return 'content does not match its hash';
  const document = articleDocumentSchema.safeParse(JSON.parse(json));
  if (!document.success) return 'not an article document';
  return canonicalJson(document.data) === json ? null : 'not canonical JSON';
}

function putAside(ports: PullPorts, loose: unknown, seq: number, reason: string): void {
  const named: { id?: unknown; articleId?: unknown } = typeof loose === 'object' && loose !== null ? loose : {};
  keepAside(ports.db, {
    entryId: typeof named.id === 'string' ? named.id.slice(0, 64) : `seq:${seq}`,
    articleId: typeof named.articleId === 'string' ? named.articleId.slice(0, 64) : '',
    bytes: Buffer.from(JSON.stringify(loose) ?? 'undefined', 'utf8'),
    reason,
    at: ports.clock().toISOString(),
  });
}
