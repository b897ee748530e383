/**
 * The workflow as one pure state machine, the same in the workstation (what may I do, optimistic) and in the
 * endpoint (what is accepted, final). Working state and public state are two different things, so that a live
 * article can be corrected without coming down:
 *
 *   working:  draft --submitted--> in-review --approved--> approved --reopened--> draft
 *               ^----returned / recalled----'
 *   public:   none --published--> live --withdrawn--> withdrawn
 *   spiked:   set aside and restored, from any working state while nothing of the article is live
 *
 * An approval stands for one revision. It ends when the article is reopened, withdrawn or spiked, so that what was
 * approved but is not public yet does not come out afterwards; a version that is live stays live until the next one.
 */
import type { ErrorDetails } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/codes.ts';
import type { EventType, Role, WorkflowEvent } from './event.ts';

export type WorkingState = 'draft' | 'in-review' | 'approved' | 'spiked';
export type PublicState = 'none' | 'live' | 'withdrawn';

/** Folded from the events of one article, oldest first. Revisions are named by hash. */
export type WorkflowState = {
  working: WorkingState;
  public: PublicState;
  /** Null until `created`. */
  authorId: string | null;
  /** The newest submitted revision and who submitted it. */
  headRevision: string | null;
  submittedBy: string | null;
  /** Who has approved the head so far; as long as the office's number of review steps when it is approved. */
  approvers: readonly string[];
  approvedRevision: string | null;
  liveRevision: string | null;
  liveUrl: string | null;
  returned: boolean;
  returnReason: string | null;
  /** What the next event names as `previous`. */
  lastEventHash: string | null;
};

export const emptyWorkflow: WorkflowState = {
  working: 'draft',
  public: 'none',
  authorId: null,
  headRevision: null,
  submittedBy: null,
  approvers: [],
  approvedRevision: null,
  liveRevision: null,
  liveUrl: null,
  returned: false,
  returnReason: null,
  lastEventHash: null,
};

/** Who acts. The endpoint itself is an actor too: it alone appends `published`. */
export const ENDPOINT_ACTOR = 'endpoint';
export type Actor = { id: string; role: Role | typeof ENDPOINT_ACTOR };

/** `fourEyes`: neither the author nor whoever submitted the revision approves it. `steps`: approvals needed, 1 or more. */
export type OfficeRules = { fourEyes: boolean; steps: number };
export const defaultRules: OfficeRules = { fourEyes: true, steps: 1 };

/** The part of an event that the guards look at. `previous` is checked where it is given. */
export type Step = Pick<WorkflowEvent, 'type' | 'revision' | 'reason' | 'url'> & { previous?: string | null };

export type Permission = { ok: true } | { ok: false; code: ErrorCode; details: ErrorDetails };

const granted: Permission = { ok: true };
const refused = (code: ErrorCode, details: ErrorDetails = {}): Permission => ({ ok: false, code, details });

/** States from which a step starts, and who takes it: anybody of the office, those who review, or also the author. */
type Rule = { from: readonly WorkingState[]; by: 'anyone' | 'author' | 'author-or-reviewer' | 'reviewer' | 'endpoint' };

const rules: Record<EventType, Rule> = {
  created: { from: ['draft'], by: 'anyone' },
  submitted: { from: ['draft'], by: 'author-or-reviewer' },
  recalled: { from: ['in-review'], by: 'author' },
  returned: { from: ['in-review'], by: 'reviewer' },
  approved: { from: ['in-review'], by: 'reviewer' },
  reopened: { from: ['approved'], by: 'author-or-reviewer' },
  published: { from: ['draft', 'in-review', 'approved', 'spiked'], by: 'endpoint' },
  withdrawn: { from: ['draft', 'in-review', 'approved', 'spiked'], by: 'reviewer' },
  spiked: { from: ['draft', 'in-review', 'approved'], by: 'author-or-reviewer' },
  restored: { from: ['spiked'], by: 'author-or-reviewer' },
};

function roleFits(rule: Rule, state: WorkflowState, actor: Actor): boolean {
  if (actor.role === ENDPOINT_ACTOR || rule.by === 'endpoint') return actor.role === rule.by;
  const reviews = actor.role === 'reviewer' || actor.role === 'admin';
  const isAuthor = actor.id === state.authorId;
  switch (rule.by) {
    case 'anyone':
      return true;
    case 'author':
      return isAuthor || actor.role === 'admin';
    case 'author-or-reviewer':
      return isAuthor || reviews;
    case 'reviewer':
      return reviews;
  }
}

/** Which revision a step has to name; undefined where it may name none. */
function revisionFits(state: WorkflowState, step: Step): Permission {
  const { type, revision } = step;
  switch (type) {
    case 'submitted':
      return revision === null ? refused('invalid-request', { reason: 'a submission names a revision' }) : granted;
    case 'approved':
    case 'returned':
      return revision === state.headRevision ? granted : refused('revision-not-head', { revision });
    case 'published':
      return revision !== null && revision === state.approvedRevision
        ? granted
        : refused('revision-not-head', { revision });
    case 'withdrawn':
      return revision === null || revision === state.liveRevision ? granted : refused('event-out-of-date');
    default:
      return revision === null ? granted : refused('invalid-request', { reason: `${type} names no revision` });
  }
}

/**
 * May `actor` take this step now? The order of the guards chooses what a person is told first: their role, then that
 * the revision they looked at is no longer the newest, then that something else came between, then the article's state.
 */
export function permit(state: WorkflowState, step: Step, actor: Actor, office: OfficeRules = defaultRules): Permission {
  const rule = rules[step.type];
  if ((state.authorId === null) !== (step.type === 'created')) {
    return refused('wrong-state', { state: state.authorId === null ? 'none' : state.working });
  }
  if (!roleFits(rule, state, actor)) return refused('not-allowed', { role: actor.role });
  const revision = revisionFits(state, step);
  if (!revision.ok) return revision;
  if (step.previous !== undefined && step.previous !== state.lastEventHash) return refused('event-out-of-date');
  if (!rule.from.includes(state.working)) return refused('wrong-state', { state: state.working });
  if (step.type === 'withdrawn' && state.public !== 'live') return refused('wrong-state', { state: state.public });
  if (step.type === 'spiked' && state.public === 'live') return refused('wrong-state', { state: state.public });
  if (step.type === 'published' && !step.url)
    return refused('invalid-request', { reason: 'published without address' });
  if ((step.type === 'returned' || step.type === 'withdrawn') && !step.reason?.trim())
    return refused('reason-required');
  if (step.type === 'approved') return approverFits(state, actor, office);
  return granted;
}

function approverFits(state: WorkflowState, actor: Actor, office: OfficeRules): Permission {
  if (office.fourEyes && (actor.id === state.authorId || actor.id === state.submittedBy)) return refused('four-eyes');
  // Each step of the review is taken by another person.
  if (state.approvers.includes(actor.id)) return refused('four-eyes');
  return granted;
}

/**
 * The state after an event that was permitted; `hash` is the event's own (see `eventHash`). Total: an event that
 * makes no sense here still gives a state, so that a log is always readable.
 */
export function applyEvent(
  state: WorkflowState,
  event: Step & { actor: string },
  hash: string,
  office: OfficeRules = defaultRules,
): WorkflowState {
  const next = { ...state, lastEventHash: hash };
  switch (event.type) {
    case 'created':
      return { ...next, authorId: event.actor };
    case 'submitted':
      return {
        ...next,
        working: 'in-review',
        headRevision: event.revision,
        submittedBy: event.actor,
        approvers: [],
        returned: false,
        returnReason: null,
      };
    case 'recalled':
      return { ...next, working: 'draft', approvers: [] };
    case 'returned':
      return { ...next, working: 'draft', approvers: [], returned: true, returnReason: event.reason ?? null };
    case 'approved': {
      const approvers = [...state.approvers, event.actor];
      return approvers.length < office.steps
        ? { ...next, approvers }
        : { ...next, approvers, working: 'approved', approvedRevision: event.revision };
    }
    case 'reopened':
      return { ...next, working: 'draft', approvedRevision: null, approvers: [] };
    case 'published':
      return { ...next, public: 'live', liveRevision: event.revision, liveUrl: event.url ?? state.liveUrl };
    case 'withdrawn':
      return {
        ...next,
        public: 'withdrawn',
        liveRevision: null,
        approvedRevision: null,
        working: state.working === 'approved' ? 'draft' : state.working,
      };
    case 'spiked':
      return { ...next, working: 'spiked', approvedRevision: null, approvers: [] };
    case 'restored':
      return { ...next, working: 'draft' };
  }
}

/** The deeds of people by name, as the page asks for them, and the event each becomes. */
export const actionEvents = {
  submit: 'submitted',
  recall: 'recalled',
  return: 'returned',
  approve: 'approved',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  spike: 'spiked',
  restore: 'restored',
} as const satisfies Record<string, EventType>;
export type WorkflowAction = keyof typeof actionEvents;

/** The revision that a deed names unless the person says another; a submission makes its own. */
export function revisionOfAction(state: WorkflowState, action: WorkflowAction): string | null {
  if (action === 'approve' || action === 'return') return state.headRevision;
  return action === 'withdraw' ? state.liveRevision : null;
}

/** What the person may do with the article now, in the order of `actionEvents`. */
export function allowedActions(
  state: WorkflowState,
  person: Actor,
  office: OfficeRules = defaultRules,
): WorkflowAction[] {
  return (Object.keys(actionEvents) as WorkflowAction[]).filter((action) => {
    const revision = action === 'submit' ? 'any' : revisionOfAction(state, action);
    return permit(state, { type: actionEvents[action], revision, reason: 'given' }, person, office).ok;
  });
}
