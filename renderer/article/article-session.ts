/**
 * One open article: its Y.Doc, kept alike with the core's.
 *
 *   edits here --(gathered: a few ms, or while another is on its way)--> articles.update --answer--> on disk
 *        ^                                        |
 *        '------------ kept, sent again ----------'  the line was lost, or the core refused
 *
 * An edit waits for the answer to the one before it, but not for long: what an input method does in a burst is one message
 * or two, and what is shown is on disk soon whatever becomes of the answer.
 * Updates of others come in by `Inbound`. The same update twice changes nothing, so whatever is in doubt is sent again.
 * A closed session lives on until everything it has is on disk, and the next session of its article waits for that: the
 * core does not send a page's own edits back to it.
 */
import * as Y from 'yjs';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { DeskLink } from '../app/desk-link.ts';
import { toAppError } from '../app/desk-link.ts';
import { ArticleUndo } from '../editor/article-undo.ts';
import { applyRemoteUpdate, flushViews } from '../editor/inbound.ts';
import { REMOTE_ORIGIN } from '../editor/local-origin.ts';

/** What a session needs of the line to the core. */
export type SessionLink = Pick<DeskLink, 'onEvent' | 'onState'> & {
  readonly early?: Pick<DeskLink['early'], 'takeArticle'>;
  readonly desk: {
    articles: {
      open(input: { id: string }): Promise<{ update: Uint8Array; state: ArticleState }>;
      update(input: { id: string; update: Uint8Array<ArrayBuffer> }): Promise<unknown>;
      state(input: { id: string }): Promise<ArticleState>;
    };
  };
};

/** What one key press does to the document in several transactions is one message. */
const GATHER_MS = 4;
/** Longest wait for the answer to the message before: with the core's own gathering it stays well below 100 ms. */
const LONGEST_WAIT_MS = 40;
const LINE_LOST = 'desk-unreachable';

export class ArticleSession {
  readonly id: string;
  readonly doc = new Y.Doc();
  readonly undo: ArticleUndo;
  readonly #link: SessionLink;
  readonly #onError: (error: AppError) => void;
  readonly #listeners = new Set<() => void>();
  readonly #stop: (() => void)[] = [];
  readonly #onTheWay = new Set<readonly Uint8Array[]>();
  readonly #settling = new Set<{ resolve: () => void; reject: (error: AppError) => void }>();
  /** What comes into the document later. */
  readonly #work = new Set<Promise<void>>();
  #waiting: Uint8Array[] = [];
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #state: ArticleState;
  #problem: AppError | null = null;
  #isClosed = false;

  static readonly #leaving = new WeakMap<SessionLink, Map<string, Promise<void>>>();

  /** Throws AppError: article-not-found, and what the line can do. */
  static async open(link: SessionLink, id: string, onError: (error: AppError) => void): Promise<ArticleSession> {
    try {
      await ArticleSession.#leaving.get(link)?.get(id);
      const { update, state } = await (link.early?.takeArticle(id) ?? link.desk.articles.open({ id }));
      return new ArticleSession(link, id, update, state, onError);
    } catch (error) {
      throw toAppError(error);
    }
  }

  private constructor(
    link: SessionLink,
    id: string,
    update: Uint8Array,
    state: ArticleState,
    onError: (error: AppError) => void,
  ) {
    this.id = id;
    this.#link = link;
    this.#onError = onError;
    this.#state = state;
    Y.applyUpdate(this.doc, update, REMOTE_ORIGIN);
    this.undo = new ArticleUndo(this.doc);
    this.doc.on('update', this.#onUpdate);
    this.#stop.push(
      link.onEvent((event) => {
        if (event.type === 'update' && event.id === id) applyRemoteUpdate(this.doc, event.update);
        if (event.type === 'article' && event.id === id) void this.readState();
      }),
      link.onState((line) => {
        if (line === 'open') void this.#catchUp();
      }),
    );
  }

  state(): ArticleState {
    return this.#state;
  }

  /** Why the core does not take the edits, as long as it does not; a lost line is no such reason. */
  problem(): AppError | null {
    return this.#problem;
  }

  /** Told when `state` or `problem` may answer otherwise. Answers a function that stops listening. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A step was taken: what the core answered. */
  setState(state: ArticleState): void {
    // The core tells of every saved edit; most of them change nothing of where the article stands.
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#tell();
  }

  async readState(): Promise<void> {
    try {
      this.setState(await this.#link.desk.articles.state({ id: this.id }));
    } catch (error) {
      this.#tellError(error);
    }
  }

  /** Whether the core has answered that everything written into the document is on disk. */
  isSaved(): boolean {
    return this.#waiting.length === 0 && this.#onTheWay.size === 0;
  }

  /** Answers when everything typed so far is on disk. Throws AppError when the core refuses it. */
  async settle(): Promise<void> {
    flushViews(this.doc);
    if (this.isSaved()) return;
    const settled = new Promise<void>((resolve, reject) => {
      this.#settling.add({ resolve, reject });
    });
    this.#send();
    await settled;
  }

  /** Sends what the core refused once more. */
  sendAgain(): void {
    flushViews(this.doc);
    this.#send();
  }

  /** What the browser may be about to take away is handed over while there is time. */
  handOver(): void {
    flushViews(this.doc);
    this.#send();
  }

  /** What this brings into the document comes into it and to disk, also when the page shows it no longer. */
  waitFor(work: Promise<unknown>): void {
    const done = work
      .catch(() => {})
      .then(() => {
        this.#work.delete(done);
        this.#endIfDone();
      });
    this.#work.add(done);
  }

  /** The page shows it no longer; what it still has goes to disk all the same. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    const leaving = ArticleSession.#leaving.get(this.#link) ?? new Map<string, Promise<void>>();
    ArticleSession.#leaving.set(this.#link, leaving);
    const gone = this.settle()
      // What is refused is told; this session keeps it and tries again with the line, the next one need not wait.
      .catch(() => {})
      .then(() => this.#settleWork())
      .catch(() => {})
      .then(() => {
        if (leaving.get(this.id) === gone) leaving.delete(this.id);
        this.#endIfDone();
      });
    leaving.set(this.id, gone);
  }

  async #settleWork(): Promise<void> {
    await Promise.all(this.#work);
    await this.settle();
  }

  #endIfDone(): void {
    if (!this.#isClosed || !this.isSaved() || this.#work.size > 0 || this.doc.isDestroyed) return;
    for (const stop of this.#stop.splice(0)) stop();
    this.undo.destroy();
    this.doc.destroy();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === REMOTE_ORIGIN) return;
    this.#waiting.push(update);
    this.#gathering ??= setTimeout(() => this.#send(), this.#onTheWay.size === 0 ? GATHER_MS : LONGEST_WAIT_MS);
  };

  #send(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#onTheWay.add(batch);
    const update = batch.length === 1 ? batch[0]! : Y.mergeUpdates(batch);
    this.#link.desk.articles.update({ id: this.id, update: new Uint8Array(update) }).then(
      () => {
        this.#onTheWay.delete(batch);
        // What was refused before may be taken now.
        if (this.#problem !== null || this.#onTheWay.size === 0) this.#send();
        if (!this.isSaved()) return;
        this.#setProblem(null);
        for (const { resolve } of this.#takeSettling()) resolve();
        this.#endIfDone();
      },
      (error: unknown) => {
        // Kept, in order; it is sent again when the line is open, with the next edit, or when the person asks for it.
        this.#onTheWay.delete(batch);
        this.#waiting = [...batch, ...this.#waiting];
        const refused = toAppError(error);
        if (refused.code === LINE_LOST) return;
        this.#setProblem(refused);
        for (const { reject } of this.#takeSettling()) reject(refused);
      },
    );
  }

  #takeSettling(): { resolve: () => void; reject: (error: AppError) => void }[] {
    const settling = [...this.#settling];
    this.#settling.clear();
    return settling;
  }

  /** The line is open again: what happened meanwhile comes in, what was in doubt goes out. */
  async #catchUp(): Promise<void> {
    try {
      const { update, state } = await this.#link.desk.articles.open({ id: this.id });
      applyRemoteUpdate(this.doc, update);
      this.setState(state);
      this.#send();
    } catch (error) {
      this.#tellError(error);
    }
  }

  #setProblem(problem: AppError | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    if (this.#isClosed && problem !== null) this.#onError(problem);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #tellError(error: unknown): void {
    const told = toAppError(error);
    // The status bar says it for the whole desk.
    if (told.code !== LINE_LOST) this.#onError(told);
  }
}
