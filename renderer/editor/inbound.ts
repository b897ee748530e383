/**
 * The way in for other people's edits. Everything that shows an article's document stands here as a watcher, because a
 * remote update must never meet a view that is ahead of the document:
 *
 *   apply --(nobody composes)--> every watcher writes what it still holds --> Y.applyUpdate --> the views follow
 *     |
 *     '--(somebody composes)--> waits --(composition ends, focus leaves, or after the cap)--> as above, in order
 *
 * A word that an input method is composing is not in the document yet, so nothing of it can be torn.
 */
import * as Y from 'yjs';
import { REMOTE_ORIGIN } from './local-origin.ts';

/** A composition longer than this is taken for stuck: what there is of it is written, and others' edits go in. */
const LONGEST_HOLD_MS = 10_000;

export type Watcher = {
  /** Writes everything typed so far into the document, but for a word that is being composed. */
  flush(): void;
  /** Writes the word that is being composed as well, and lets others' edits in. */
  release(): void;
};

export class Inbound {
  static readonly #ofDoc = new WeakMap<Y.Doc, Inbound>();
  readonly #doc: Y.Doc;
  readonly #watchers = new Set<Watcher>();
  readonly #holding = new Map<Watcher, ReturnType<typeof setTimeout>>();
  #waiting: Uint8Array[] = [];

  static of(doc: Y.Doc): Inbound {
    let inbound = Inbound.#ofDoc.get(doc);
    if (inbound === undefined) {
      inbound = new Inbound(doc);
      Inbound.#ofDoc.set(doc, inbound);
    }
    return inbound;
  }

  private constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Answers a function that takes the watcher away. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
      this.release(watcher);
    };
  }

  /** Holds back what others wrote while this watcher composes. */
  hold(watcher: Watcher): void {
    if (this.#holding.has(watcher)) return;
    this.#holding.set(
      watcher,
      setTimeout(() => watcher.release(), LONGEST_HOLD_MS),
    );
  }

  release(watcher: Watcher): void {
    const cap = this.#holding.get(watcher);
    if (cap === undefined) return;
    clearTimeout(cap);
    this.#holding.delete(watcher);
    if (this.#holding.size > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    let failure: { error: unknown } | null = null;
    for (const update of waiting) {
      try {
        this.#apply(update);
      } catch (error) {
        // The others are no worse for it.
        failure ??= { error };
      }
    }
    if (failure !== null) throw failure.error;
  }

  isHeld(): boolean {
    return this.#holding.size > 0;
  }

  /** Takes in an update now, or as soon as nobody composes. Throws what Yjs throws on bytes it cannot take. */
  apply(update: Uint8Array): void {
    if (this.isHeld()) this.#waiting.push(update);
    else this.#apply(update);
  }

  /** Writes what the views still hold: before the article is closed, sent, or looked at from outside. */
  flush(): void {
    for (const watcher of this.#watchers) watcher.flush();
  }

  /** Writes the word that is being composed as well: an undo would take its letters along, and no redo bring them back. */
  settle(): void {
    for (const watcher of [...this.#holding.keys()]) watcher.release();
    this.flush();
  }

  #apply(update: Uint8Array): void {
    this.flush();
    Y.applyUpdate(this.#doc, update, REMOTE_ORIGIN);
  }
}

/** Takes in what others wrote; see `Inbound`. */
export function applyRemoteUpdate(doc: Y.Doc, update: Uint8Array): void {
  Inbound.of(doc).apply(update);
}

/** Writes into the document what its views still hold. */
export function flushViews(doc: Y.Doc): void {
  Inbound.of(doc).flush();
}
