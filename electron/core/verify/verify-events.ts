/** The events of every article: their hashes, their chain, their revisions, and the signatures of this device. */
import { eventHash, signedText } from '../../../shared/workflow/event.ts';
import { applyEvent, emptyWorkflow } from '../../../shared/workflow/machine.ts';
import type { Desk } from '../desk/desk.ts';
import { listArticleIds } from '../store/doc-log.ts';
import { listEvents, type StoredEvent } from '../store/events.ts';
import { findRevision } from '../store/revisions.ts';
import { getOfficeRules } from '../store/sync-state.ts';
import { isSignedBy } from '../workflow/identity.ts';
import { foldEvents } from '../workflow/read-workflow.ts';
import type { Problem } from './faults.ts';

/** The keys of other devices are the endpoint's to know, so only signatures of this one are checked. */
export function verifyEvents(desk: Desk): { events: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let count = 0;
  for (const id of listArticleIds(desk.db)) {
    let events: StoredEvent[];
    try {
      events = listEvents(desk.db, id);
    } catch {
      problems.push({ fault: 'event-unreadable', id });
      continue;
    }
    count += events.length;
    problems.push(...events.flatMap((event) => verifyEvent(desk, event)), ...verifyChain(desk, events));
  }
  return { events: count, problems };
}

function verifyEvent({ db, identity }: Desk, { event, hash, standing }: StoredEvent): Problem[] {
  const { id, articleId, revision } = event;
  const problems: Problem[] = [];
  if (eventHash(event) !== hash) problems.push({ fault: 'event-hash', id });
  if (event.device === identity.deviceId && !isSignedBy(identity.publicKey, signedText(event), event.signature)) {
    problems.push({ fault: 'event-signature', id });
  }
  if (revision !== null && standing !== 'refused' && findRevision(db, articleId, revision) === undefined) {
    problems.push({ fault: 'event-revision', id });
  }
  return problems;
}

/** Accepted events follow one another; waiting ones follow them, but for those that were overtaken. */
function verifyChain({ db, identity }: Desk, events: readonly StoredEvent[]): Problem[] {
  const problems: Problem[] = [];
  const office = getOfficeRules(db);
  const { overtaken } = foldEvents(events, identity.person(), office);
  let state = emptyWorkflow;
  for (const { event, hash, standing } of events) {
    if (standing === 'refused' || overtaken.has(event.id)) continue;
    if (event.previous !== state.lastEventHash) problems.push({ fault: 'event-chain', id: event.id });
    state = applyEvent(state, event, hash, office);
  }
  return problems;
}
