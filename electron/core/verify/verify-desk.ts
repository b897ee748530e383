/**
 * Checks everything that a desk keeps against what names it: the database file by SQLite's own check, the log row by
 * row, projections against a rebuild from the log, events by hash, chain and signature, revisions, photos and attached documents by hash.
 * Nothing is changed.
 */
import { setImmediate } from 'node:timers/promises';
import { articleDocumentSchema } from '../../../shared/article/document.ts';
import { sha256Hex } from '../../../shared/article/revision.ts';
import type { Desk } from '../desk/desk.ts';
import { hasEvent } from '../store/events.ts';
import { findDamage } from '../store/integrity.ts';
import { listOriginals, type OriginalTable, originalTables } from '../store/original-queue.ts';
import { listOutbox } from '../store/outbox.ts';
import { eachRevision, findRevision } from '../store/revisions.ts';
import { checkSearchIndex } from '../store/search-index.ts';
import { isStorageError } from '../store/storage-error.ts';
import type { Problem } from './faults.ts';
import { verifyArticles } from './verify-articles.ts';
import { verifyEvents } from './verify-events.ts';

export type Verification = {
  checked: { articles: number; updates: number; events: number; revisions: number; photos: number; files: number };
  /** Empty where everything is sound. */
  problems: Problem[];
};

/** What a crash left for later is brought up to date first, so that it does not count as damage. */
export async function verifyDesk(desk: Desk): Promise<Verification> {
  await settleAll(desk);
  /** A part that a damaged page does not let us read is told as far as SQLite can. */
  const part = <T extends { problems: Problem[] }>(check: () => T, unread: Omit<T, 'problems'>): T => {
    try {
      return check();
    } catch (error) {
      if (!isStorageError(error)) throw error;
      const id = error instanceof Error ? error.message : String(error);
      return { ...unread, problems: [{ fault: 'database-page', id }] } as unknown as T;
    }
  };
  const ofFile = part(() => verifyFile(desk), {});
  const ofArticles = part(() => verifyArticles(desk), { articles: 0, updates: 0 });
  const ofSearch = part(() => verifySearchIndex(desk), {});
  const ofEvents = part(() => verifyEvents(desk), { events: 0 });
  const ofRevisions = part(() => verifyRevisions(desk), { revisions: 0 });
  const ofOutbox = part(() => verifyOutbox(desk), {});
  const originals = originalTables.map((of) =>
    part(() => ({ of, sha256s: listOriginals(desk.db, of), problems: [] }), { of, sha256s: [] }),
  );
  const count = (table: OriginalTable): number => originals.find(({ of }) => of === table)!.sha256s.length;
  const parts = [ofFile, ofArticles, ofSearch, ofEvents, ofRevisions, ofOutbox, ...originals];
  const problems = parts.flatMap((checked) => checked.problems);
  for (const { of, sha256s } of originals) problems.push(...(await verifyOriginals(desk, of, sha256s)));
  return {
    checked: {
      articles: ofArticles.articles,
      updates: ofArticles.updates,
      events: ofEvents.events,
      revisions: ofRevisions.revisions,
      photos: count('photos'),
      files: count('files'),
    },
    problems,
  };
}

/** Until nothing is behind, or the disk takes no more. */
async function settleAll({ articles }: Desk): Promise<void> {
  let behind = articles.settle();
  while (behind > 0) {
    await setImmediate();
    const left = articles.settle();
    if (left >= behind) return;
    behind = left;
  }
}

function verifyFile({ db }: Desk): { problems: Problem[] } {
  return { problems: findDamage(db).map((id) => ({ fault: 'database-page', id })) };
}

function verifySearchIndex({ db }: Desk): { problems: Problem[] } {
  try {
    checkSearchIndex(db);
    return { problems: [] };
  } catch (error) {
    return { problems: [{ fault: 'search-index', id: error instanceof Error ? error.message : String(error) }] };
  }
}

function verifyRevisions({ db }: Desk): { revisions: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let revisions = 0;
  for (const { hash, json } of eachRevision(db)) {
    revisions += 1;
    if (sha256Hex(json) !== hash) problems.push({ fault: 'revision-hash', id: hash });
    else if (!isDocument(json)) problems.push({ fault: 'revision-unreadable', id: hash });
  }
  return { revisions, problems };
}

function isDocument(json: string): boolean {
  try {
    return articleDocumentSchema.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

const faultsOf = {
  photos: { missing: 'photo-missing', hash: 'photo-hash' },
  files: { missing: 'file-missing', hash: 'file-hash' },
} as const satisfies Record<OriginalTable, Record<string, Problem['fault']>>;

async function verifyOriginals(desk: Desk, of: OriginalTable, sha256s: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const id of sha256s) {
    const found = await desk.files.files.hashOf(id);
    if (found === null) problems.push({ fault: faultsOf[of].missing, id });
    else if (found !== id) problems.push({ fault: faultsOf[of].hash, id });
  }
  return problems;
}

/** What waits to be sent is read from the log, the events and the revisions, and has to be there. */
function verifyOutbox({ db }: Desk): { problems: Problem[] } {
  const problems: Problem[] = [];
  for (const row of listOutbox(db, 0, Number.MAX_SAFE_INTEGER)) {
    if (row.kind === 'event' && !hasEvent(db, row.id)) problems.push({ fault: 'outbox-entry', id: row.id });
    if (row.kind === 'revision' && findRevision(db, row.articleId, row.hash) === undefined) {
      problems.push({ fault: 'outbox-entry', id: row.id });
    }
  }
  return { problems };
}
