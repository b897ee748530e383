/**
 * The records that are open in the page. Those that come next are opened ahead, so that going to the next picture waits for
 * nothing; those shown last stay open, with what can be undone in them.
 */
import type { AppError } from '../../shared/errors/app-error.ts';
import { type RecordLink, RecordSession } from './record-session.ts';

const MOST_OPEN = 40;

export class RecordSessions {
  readonly #link: RecordLink;
  readonly #onError: (error: AppError) => void;
  /** The least lately wanted first. */
  readonly #open = new Map<string, Promise<RecordSession>>();
  readonly #here = new Map<string, RecordSession>();
  #isClosed = false;

  constructor(link: RecordLink, onError: (error: AppError) => void) {
    this.#link = link;
    this.#onError = onError;
  }

  /** Throws AppError: photo-not-found, and what the line can do. */
  open(sha256: string): Promise<RecordSession> {
    const known = this.#open.get(sha256);
    this.#open.delete(sha256);
    const opening = known ?? RecordSession.open(this.#link, sha256, this.#onError);
    this.#open.set(sha256, opening);
    if (known === undefined) {
      opening.then(
        (session) => {
          if (this.#isClosed || this.#open.get(sha256) !== opening) session.close();
          else this.#here.set(sha256, session);
        },
        () => {
          // The next one who wants it asks again.
          if (this.#open.get(sha256) === opening) this.#open.delete(sha256);
        },
      );
    }
    for (const oldest of [...this.#open.keys()].slice(0, -MOST_OPEN)) {
      if (this.#here.get(oldest)?.isSaved() === true) this.#close(oldest);
    }
    return opening;
  }

  /** The session, if it is open already. */
  find(sha256: string): RecordSession | null {
    return this.#here.get(sha256) ?? null;
  }

  /** Opens what is likely to be wanted soon. */
  ahead(sha256s: readonly string[]): void {
    for (const sha256 of sha256s) if (!this.#open.has(sha256)) this.open(sha256).catch(() => {});
  }

  all(): RecordSession[] {
    return [...this.#here.values()];
  }

  isSaved(): boolean {
    return this.all().every((session) => session.isSaved());
  }

  /** What the browser may be about to take away is handed over while there is time. */
  handOver(): void {
    for (const session of this.all()) session.handOver();
  }

  async settle(): Promise<void> {
    await Promise.all(this.all().map((session) => session.settle()));
  }

  close(): void {
    this.#isClosed = true;
    for (const sha256 of [...this.#open.keys()]) this.#close(sha256);
  }

  #close(sha256: string): void {
    this.#open.delete(sha256);
    this.#here.get(sha256)?.close();
    this.#here.delete(sha256);
  }
}
