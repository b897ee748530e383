/**
 * Edits of one document on their way to disk.
 *
 *   edits --(gathered: a few ms, or while another is on its way)--> the core --answer--> on disk
 *     ^                                        |
 *     '------------ kept, sent again ----------'  the line was lost, or the core refused
 *
 * An edit waits for the answer to the one before it, but not for long: what an input method does in a burst is one message
 * or two, and what is shown is on disk soon whatever becomes of the answer. The same update twice changes nothing, so
 * whatever is in doubt is sent again.
 */
import * as Y from 'yjs';
import type { AppError } from '../../shared/errors/app-error.ts';
import { toAppError } from './desk-link.ts';

/** What one key press does to the document in several transactions is one message. */
const GATHER_MS = 4;
/** Longest wait for the answer to the message before: with the core's own gathering it stays well below 100 ms. */
const LONGEST_WAIT_MS = 40;
export const LINE_LOST = 'desk-unreachable';

export class UnsavedEdits {
  readonly #send: (update: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly #onProblem: (problem: AppError | null) => void;
  readonly #onSaved: () => void;
  readonly #onTheWay = new Set<readonly Uint8Array[]>();
  readonly #settling = new Set<{ resolve: () => void; reject: (error: AppError) => void }>();
  #waiting: Uint8Array[] = [];
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #problem: AppError | null = null;

  /** `onProblem`: told when the core begins or ceases to refuse; `onSaved`: each time that everything is on disk. */
  constructor({
    send,
    onProblem,
    onSaved,
  }: {
    send: (update: Uint8Array<ArrayBuffer>) => Promise<unknown>;
    onProblem: (problem: AppError | null) => void;
    onSaved: () => void;
  }) {
    this.#send = send;
    this.#onProblem = onProblem;
    this.#onSaved = onSaved;
  }

  /** Why the core does not take them, as long as it does not; a lost line is no such reason. */
  problem(): AppError | null {
    return this.#problem;
  }

  isSaved(): boolean {
    return this.#waiting.length === 0 && this.#onTheWay.size === 0;
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#gathering ??= setTimeout(() => this.send(), this.#onTheWay.size === 0 ? GATHER_MS : LONGEST_WAIT_MS);
  }

  /** Answers when everything so far is on disk. Throws AppError when the core refuses it. */
  async settle(): Promise<void> {
    if (this.isSaved()) return;
    const settled = new Promise<void>((resolve, reject) => {
      this.#settling.add({ resolve, reject });
    });
    this.send();
    await settled;
  }

  /** Sends what waits, also what was refused before. */
  send(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#onTheWay.add(batch);
    const update = batch.length === 1 ? batch[0]! : Y.mergeUpdates(batch);
    this.#send(new Uint8Array(update)).then(
      () => {
        this.#onTheWay.delete(batch);
        // What was refused before may be taken now.
        if (this.#problem !== null || this.#onTheWay.size === 0) this.send();
        if (!this.isSaved()) return;
        this.#setProblem(null);
        for (const { resolve } of this.#takeSettling()) resolve();
        this.#onSaved();
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

  #setProblem(problem: AppError | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#onProblem(problem);
  }
}
