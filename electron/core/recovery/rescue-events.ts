/**
 * Revisions and events of a damaged database. A revision is what its hash says. An event counts only on the one before it:
 * behind a lost one the rescued events of that article are lost as well, and come back by sync where the office has them.
 */
import { sha256Hex } from '../../../shared/article/revision.ts';
import { workflowEventSchema } from '../../../shared/workflow/event.ts';
import { applyEvent, emptyWorkflow } from '../../../shared/workflow/machine.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { deleteEvent, type EventStanding, hasEvent, insertRescuedEvent, listEvents } from '../store/events.ts';
import { isEvent } from '../store/integrity.ts';
import { queueEvent, queueRevision } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { findRevision, insertRevision } from '../store/revisions.ts';
import { articlesByIndex, salvageRows } from '../store/salvage-rows.ts';
import { findSetting } from '../store/settings.ts';
import { getOfficeRules } from '../store/sync-state.ts';
import { foldEvents } from '../workflow/read-workflow.ts';
import { detailOf, type Losses } from './losses.ts';

/** Answers how many there were to rescue. */
export function rescueRevisions(damaged: ReadableDb, next: WritableDb, losses: Losses): number {
  let count = 0;
  for (const row of salvageRows(damaged, 'revisions', ['article_id', 'hash', 'json', 'at'], [])) {
    const articleId = String(row.article_id);
    const hash = String(row.hash);
    if (findRevision(next, articleId, hash) !== undefined) continue;
    if (typeof row.json !== 'string' || sha256Hex(row.json) !== hash) {
      losses.add({ articleId, what: 'revisions', detail: detailOf.changed });
      continue;
    }
    insertRevision(next, articleId, hash, row.json, String(row.at));
    count += 1;
  }
  return count;
}

/** Answers how many there were to rescue. */
export function rescueEvents(damaged: ReadableDb, next: WritableDb, losses: Losses): number {
  const rescued = new Map<string, Set<string>>();
  const unread = articlesByIndex(damaged, {
    forward: 'SELECT position AS rowid, article_id AS articleId FROM events INDEXED BY events_by_article ORDER BY 2, 1',
    backward:
      'SELECT position AS rowid, article_id AS articleId FROM events INDEXED BY events_by_article ORDER BY 2 DESC, 1 DESC',
  });
  const columns = ['id', 'article_id', 'json', 'hash', 'standing', 'seq', 'code'];
  for (const row of salvageRows(damaged, 'events', columns, [])) {
    const named = { id: String(row.id), articleId: String(row.article_id), hash: String(row.hash) };
    const articleId = unread.get(row.rowid) ?? named.articleId;
    unread.delete(row.rowid);
    if (hasEvent(next, named.id)) continue;
    const event = isEvent(String(row.json), named) ? workflowEventSchema.safeParse(JSON.parse(String(row.json))) : null;
    if (event?.success !== true) {
      losses.add({ articleId, what: 'events', detail: detailOf.changed });
      continue;
    }
    const standing: EventStanding =
      row.standing === 'accepted' || row.standing === 'refused' ? row.standing : 'waiting';
    const seq = standing === 'accepted' ? Number(row.seq) : null;
    const code = standing === 'refused' ? String(row.code) : null;
    insertRescuedEvent(next, event.data, { hash: named.hash, standing, seq, code });
    rescued.set(named.articleId, (rescued.get(named.articleId) ?? new Set()).add(named.id));
  }
  // Those that the damaged table did not give and the database to come has not: by how many its articles fall short.
  const missing = Map.groupBy(unread, ([, articleId]) => articleId);
  for (const [articleId, positions] of missing) {
    const fewer =
      positions.length -
      listEvents(next, articleId).filter(({ event }) => !rescued.get(articleId)?.has(event.id)).length;
    if (fewer > 0) losses.add({ articleId, what: 'events', detail: detailOf.unreadable }, fewer);
  }
  let count = 0;
  for (const [articleId, ids] of rescued) {
    dropUnchained(next, articleId, ids, losses);
    queueWaiting(next, articleId, ids);
    count += ids.size;
  }
  return count;
}

/** Removes from `ids` and from the database what does not follow on what is there. */
function dropUnchained(next: WritableDb, articleId: string, ids: Set<string>, losses: Losses): void {
  const personId = findSetting(next, 'personId') ?? '';
  const person = findPerson(next, personId) ?? { id: personId, role: 'writer' as const };
  const office = getOfficeRules(next);
  const events = listEvents(next, articleId);
  const { overtaken } = foldEvents(events, person, office);
  let state = emptyWorkflow;
  let why: string | null = null;
  for (const { event, hash, standing } of events) {
    const counts = standing !== 'refused' && !overtaken.has(event.id);
    if (
      standing !== 'refused' &&
      event.revision !== null &&
      findRevision(next, articleId, event.revision) === undefined
    ) {
      why ??= detailOf.revision;
    }
    if (counts && event.previous !== state.lastEventHash) why ??= detailOf.chain;
    if (why !== null && ids.delete(event.id)) {
      deleteEvent(next, event.id);
      losses.add({ articleId, what: 'events', detail: why });
    } else if (counts) state = applyEvent(state, event, hash, office);
  }
}

function queueWaiting(next: WritableDb, articleId: string, ids: ReadonlySet<string>): void {
  for (const { event, standing } of listEvents(next, articleId)) {
    if (standing !== 'waiting' || !ids.has(event.id)) continue;
    if (event.revision !== null) queueRevision(next, articleId, event.revision, event.at);
    queueEvent(next, articleId, event.id, event.at);
  }
}
