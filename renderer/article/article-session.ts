/**
 * One open article: its Y.Doc, kept alike with the core's.
 *
 *   edits here --(gathered while an answer is out)--> articles.update --answer--> on disk
 *        ^                                                 |
 *        '------------- kept, sent again ------------------'  the line was lost
 *
 * Updates of others come in by `Inbound`. The same update twice changes nothing, so whatever is in doubt is sent again.
 * A closed session lives on until everything it has is on disk.
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
  readonly #onState = new Set<(state: ArticleState) => void>();
  readonly #stop: (() => void)[] = [];
  #state: ArticleState;
  #waiting: Uint8Array[] = [];
  #isSending = false;
  #isClosed = false;

  /** Throws AppError: article-not-found, and what the line can do. */
  static async open(link: SessionLink, id: string, onError: (error: AppError) => void): Promise<ArticleSession> {
    try {
      const { update, state } = await link.desk.articles.open({ id });
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

  /** A step was taken: what the core answered. */
  setState(state: ArticleState): void {
    this.#state = state;
    for (const listener of this.#onState) listener(state);
  }

  onState(listener: (state: ArticleState) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  async readState(): Promise<void> {
    try {
      this.setState(await this.#link.desk.articles.state({ id: this.id }));
    } catch (error) {
      this.#tell(error);
    }
  }

  /** Answers when everything typed so far is on disk. */
  async settle(): Promise<void> {
    flushViews(this.doc);
    while (this.#waiting.length > 0 || this.#isSending) {
      await new Promise<void>((resolve) => {
        this.#sent.add(resolve);
      });
    }
  }

  readonly #sent = new Set<() => void>();

  /** The page shows it no longer; what it still has goes to disk all the same. */
  close(): void {
    if (this.#isClosed) return;
    flushViews(this.doc);
    this.#isClosed = true;
    this.#onState.clear();
    void this.settle().then(() => {
      for (const stop of this.#stop.splice(0)) stop();
      this.undo.destroy();
      this.doc.destroy();
    });
  }

  /** What the browser is about to take away is handed over while there is time. */
  handOver(): void {
    flushViews(this.doc);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === REMOTE_ORIGIN) return;
    this.#waiting.push(update);
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.#isSending || this.#waiting.length === 0) return;
    this.#isSending = true;
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const update = batch.length === 1 ? batch[0]! : Y.mergeUpdates(batch);
      await this.#link.desk.articles.update({ id: this.id, update: new Uint8Array(update) });
    } catch (error) {
      // Kept, in order; it is sent again when the line is open, or with the next edit.
      this.#waiting = [...batch, ...this.#waiting];
      this.#isSending = false;
      this.#tell(error);
      return;
    }
    this.#isSending = false;
    if (this.#waiting.length > 0) void this.#send();
    else {
      const sent = [...this.#sent];
      this.#sent.clear();
      for (const resolve of sent) resolve();
    }
  }

  /** The line is open again: what happened meanwhile comes in, what was in doubt goes out. */
  async #catchUp(): Promise<void> {
    try {
      const { update, state } = await this.#link.desk.articles.open({ id: this.id });
      applyRemoteUpdate(this.doc, update);
      this.setState(state);
      const missing = Y.diffUpdate(Y.encodeStateAsUpdate(this.doc), Y.encodeStateVectorFromUpdate(update));
      if (!isEmptyUpdate(missing)) this.#waiting.push(missing);
      void this.#send();
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    const told = toAppError(error);
    // The status bar says it for the whole desk.
    if (told.code !== 'desk-unreachable') this.#onError(told);
  }
}

/** Two bytes say that there are neither structs nor deletions. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length <= 2;
}
