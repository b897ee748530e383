/**
 * Notices on their way to one page. A page that is slow gets the newest status once and each list's and article's notice
 * once; updates are all kept, in order. The page's own edits are not sent back to it.
 */
import type { DeskEvent } from '../../../shared/contract/desk.ts';
import type { DeskNotice } from './desk.ts';

export class NoticeQueue {
  readonly #client: string;
  #waiting: DeskEvent[] = [];
  #wake: () => void = () => {};
  #isEnded = false;

  constructor(client: string, signal?: AbortSignal) {
    this.#client = client;
    if (signal?.aborted === true) this.#isEnded = true;
    signal?.addEventListener('abort', () => {
      this.#isEnded = true;
      this.#wake();
    });
  }

  add({ client, ...event }: DeskNotice): void {
    if (client === this.#client) return;
    this.#waiting = this.#waiting.filter((waiting) => !replaces(event, waiting));
    this.#waiting.push(event);
    this.#wake();
  }

  /** Null once the page is gone. */
  async next(): Promise<DeskEvent | null> {
    while (this.#waiting.length === 0 && !this.#isEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#isEnded ? null : (this.#waiting.shift() ?? null);
  }
}

function replaces(event: DeskEvent, waiting: DeskEvent): boolean {
  if (event.type !== waiting.type || event.type === 'update' || event.type === 'photo-update') return false;
  return event.type !== 'article' || (waiting.type === 'article' && waiting.id === event.id);
}
