/**
 * One open article: its Y.Doc, kept alike with the core's. Its edits go to disk by `UnsavedEdits`, updates of others come in by
 * `Inbound`.
 * A closed session lives on until everything it has is on disk, and the next session of its article waits for that: the
 * core does not send a page's own edits back to it.
 */
import * as Y from 'yjs';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { DeskLink } from '../app/desk-link.ts';
import { toAppError } from '../app/desk-link.ts';
import { LINE_LOST, UnsavedEdits } from '../app/unsaved-edits.ts';
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

export class ArticleSession {
  readonly id: string;
  readonly doc = new Y.Doc();
  readonly undo: ArticleUndo;
  readonly #link: SessionLink;
  readonly #onError: (error: AppError) => void;
  readonly #listeners = new Set<() => void>();
  readonly #stop: (() => void)[] = [];
  readonly #unsaved: UnsavedEdits;
  /** What comes into the document later. */
  readonly #work = new Set<Promise<void>>();
  #state: ArticleState;
  #isClosed = false;

  static readonly #shown = new WeakMap<SessionLink, Map<string, ArticleSession>>();
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

  /** The one that the page shows, if it shows the article: the core does not tell a page of its own edits. */
  static find(link: SessionLink, id: string): ArticleSession | null {
    return ArticleSession.#shown.get(link)?.get(id) ?? null;
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
    this.#unsaved = new UnsavedEdits({
      send: (edits) => link.desk.articles.update({ id, update: edits }),
      onProblem: (problem) => {
        if (this.#isClosed && problem !== null) this.#onError(problem);
        this.#tell();
      },
      onSaved: () => this.#endIfDone(),
    });
    this.doc.on('update', this.#onUpdate);
    const shown = ArticleSession.#shown.get(link) ?? new Map<string, ArticleSession>();
    ArticleSession.#shown.set(link, shown.set(id, this));
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
    return this.#unsaved.problem();
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
    return this.#unsaved.isSaved();
  }

  /** Answers when everything typed so far is on disk. Throws AppError when the core refuses it. */
  async settle(): Promise<void> {
    flushViews(this.doc);
    await this.#unsaved.settle();
  }

  /** Sends what the core refused once more. */
  sendAgain(): void {
    flushViews(this.doc);
    this.#unsaved.send();
  }

  /** What the browser may be about to take away is handed over while there is time. */
  handOver(): void {
    flushViews(this.doc);
    this.#unsaved.send();
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
    const shown = ArticleSession.#shown.get(this.#link);
    if (shown?.get(this.id) === this) shown.delete(this.id);
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
    if (origin !== REMOTE_ORIGIN) this.#unsaved.add(update);
  };

  /** The line is open again: what happened meanwhile comes in, what was in doubt goes out. */
  async #catchUp(): Promise<void> {
    try {
      const { update, state } = await this.#link.desk.articles.open({ id: this.id });
      applyRemoteUpdate(this.doc, update);
      this.setState(state);
      this.#unsaved.send();
    } catch (error) {
      this.#tellError(error);
    }
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
