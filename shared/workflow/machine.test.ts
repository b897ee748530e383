import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventType, eventTypes } from './event.ts';
import {
  type Actor,
  allowedActions,
  applyEvent,
  defaultRules,
  emptyWorkflow,
  type OfficeRules,
  permit,
  type Step,
  type WorkflowState,
} from './machine.ts';

const writer: Actor = { id: 'writer', role: 'writer' };
const colleague: Actor = { id: 'colleague', role: 'writer' };
const reviewer: Actor = { id: 'reviewer', role: 'reviewer' };
const admin: Actor = { id: 'admin', role: 'admin' };
const endpoint: Actor = { id: 'endpoint', role: 'endpoint' };
const actors = [writer, colleague, reviewer, admin, endpoint];

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

type Move = [actor: Actor, type: EventType, revision?: string | null, reason?: string];

function stepOf([, type, revision = null, reason]: Move): Step {
  return { type, revision, reason, url: type === 'published' ? 'https://office.example/bai/x' : undefined };
}

function play(moves: Move[], office: OfficeRules = defaultRules): WorkflowState {
  let state = emptyWorkflow;
  for (const [index, move] of moves.entries()) {
    const permission = permit(state, stepOf(move), move[0], office);
    if (!permission.ok) throw new Error(`${move[1]} was refused: ${permission.code}`);
    state = applyEvent(state, { ...stepOf(move), actor: move[0].id }, `hash-${index}`, office);
  }
  return state;
}

const draft: Move[] = [[writer, 'created']];
const inReview: Move[] = [...draft, [writer, 'submitted', A]];
const approved: Move[] = [...inReview, [reviewer, 'approved', A]];
const live: Move[] = [...approved, [endpoint, 'published', A]];
const correcting: Move[] = [...live, [writer, 'reopened']];
const corrected: Move[] = [...correcting, [writer, 'submitted', B], [reviewer, 'approved', B]];
const withdrawn: Move[] = [...live, [reviewer, 'withdrawn', A, 'sai số liệu']];
const spiked: Move[] = [...draft, [writer, 'spiked']];

describe('what is refused, and why', () => {
  const table: [situation: string, before: Move[], move: Move, code: string][] = [
    ['a step on an article that was never created', [], [writer, 'submitted', A], 'wrong-state'],
    ['creating an article twice', draft, [writer, 'created'], 'wrong-state'],
    ['submitting without a revision', draft, [writer, 'submitted'], 'invalid-request'],
    ['a colleague submits the article of another writer', draft, [colleague, 'submitted', A], 'not-allowed'],
    ['submitting twice', inReview, [writer, 'submitted', B], 'wrong-state'],
    ['a writer approves', inReview, [colleague, 'approved', A], 'not-allowed'],
    ['a writer returns', inReview, [writer, 'returned', A, 'lý do'], 'not-allowed'],
    ['returning without a reason', inReview, [reviewer, 'returned', A, '  '], 'reason-required'],
    ['approving another revision than the head', inReview, [reviewer, 'approved', B], 'revision-not-head'],
    ['returning another revision than the head', inReview, [reviewer, 'returned', B, 'x'], 'revision-not-head'],
    [
      'approving a draft that was recalled',
      [...inReview, [writer, 'recalled']],
      [reviewer, 'approved', A],
      'wrong-state',
    ],
    ['approving what is approved', approved, [admin, 'approved', A], 'wrong-state'],
    ['a reviewer recalls', inReview, [reviewer, 'recalled'], 'not-allowed'],
    ['a person publishes', approved, [admin, 'published', A], 'not-allowed'],
    ['publishing what was not approved', approved, [endpoint, 'published', B], 'revision-not-head'],
    ['publishing before the approval', inReview, [endpoint, 'published', A], 'revision-not-head'],
    [
      'publishing what was reopened before it came out',
      [...approved, [writer, 'reopened']],
      [endpoint, 'published', A],
      'revision-not-head',
    ],
    ['the endpoint approves', inReview, [endpoint, 'approved', A], 'not-allowed'],
    ['withdrawing without a reason', live, [reviewer, 'withdrawn', A], 'reason-required'],
    ['withdrawing what is not live', approved, [reviewer, 'withdrawn', null, 'x'], 'wrong-state'],
    ['a writer withdraws', live, [writer, 'withdrawn', A, 'x'], 'not-allowed'],
    ['publishing again what was withdrawn', withdrawn, [endpoint, 'published', A], 'revision-not-head'],
    ['spiking what is live', live, [writer, 'spiked'], 'wrong-state'],
    ['submitting what is spiked', spiked, [writer, 'submitted', A], 'wrong-state'],
    ['restoring what is not spiked', draft, [writer, 'restored'], 'wrong-state'],
    ['reopening what is not approved', inReview, [writer, 'reopened'], 'wrong-state'],
  ];
  it.each(table)('%s', (_situation, before, move, code) => {
    expect(permit(play(before), stepOf(move), move[0])).toMatchObject({ ok: false, code });
  });

  it('tells a stale approval that its revision is not the head, even where it is also out of the chain', () => {
    const state = play([...inReview, [writer, 'recalled'], [writer, 'submitted', B]]);
    const stale: Step = { type: 'approved', revision: A, previous: 'hash-1' };
    expect(permit(state, stale, reviewer)).toMatchObject({ ok: false, code: 'revision-not-head' });
  });

  it('tells a step that something else came before it', () => {
    const late: Step = { type: 'recalled', revision: null, previous: 'hash-0' };
    expect(permit(play(approved), late, writer)).toMatchObject({ ok: false, code: 'event-out-of-date' });
  });

  it('lets neither the author nor the submitter approve while four eyes are asked for', () => {
    const byReviewer: Move[] = [
      [reviewer, 'created'],
      [reviewer, 'submitted', A],
    ];
    expect(permit(play(byReviewer), stepOf([reviewer, 'approved', A]), reviewer)).toMatchObject({ code: 'four-eyes' });
    const submittedForWriter: Move[] = [...draft, [reviewer, 'submitted', A]];
    expect(permit(play(submittedForWriter), stepOf([reviewer, 'approved', A]), reviewer).ok).toBe(false);
    expect(permit(play(byReviewer), stepOf([admin, 'approved', A]), admin).ok).toBe(true);
    const open = { fourEyes: false, steps: 1 };
    expect(permit(play(byReviewer, open), stepOf([reviewer, 'approved', A]), reviewer, open).ok).toBe(true);
  });
});

describe('where an article stands', () => {
  it('comes back to its writer with the reason, and is no longer returned once it is submitted again', () => {
    const returned = play([...inReview, [reviewer, 'returned', A, 'thiếu nguồn']]);
    expect(returned).toMatchObject({ working: 'draft', returned: true, returnReason: 'thiếu nguồn' });
    const again = play([...inReview, [reviewer, 'returned', A, 'thiếu nguồn'], [writer, 'submitted', B]]);
    expect(again).toMatchObject({ working: 'in-review', returned: false, returnReason: null, headRevision: B });
  });

  it('keeps the old version live while a correction is written, and until the new one is out', () => {
    expect(play(correcting)).toMatchObject({ working: 'draft', public: 'live', liveRevision: A });
    expect(play(corrected)).toMatchObject({
      working: 'approved',
      public: 'live',
      liveRevision: A,
      approvedRevision: B,
    });
    expect(play([...corrected, [endpoint, 'published', B]])).toMatchObject({ public: 'live', liveRevision: B });
  });

  it('can go out again after a withdrawal only by a new approval', () => {
    expect(play(withdrawn)).toMatchObject({ working: 'draft', public: 'withdrawn', liveRevision: null });
    const again: Move[] = [
      [writer, 'submitted', A],
      [reviewer, 'approved', A],
      [endpoint, 'published', A],
    ];
    expect(play([...withdrawn, ...again]).public).toBe('live');
  });

  it('needs as many approvers as the office has steps, each another person', () => {
    const office = { fourEyes: true, steps: 2 };
    const once = play(approved, office);
    expect(once).toMatchObject({ working: 'in-review', approvedRevision: null });
    expect(permit(once, stepOf([reviewer, 'approved', A]), reviewer, office).ok).toBe(false);
    expect(play([...approved, [admin, 'approved', A]], office).working).toBe('approved');
  });
});

describe('what a person may do', () => {
  const table: [string, Move[], Actor, string[]][] = [
    ['the author of a draft', draft, writer, ['submit', 'spike']],
    ['another writer with a draft', draft, colleague, []],
    ['the author of what is in review', inReview, writer, ['recall', 'spike']],
    ['the reviewer', inReview, reviewer, ['return', 'approve', 'spike']],
    ['the author of what is live', live, writer, ['reopen']],
    ['the reviewer of what is live', live, reviewer, ['reopen', 'withdraw']],
    ['the author of what is spiked', spiked, writer, ['restore']],
    ['the author of what was withdrawn', withdrawn, writer, ['submit', 'spike']],
  ];
  it.each(table)('%s', (_who, before, actor, actions) => {
    expect(allowedActions(play(before), actor)).toEqual(actions);
  });
});

describe('whatever people try (fast-check, seed 20261124)', () => {
  const everyMove = actors.flatMap((actor) =>
    eventTypes.flatMap((type) =>
      [null, A, B].flatMap((revision) => [undefined, 'lý do'].map((reason): Move => [actor, type, revision, reason])),
    ),
  );
  /** One try in five is any move at all; the others are one of those that are permitted then, by type first. */
  const tries = fc.noBias(
    fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 9_999 }), fc.nat({ max: 9_999 })), {
      minLength: 10,
      maxLength: 60,
    }),
  );
  const chooseMove = (
    state: WorkflowState,
    [wild, pick, which]: [number, number, number],
    office: OfficeRules,
  ): Move => {
    if (wild === 0) return everyMove[pick % everyMove.length]!;
    const open = everyMove.filter((move) => permit(state, stepOf(move), move[0], office).ok);
    const types = [...new Set(open.map(([, type]) => type))];
    const ofType = open.filter(([, type]) => type === types[which % types.length]);
    return ofType[pick % ofType.length]!;
  };
  const offices = fc.record({ fourEyes: fc.boolean(), steps: fc.integer({ min: 1, max: 3 }) });

  it('nothing is public that was not approved by enough others, and nothing spiked is public', () => {
    let publications = 0;
    fc.assert(
      fc.property(tries, offices, (tried, office) => {
        let state = emptyWorkflow;
        let approvals = new Set<string>();
        const everApproved = new Set<string>();
        for (const [index, chosen] of tried.entries()) {
          const move = chooseMove(state, chosen, office);
          const [actor, type, revision] = move;
          const step = stepOf(move);
          if (!permit(state, step, actor, office).ok) continue;
          const before = state;
          state = applyEvent(state, { ...step, actor: actor.id }, `hash-${index}`, office);
          if (type === 'submitted') approvals = new Set();
          if (type === 'approved') {
            approvals.add(actor.id);
            if (office.fourEyes) expect([before.authorId, before.submittedBy]).not.toContain(actor.id);
            if (approvals.size >= office.steps) everApproved.add(revision ?? '');
          }
          if (type === 'published') {
            publications += 1;
            expect(before.approvedRevision).toBe(revision);
          }
          if (state.liveRevision !== null) expect(everApproved).toContain(state.liveRevision);
          if (state.approvedRevision !== null) expect(everApproved).toContain(state.approvedRevision);
          expect(state.public === 'live').toBe(state.liveRevision !== null);
          expect(state.working === 'spiked' && state.public === 'live').toBe(false);
          // A correction never takes the old version down.
          if (before.public === 'live' && type !== 'withdrawn') expect(state.public).toBe('live');
          expect(state.lastEventHash).toBe(`hash-${index}`);
        }
      }),
      { seed: 20261124, numRuns: 1_000 },
    );
    // The property says something only if the generator gets that far.
    expect(publications).toBeGreaterThan(100);
  });

  it('what is offered is what is permitted', () => {
    fc.assert(
      fc.property(tries, offices, fc.constantFrom(...actors), (tried, office, person) => {
        let state = emptyWorkflow;
        for (const [index, chosen] of tried.entries()) {
          const move = chooseMove(state, chosen, office);
          const step = stepOf(move);
          if (permit(state, step, move[0], office).ok) {
            state = applyEvent(state, { ...step, actor: move[0].id }, `hash-${index}`, office);
          }
        }
        const offered = allowedActions(state, person, office);
        if (state.working === 'spiked') expect(offered.every((action) => action === 'restore')).toBe(true);
        if (person.role === 'endpoint') expect(offered).toEqual([]);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
