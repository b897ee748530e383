/** Folds an article's events into where it stands, as this workstation sees it now. */

import {
  type Actor,
  applyEvent,
  emptyWorkflow,
  type OfficeRules,
  permit,
  type WorkflowState,
} from '../../../shared/workflow/machine.ts';
import type { ReadableDb } from '../store/database.ts';
import { listEvents, type StoredEvent } from '../store/events.ts';
import { getOfficeRules } from '../store/sync-state.ts';

/**
 * Accepted events count as they are; a waiting one counts only while it would still be permitted on what came before
 * it, so that a step which another person's overtook is not shown as done. Refused events do not count.
 */
export function foldEvents(
  events: readonly StoredEvent[],
  person: Actor,
  office: OfficeRules,
): { state: WorkflowState; overtaken: ReadonlySet<string> } {
  let state = emptyWorkflow;
  const overtaken = new Set<string>();
  for (const { event, hash, standing } of events) {
    if (standing === 'refused') continue;
    if (standing === 'waiting') {
      const { previous: _, ...step } = event;
      if (!permit(state, step, person, office).ok) {
        overtaken.add(event.id);
        continue;
      }
    }
    state = applyEvent(state, event, hash, office);
  }
  return { state, overtaken };
}

/** Where an article stands; an article without events is a draft without an author. */
export function readWorkflow(db: ReadableDb, articleId: string, person: Actor): WorkflowState {
  return foldEvents(listEvents(db, articleId), person, getOfficeRules(db)).state;
}
