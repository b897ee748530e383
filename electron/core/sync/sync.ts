/**
 * Keeps this workstation and its office's endpoint alike. One run at a time:
 *
 *   pull --> push --> (an event was out of date: chain it anew by pulling, push again) --> originals
 *
 * Pull comes first, so that what was already ours at the endpoint (a push whose answer was lost) stops waiting, and
 * waiting events stand on what others did meanwhile. Runs are asked for by local changes (after a short pause), by
 * pokes of the endpoint, by a timer, and by the person; asking during a run gives one more run after it.
 *
 * Being offline is a state here: a run that fails leaves everything waiting and says why in `status().linkError`.
 */

import type { DeskStatus } from '../../../shared/contract/desk.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { AppError, asAppError, type ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { WritableDb } from '../store/database.ts';
import { findEvent } from '../store/events.ts';
import { outboxWaiting } from '../store/outbox.ts';
import { savePeople } from '../store/people.ts';
import { dismissRefusal, listOpenRefusals } from '../store/refusals.ts';
import {
  findLastSyncAt,
  findOfficeLink,
  type OfficeLink,
  saveOfficeLink,
  setLastSyncAt,
  setOfficeRules,
} from '../store/sync-state.ts';
import type { Identity } from '../workflow/identity.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { normalizeEndpoint, OfficeClient } from './office-client.ts';
import { fetchWanted, type OriginalPorts, uploadOriginals, wantOriginalsOf } from './original-transfer.ts';
import { Pokes } from './pokes.ts';
import type { SyncArticles } from './ports.ts';
import { pullAll } from './pull.ts';
import { type OutOfDate, pushAll } from './push.ts';

const INTERVAL_MS = 30_000;
const LOCAL_CHANGE_PAUSE_MS = 1_500;
/** Rounds of pull and push within one run while others keep coming in between. */
const MAX_ROUNDS = 5;

export type SyncStatus = Omit<DeskStatus, 'saved' | 'damage' | 'backupProblem'>;
/** `status`: something of the status changed. `original`: a photo or an attached document of this article, or record, arrived. */
export type SyncNotice = { type: 'status' } | { type: 'original'; articleId: string };

export type SyncOptions = {
  db: WritableDb;
  articles: SyncArticles;
  originals: OriginalPorts['originals'];
  workflow: Workflow;
  identity: Identity;
  clock: () => Date;
  fetch?: typeof fetch;
  timeoutMs?: number;
};

export class Sync {
  readonly #options: SyncOptions;
  readonly #listeners = new Set<(notice: SyncNotice) => void>();
  #pokes: Pokes | null = null;
  #interval: NodeJS.Timeout | null = null;
  #pause: NodeJS.Timeout | null = null;
  #started = false;
  #running: Promise<void> | null = null;
  #again: Promise<void> | null = null;
  #originalsRunning: Promise<void> = Promise.resolve();
  /** Originals at the endpoint that this computer cannot take in, until it is started again. */
  readonly #unfit = new Set<string>();
  #stopping = new AbortController();
  #stopListening: () => void = () => {};
  #link: 'online' | 'offline' = 'offline';
  #linkError: ErrorRecord | null = null;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  /**
   * Turns an invitation code into an account at the endpoint and begins to sync. Throws AppError: invitation-unknown,
   * invitation-used, too-many-attempts, and what a network can do (endpoint-...). Nothing changes when it throws.
   */
  async join(typedEndpoint: string, code: string): Promise<{ office: string; person: Person }> {
    const { db, identity } = this.#options;
    const endpoint = normalizeEndpoint(typedEndpoint);
    const client = this.#client({ endpoint });
    const about = await client.about();
    const { id: personId } = identity.person();
    const { deviceId, publicKey: deviceKey } = identity;
    const joined = await client.join({ code: code.trim(), personId, deviceId, deviceKey });
    db.transaction(() => {
      saveOfficeLink(db, { endpoint, token: joined.token, office: joined.office });
      setOfficeRules(db, about.rules);
      savePeople(db, [joined.person]);
    }).immediate();
    if (this.#started) {
      this.#closeLine();
      this.#openLine();
    }
    this.#tell();
    return { office: joined.office, person: joined.person };
  }

  /** Syncs by itself from now on: at once, on pokes, after local changes, and every half minute. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#stopping = new AbortController();
    this.#stopListening = this.#options.articles.on(() => this.#changed());
    this.#openLine();
  }

  /** Ends all timers, lines and requests; answers when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#stopping.abort();
    this.#stopListening();
    this.#closeLine();
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    await this.#again;
    await this.#running;
    await this.#originalsRunning;
  }

  /**
   * Syncs and answers when everything that waits now was tried, photos and attached documents included. Failing to reach the endpoint is in
   * the status, not thrown. Throws no-office.
   */
  async now(): Promise<void> {
    if (findOfficeLink(this.#options.db) === null) throw new AppError('no-office');
    await this.#run();
    await this.#originalsRunning;
  }

  status(): SyncStatus {
    const { db } = this.#options;
    const joined = findOfficeLink(db) !== null;
    return {
      waiting: outboxWaiting(db),
      link: joined ? (this.#running === null ? this.#link : 'syncing') : 'no-office',
      linkError: this.#linkError,
      refused: listOpenRefusals(db),
      lastSyncAt: findLastSyncAt(db),
    };
  }

  /** The person has read a refusal. */
  dismiss(id: string): void {
    dismissRefusal(this.#options.db, id, this.#options.clock().toISOString());
    this.#tell();
  }

  /** Answers a function that stops listening. */
  on(listener: (notice: SyncNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something was written, here or by a pull; what waits then is sent after a short pause. */
  #changed(): void {
    if (this.#pause !== null) return;
    this.#pause = setTimeout(() => {
      this.#pause = null;
      if (outboxWaiting(this.#options.db).count > 0) void this.#run();
    }, LOCAL_CHANGE_PAUSE_MS);
    this.#pause.unref();
  }

  #run(): Promise<void> {
    if (this.#running === null) {
      this.#running = this.#runOnce().finally(() => {
        this.#running = null;
        this.#tell();
      });
      this.#tell();
      return this.#running;
    }
    // Whoever asks now may have written after this run read the outbox.
    this.#again ??= this.#running.then(() => {
      this.#again = null;
      return this.#run();
    });
    return this.#again;
  }

  async #runOnce(): Promise<void> {
    const { db, clock } = this.#options;
    const link = findOfficeLink(db);
    if (link === null) return;
    const client = this.#client(link);
    try {
      await this.#pullAndPush(client, link);
      setLastSyncAt(db, clock().toISOString());
      this.#link = 'online';
      this.#linkError = null;
      this.#pokes?.nudge();
      this.#fetchOriginals(client);
    } catch (thrown) {
      this.#link = 'offline';
      this.#linkError = asAppError(thrown).toRecord();
    }
  }

  async #pullAndPush(client: OfficeClient, link: OfficeLink): Promise<void> {
    const { db, articles, workflow, originals, clock } = this.#options;
    const originalPorts = { db, articles, originals, clock };
    let outOfDate: OutOfDate = new Map();
    const sent = new Set<string>();
    for (let round = 1; ; round += 1) {
      const touched = await pullAll({ db, articles, workflow, clock }, client, link.endpoint);
      wantOriginalsOf(originalPorts, touched);
      if (touched.size > 0) savePeople(db, await client.people());
      this.#giveUpUnchained(outOfDate);
      outOfDate = new Map();
      const ports = { db, workflow, clock, uploadOriginals: () => uploadOriginals(originalPorts, client) };
      for (const id of await pushAll(ports, client, outOfDate)) sent.add(id);
      if (outOfDate.size === 0 || round === MAX_ROUNDS) break;
    }
    await uploadOriginals(originalPorts, client);
    for (const id of sent) articles.refresh(id);
  }

  /** An event that a pull did not chain anew would be refused for ever: it is refused here for good. */
  #giveUpUnchained(outOfDate: OutOfDate): void {
    const { db, workflow } = this.#options;
    const giveUp = db.transaction(() => {
      for (const [id, hash] of outOfDate) {
        const found = findEvent(db, id);
        if (found?.standing !== 'waiting' || found.hash !== hash) continue;
        workflow.refuse(id, 'event-out-of-date', new AppError('event-out-of-date').message);
      }
    });
    giveUp.immediate();
  }

  #fetchOriginals(client: OfficeClient): void {
    const { db, articles, originals, clock } = this.#options;
    const arrived = (articleId: string): void => {
      for (const listener of this.#listeners) listener({ type: 'original', articleId });
    };
    this.#originalsRunning = this.#originalsRunning
      .then(() => fetchWanted({ db, articles, originals, clock }, client, this.#unfit, arrived))
      .catch((thrown: unknown) => {
        this.#link = 'offline';
        this.#linkError = asAppError(thrown).toRecord();
        this.#tell();
      });
  }

  #client(link: { endpoint: string; token?: string }): OfficeClient {
    const { fetch, timeoutMs } = this.#options;
    return new OfficeClient({ ...link, fetch, timeoutMs, signal: this.#stopping.signal });
  }

  #openLine(): void {
    const link = findOfficeLink(this.#options.db);
    if (link === null) return;
    this.#pokes = new Pokes(link.endpoint, link.token, () => void this.#run());
    this.#interval = setInterval(() => void this.#run(), INTERVAL_MS);
    this.#interval.unref();
    void this.#run();
  }

  #closeLine(): void {
    this.#pokes?.stop();
    this.#pokes = null;
    if (this.#interval !== null) clearInterval(this.#interval);
    this.#interval = null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener({ type: 'status' });
  }
}
