/**
 * The workflow of this workstation: appends the person's steps as signed events, takes in those that the endpoint
 * numbered, and says what may be done now. A step is effective here at once and final when the endpoint accepts it.
 *
 * The waiting events of an article are chained after everything accepted. When somebody else's event comes in
 * between, they are chained and signed anew with their ids kept; one that was overtaken (it would no longer be
 * permitted) is left out of the chain and goes to the endpoint all the same, whose answer is what the person is told.
 */

import { v7 as newId } from 'uuid';
import type { Doc } from 'yjs';
import { type ArticleDocument, referencesOf } from '../../../shared/article/document.ts';
import { readProvenance } from '../../../shared/article/read.ts';
import type { Action, ArticleState } from '../../../shared/contract/desk.ts';
import type { Lost, References } from '../../../shared/contract/desk-references.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { hidesAsMuch } from '../../../shared/photos/hides-as-much.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { eventHash, signedText, type UnsignedEvent, type WorkflowEvent } from '../../../shared/workflow/event.ts';
import {
  actionEvents,
  allowedActions,
  applyEvent,
  emptyWorkflow,
  permit,
  revisionOfAction,
  type WorkflowState,
} from '../../../shared/workflow/machine.ts';
import { missingThings, submissionBlockers } from '../../../shared/workflow/missing.ts';
import type { WritableDb } from '../store/database.ts';
import {
  findEvent,
  insertEvent,
  listEvents,
  markEventAccepted,
  markEventNumbered,
  markEventRefused,
  rewriteWaitingEvent,
} from '../store/events.ts';
import { deleteOutboxRow, queueEvent } from '../store/outbox.ts';
import { listPeopleNames } from '../store/people.ts';
import { insertRefusal } from '../store/refusals.ts';
import { getOfficeRules } from '../store/sync-state.ts';
import { findLost, type WorkflowFiles } from './find-lost.ts';
import type { Identity } from './identity.ts';
import { foldEvents } from './read-workflow.ts';

/** What the workflow needs of the article service. */
export type WorkflowArticles = {
  load(id: string): Doc;
  document(id: string): ArticleDocument;
  record(sha256: string): PhotoRecord | null;
  revision(id: string, hash: string): ArticleDocument;
  snapshot(id: string): { hash: string; json: string };
  refresh(id: string): void;
};

export class Workflow {
  readonly #db: WritableDb;
  readonly #articles: WorkflowArticles;
  readonly #files: WorkflowFiles;
  readonly #identity: Identity;
  readonly #clock: () => Date;

  constructor(options: {
    db: WritableDb;
    articles: WorkflowArticles;
    files: WorkflowFiles;
    identity: Identity;
    clock: () => Date;
  }) {
    this.#db = options.db;
    this.#articles = options.articles;
    this.#files = options.files;
    this.#identity = options.identity;
    this.#clock = options.clock;
  }

  /** Appends `created` for a new article of this person, within the caller's transaction. */
  created(articleId: string): void {
    this.#append(articleId, emptyWorkflow, { type: 'created', revision: null });
  }

  /**
   * Takes a step. A submission makes the revision it submits. Throws AppError: what the machine refuses (wrong-state,
   * not-allowed, four-eyes, reason-required, revision-not-head), the first of the blockers of a submission, or of an approval:
   * photos-withheld-since, photos-expired-since.
   */
  act(step: { id: string; action: Action; reason?: string; revision?: string }): ArticleState {
    const { id, action } = step;
    const take = this.#db.transaction(() => {
      const state = this.#fold(id);
      const type = actionEvents[action];
      const reason = step.reason?.trim() || undefined;
      const named = action === 'submit' ? 'made below' : (step.revision ?? revisionOfAction(state, action));
      const revision =
        action === 'approve' || action === 'return' || action === 'submit' || action === 'withdraw' ? named : null;
      const permission = permit(state, { type, revision, reason }, this.#identity.person(), getOfficeRules(this.#db));
      if (!permission.ok) throw new AppError(permission.code, permission.details);
      if (action === 'submit') {
        const [blocker] = this.#blockers(id);
        if (blocker !== undefined) throw blocker;
      }
      if (action === 'approve' && revision !== null) this.#refuseShownSince(id, revision);
      this.#append(id, state, {
        type,
        revision: action === 'submit' ? this.#articles.snapshot(id).hash : revision,
        reason,
      });
    });
    // Another process may write to the same profile: what is read here must still be so when it is written.
    take.immediate();
    this.#articles.refresh(id);
    return this.state(id);
  }

  state(id: string): ArticleState {
    const events = listEvents(this.#db, id);
    const office = getOfficeRules(this.#db);
    const person = this.#identity.person();
    const { state } = foldEvents(events, person, office);
    const names = listPeopleNames(this.#db);
    const doc = this.#articles.load(id);
    return {
      id,
      working: state.working,
      public: state.public,
      returned: state.returned,
      returnReason: state.returnReason,
      headRevision: state.headRevision,
      approvedRevision: state.approvedRevision,
      liveRevision: state.liveRevision,
      liveUrl: state.liveUrl,
      authorId: state.authorId ?? '',
      allowed: allowedActions(state, person, office),
      history: events.map(({ event, standing, code }) => ({
        event,
        actorName: event.actor === person.id ? person.name : (names.get(event.actor) ?? event.actor),
        standing,
        code,
      })),
      blockers: this.#blockers(id).map((blocker) => blocker.toRecord()),
      provenance: readProvenance(doc),
    };
  }

  /** Of what an article names, what cannot be had here or may not go out. */
  lost(named: References): Lost {
    const sources = {
      files: this.#files,
      person: this.#identity.person(),
      recordOf: (sha256: string) => this.#articles.record(sha256),
      now: this.#clock().toISOString(),
    };
    return findLost(this.#db, sources, named);
  }

  #blockers(id: string): AppError[] {
    const document = this.#articles.document(id);
    return submissionBlockers(missingThings(document, this.lost(referencesOf(document))));
  }

  /** What has been learnt of a picture since it was submitted keeps it from going out all the same. */
  #refuseShownSince(id: string, hash: string): void {
    const document = this.#submitted(id, hash);
    if (document === null) return;
    const named = referencesOf(document);
    const open = document.photos.filter(({ sha256, edits }) => {
      if (sha256 === null || !named.photos.includes(sha256)) return false;
      const now = this.#articles.record(sha256)?.edits;
      if (now?.withheld === true && edits?.pixelated === undefined) return true;
      return !hidesAsMuch(edits?.pixelated ?? [], now?.pixelated ?? []);
    });
    if (open.length > 0) throw new AppError('photos-withheld-since', { count: open.length });
    const { expired } = this.lost(named);
    if (expired.length > 0) throw new AppError('photos-expired-since', { count: expired.length });
  }

  /** Null where the revision has not arrived here. */
  #submitted(id: string, hash: string): ArticleDocument | null {
    try {
      return this.#articles.revision(id, hash);
    } catch (error) {
      if (error instanceof AppError && error.code === 'revision-not-found') return null;
      throw error;
    }
  }

  /**
   * An event of the endpoint's log, ours or another's, within the caller's transaction. Its order among the accepted
   * is `seq`. Ours stops waiting.
   */
  receive(event: WorkflowEvent, seq: number): void {
    const hash = eventHash(event);
    if (findEvent(this.#db, event.id) === undefined) insertEvent(this.#db, event, hash, 'accepted', seq);
    else markEventAccepted(this.#db, event, hash, seq);
    deleteOutboxRow(this.#db, event.id);
    this.#chainAnew(event.articleId);
  }

  /** The endpoint has numbered a waiting event, within the caller's transaction. */
  accept(eventId: string, seq: number): void {
    markEventNumbered(this.#db, eventId, seq);
    deleteOutboxRow(this.#db, eventId);
  }

  /** The endpoint refused a waiting event, within the caller's transaction: it is kept, shown, and no longer counts. */
  refuse(eventId: string, code: string, message: string): void {
    const found = findEvent(this.#db, eventId);
    if (found === undefined) return;
    const { articleId, type } = found.event;
    markEventRefused(this.#db, eventId, code);
    deleteOutboxRow(this.#db, eventId);
    insertRefusal(this.#db, { id: eventId, articleId, what: type, code, message, at: this.#clock().toISOString() });
    this.#chainAnew(articleId);
  }

  #fold(articleId: string): WorkflowState {
    return foldEvents(listEvents(this.#db, articleId), this.#identity.person(), getOfficeRules(this.#db)).state;
  }

  #append(articleId: string, state: WorkflowState, step: Pick<UnsignedEvent, 'type' | 'revision' | 'reason'>): void {
    const at = this.#clock().toISOString();
    const { reason, ...rest } = step;
    const event = this.#sign({
      id: newId(),
      articleId,
      ...rest,
      actor: this.#identity.person().id,
      device: this.#identity.deviceId,
      at,
      previous: state.lastEventHash,
      ...(reason === undefined ? {} : { reason }),
    });
    insertEvent(this.#db, event, eventHash(event), 'waiting', null);
    queueEvent(this.#db, articleId, event.id, at);
  }

  #sign(event: UnsignedEvent): WorkflowEvent {
    return { ...event, signature: this.#identity.sign(signedText(event)) };
  }

  #chainAnew(articleId: string): void {
    const events = listEvents(this.#db, articleId);
    const office = getOfficeRules(this.#db);
    const { overtaken } = foldEvents(events, this.#identity.person(), office);
    let state = emptyWorkflow;
    for (const { event, hash, standing } of events) {
      if (standing === 'refused') continue;
      if (standing === 'accepted') {
        state = applyEvent(state, event, hash, office);
        continue;
      }
      let chained = event;
      if (event.previous !== state.lastEventHash) {
        const { signature: _, ...unsigned } = event;
        chained = this.#sign({ ...unsigned, previous: state.lastEventHash });
        rewriteWaitingEvent(this.#db, chained, eventHash(chained));
      }
      if (!overtaken.has(event.id)) state = applyEvent(state, chained, eventHash(chained), office);
    }
  }
}
