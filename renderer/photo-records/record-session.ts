/**
 * The record of one picture in the page: its Y.Doc, kept alike with the core's, as an article's is. A closed one lives on until
 * everything it has is on disk, and the next session of its picture waits for that.
 */
import * as Y from 'yjs';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { readPhotoRecord } from '../../shared/photos/read-record.ts';
import { changeRecord, type RecordChange } from '../../shared/photos/write-record.ts';
import type { DeskLink } from '../app/desk-link.ts';
import { toAppError } from '../app/desk-link.ts';
import { LINE_LOST, UnsavedEdits } from '../app/unsaved-edits.ts';
import { ArticleUndo } from '../editor/article-undo.ts';
import { applyRemoteUpdate, flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN, REMOTE_ORIGIN } from '../editor/local-origin.ts';

/** What a session needs of the line to the core. */
export type RecordLink = Pick<DeskLink, 'onEvent' | 'onState'> & {
  readonly desk: {
    photoLibrary: {
      open(input: { sha256: string }): Promise<{ update: Uint8Array; facts: PhotoFacts }>;
      update(input: { sha256: string; update: Uint8Array<ArrayBuffer> }): Promise<unknown>;
      facts(input: { sha256: string }): Promise<PhotoFacts>;
    };
  };
};

export class RecordSession {
  readonly sha256: string;
  readonly doc = new Y.Doc();
  readonly undo: ArticleUndo;
  readonly #link: RecordLink;
  readonly #onError: (error: AppError) => void;
  readonly #listeners = new Set<() => void>();
  readonly #stop: (() => void)[] = [];
  readonly #unsaved: UnsavedEdits;
  #facts: PhotoFacts;
  #isClosed = false;

  static readonly #leaving = new WeakMap<RecordLink, Map<string, Promise<void>>>();

  /** Throws AppError: photo-not-found, and what the line can do. */
  static async open(link: RecordLink, sha256: string, onError: (error: AppError) => void): Promise<RecordSession> {
    try {
      await RecordSession.#leaving.get(link)?.get(sha256);
      const { update, facts } = await link.desk.photoLibrary.open({ sha256 });
      return new RecordSession(link, sha256, update, facts, onError);
    } catch (error) {
      throw toAppError(error);
    }
  }

  private constructor(
    link: RecordLink,
    sha256: string,
    update: Uint8Array,
    facts: PhotoFacts,
    onError: (error: AppError) => void,
  ) {
    this.sha256 = sha256;
    this.#link = link;
    this.#onError = onError;
    this.#facts = facts;
    Y.applyUpdate(this.doc, update, REMOTE_ORIGIN);
    this.undo = new ArticleUndo(this.doc);
    this.#unsaved = new UnsavedEdits({
      send: (edits) => link.desk.photoLibrary.update({ sha256, update: edits }),
      onProblem: (problem) => {
        if (problem !== null) this.#onError(problem);
        this.#tell();
      },
      onSaved: () => this.#endIfDone(),
    });
    this.doc.on('update', (edits: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE_ORIGIN) this.#unsaved.add(edits);
    });
    this.#stop.push(
      link.onEvent((event) => {
        if (event.type === 'photo-update' && event.sha256 === sha256) applyRemoteUpdate(this.doc, event.update);
      }),
      link.onState((line) => {
        if (line === 'open') void this.#catchUp();
      }),
    );
  }

  record(): PhotoRecord {
    return readPhotoRecord(this.doc, this.sha256);
  }

  /** What the core knows of the picture beside its record. */
  facts(): PhotoFacts {
    return this.#facts;
  }

  async readFacts(): Promise<void> {
    try {
      this.#setFacts(await this.#link.desk.photoLibrary.facts({ sha256: this.sha256 }));
    } catch (error) {
      this.#tellError(error);
    }
  }

  /** Changes the record here, as one step of undo. */
  change(change: RecordChange): void {
    flushViews(this.doc);
    this.undo.together(() => changeRecord(this.doc, change, LOCAL_ORIGIN));
  }

  /** Why the core does not take the edits, as long as it does not. */
  problem(): AppError | null {
    return this.#unsaved.problem();
  }

  /** Told when `facts` or `problem` may answer otherwise. Answers a function that stops listening. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  isSaved(): boolean {
    return this.#unsaved.isSaved();
  }

  /** Answers when everything typed so far is on disk. Throws AppError when the core refuses it. */
  async settle(): Promise<void> {
    flushViews(this.doc);
    await this.#unsaved.settle();
  }

  /** Sends what waits or was refused at once, as when the page may be about to go. */
  handOver(): void {
    flushViews(this.doc);
    this.#unsaved.send();
  }

  /** Nobody shows it any more; what it still has goes to disk all the same. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    const leaving = RecordSession.#leaving.get(this.#link) ?? new Map<string, Promise<void>>();
    RecordSession.#leaving.set(this.#link, leaving);
    const gone = this.settle()
      // What is refused is told; this session keeps it and tries again with the line, the next one need not wait.
      .catch(() => {})
      .then(() => {
        if (leaving.get(this.sha256) === gone) leaving.delete(this.sha256);
        this.#endIfDone();
      });
    leaving.set(this.sha256, gone);
  }

  #endIfDone(): void {
    if (!this.#isClosed || !this.isSaved() || this.doc.isDestroyed) return;
    for (const stop of this.#stop.splice(0)) stop();
    this.undo.destroy();
    this.doc.destroy();
  }

  /** The line is open again: what happened meanwhile comes in, what was in doubt goes out. */
  async #catchUp(): Promise<void> {
    try {
      const { update, facts } = await this.#link.desk.photoLibrary.open({ sha256: this.sha256 });
      applyRemoteUpdate(this.doc, update);
      this.#setFacts(facts);
      this.#unsaved.send();
    } catch (error) {
      this.#tellError(error);
    }
  }

  #setFacts(facts: PhotoFacts): void {
    if (JSON.stringify(facts) === JSON.stringify(this.#facts)) return;
    this.#facts = facts;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #tellError(error: unknown): void {
    const told = toAppError(error);
    // The status bar says it for the whole desk; a picture that was forgotten meanwhile has nothing more to say.
    if (told.code !== LINE_LOST && told.code !== 'photo-not-found') this.#onError(told);
  }
}
