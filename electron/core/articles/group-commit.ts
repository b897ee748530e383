/**
 * Group commit: an edit that comes when it was quiet goes to disk at once; those that come within the next milliseconds
 * go together in one transaction. Each is answered only after its own. What cannot be written (a full disk) stays in the
 * queue, in order, and is tried again until it can be:
 *
 *   idle --add--> waiting --(20 ms after the last write)--> write --ok--> answered, idle
 *                    ^                                        |
 *                    '--------------- retry (1 s) ------------+--storage error--> failed (typing goes on)
 *
 * An error that is not the storage's is a bug; it is given to those who wait, and nothing stays behind.
 */
import * as Y from 'yjs';
import type { DeskStatus } from '../../../shared/contract/desk.ts';
import { asAppError } from '../../../shared/errors/app-error.ts';
import { isStorageError, translateStorageError } from '../store/storage-error.ts';

/**
 * From one write to the next. Two rounds of this and a slow disk's flush stay within the 100 ms in which a keystroke has
 * to be safe.
 */
const GATHER_MS = 20;
const RETRY_MS = 1_000;

export type SavedState = DeskStatus['saved'];
/** One article's edits of a group, merged into one update. */
export type GroupedEdit = { articleId: string; update: Uint8Array };

type WaitingEdit = GroupedEdit & { resolve: (answer: { savedAt: string }) => void; reject: (error: unknown) => void };

export class GroupCommit {
  readonly #write: (edits: GroupedEdit[]) => { savedAt: string };
  readonly #changed: () => void;
  readonly #folder: string;
  #queue: WaitingEdit[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #savedAt: string | null;
  #failure: { code: string; message: string } | null = null;

  /** `write` is one transaction that is on disk when it returns. `changed` is told when `state()` answers otherwise. */
  constructor(options: {
    write: (edits: GroupedEdit[]) => { savedAt: string };
    changed: () => void;
    folder: string;
    savedAt: string | null;
  }) {
    this.#write = options.write;
    this.#changed = options.changed;
    this.#folder = options.folder;
    this.#savedAt = options.savedAt;
  }

  /** Answers after the commit that holds this edit. */
  add(articleId: string, update: Uint8Array): Promise<{ savedAt: string }> {
    const answer = new Promise<{ savedAt: string }>((resolve, reject) => {
      this.#queue.push({ articleId, update, resolve, reject });
    });
    if (this.#timer === null) this.#schedule(Math.max(0, this.#writtenAt + GATHER_MS - performance.now()));
    if (this.#queue.length === 1) this.#changed();
    return answer;
  }

  /** Writes what waits now. Throws AppError (disk-full, disk-failing, ...) and keeps everything when it cannot. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#queue.length === 0) return;
    const edits = this.#queue;
    let answer: { savedAt: string };
    try {
      answer = this.#write(mergeEdits(edits));
    } catch (error) {
      const translated = asAppError(translateStorageError(error, this.#folder));
      if (!isStorageError(error)) {
        this.#queue = [];
        for (const edit of edits) edit.reject(translated);
        this.#changed();
        throw translated;
      }
      this.#failure = { code: translated.code, message: translated.message };
      this.#schedule(RETRY_MS);
      this.#changed();
      throw translated;
    }
    this.#queue = [];
    this.#writtenAt = performance.now();
    this.#failure = null;
    this.#savedAt = answer.savedAt;
    for (const edit of edits) edit.resolve(answer);
    this.#changed();
  }

  /** Edits of an article that are not on disk yet, as one update; null if there are none. */
  waiting(articleId: string): Uint8Array | null {
    const own = this.#queue.filter((edit) => edit.articleId === articleId);
    return mergeEdits(own)[0]?.update ?? null;
  }

  state(): SavedState {
    if (this.#failure !== null) return { state: 'failed', ...this.#failure };
    return this.#queue.length > 0 ? { state: 'saving' } : { state: 'saved', at: this.#savedAt };
  }

  /** Something else was written, at `at`. */
  noteSaved(at: string): void {
    this.#savedAt = at;
  }

  /** Writes what waits, one last time, and stops trying. Throws as `flush` does; those who wait get the error too. */
  close(): void {
    try {
      this.flush();
    } finally {
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
      for (const edit of this.#queue) edit.reject(new Error('closed before it could be saved'));
      this.#queue = [];
    }
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      try {
        this.flush();
      } catch {
        // Told by the state and to those who wait.
      }
    }, delay);
  }
}

function mergeEdits(edits: readonly GroupedEdit[]): GroupedEdit[] {
  const byArticle = Map.groupBy(edits, (edit) => edit.articleId);
  return [...byArticle].map(([articleId, own]) => ({
    articleId,
    update: own.length === 1 ? own[0]!.update : Y.mergeUpdates(own.map((edit) => edit.update)),
  }));
}
