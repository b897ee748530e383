/** Undo and redo of one person's own edits in one article: body, headline, lead, captions and fields alike. */
import * as Y from 'yjs';
import { Inbound } from './inbound.ts';
import { LOCAL_ORIGIN } from './local-origin.ts';
import { type Edit, UndoSteps } from './undo-steps.ts';

/** Steps end where `UndoSteps` says, not after a time. */
const NO_TIMEOUT_MS = 1_000_000_000;

export class ArticleUndo {
  readonly #doc: Y.Doc;
  readonly #manager: Y.UndoManager;
  readonly #steps = new UndoSteps();
  readonly #listeners = new Set<() => void>();
  #isTogether = false;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    // The whole document: a table's cells are texts of their own.
    this.#manager = new Y.UndoManager(doc, {
      trackedOrigins: new Set([LOCAL_ORIGIN]),
      captureTimeout: NO_TIMEOUT_MS,
    });
    const tell = (): void => {
      for (const listener of this.#listeners) listener();
    };
    this.#manager.on('stack-item-added', tell);
    this.#manager.on('stack-item-popped', tell);
    this.#manager.on('stack-cleared', tell);
  }

  /** The origin of the edits that undo and redo make. */
  get origin(): unknown {
    return this.#manager;
  }

  get canUndo(): boolean {
    return this.#manager.canUndo();
  }

  get canRedo(): boolean {
    return this.#manager.canRedo();
  }

  /** Names the step that `undo` would take back, to tell later whether it is still that one; null if there is none. */
  get step(): unknown {
    return this.#manager.undoStack.at(-1) ?? null;
  }

  /** Not from within an editor's update: its state would not be committed yet. */
  undo(): void {
    Inbound.of(this.#doc).settle();
    this.cut();
    this.#manager.undo();
  }

  redo(): void {
    Inbound.of(this.#doc).settle();
    this.cut();
    this.#manager.redo();
  }

  /** Makes an edit, in the step where it belongs. */
  edit(edit: Edit, change: () => void): void {
    const { before, after } = this.#isTogether ? { before: false, after: false } : this.#steps.next(edit);
    if (before) this.#manager.stopCapturing();
    this.#doc.transact(change, LOCAL_ORIGIN);
    if (after) this.#manager.stopCapturing();
  }

  /** Makes all edits of `change` one step of their own. */
  together(change: () => void): void {
    if (this.#isTogether) {
      change();
      return;
    }
    this.cut();
    this.#isTogether = true;
    try {
      change();
    } finally {
      this.#isTogether = false;
      this.cut();
    }
  }

  /** The next edit begins a new step. */
  cut(): void {
    if (this.#isTogether) return;
    this.#steps.cut();
    this.#manager.stopCapturing();
  }

  /** Told when there may be more, or less, to undo or redo. Answers a function that stops listening. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#listeners.clear();
    this.#manager.destroy();
  }
}
