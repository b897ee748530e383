/**
 * What the status bar says, kept outside React: the core tells of every commit, many a second while a person types, and
 * nearly all of them change no word of it. Listeners are told only when one does.
 *
 *   saved --an edit is on its way--> (300 ms) --> saving --the core's answer--> saved
 *                 '-----the answer comes sooner: nothing is shown-----------------^
 *   any --the line is down for a second--> lost --open again--> what the core says
 */
import type { DeskStatus } from '../../shared/contract/desk.ts';
import type { DeskLink } from './desk-link.ts';

export type SavedTruth =
  | { state: 'saved'; at: string | null }
  | { state: 'saving' }
  | { state: 'failed'; code: string; message: string }
  | { state: 'lost' };

/** `saved` is null until the core has answered. */
export type Truth = { status: DeskStatus | null; saved: SavedTruth | null };

const SLOW_SAVE_MS = 300;
const LOST_AFTER_MS = 1_000;
/** Of an instant, as far as the minute: what is shown of it. */
const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

export type TruthLink = Pick<DeskLink, 'onEvent' | 'onState' | 'onUnsaved' | 'state' | 'unsaved'>;

export class DeskTruth {
  readonly #link: TruthLink;
  readonly #listeners = new Set<() => void>();
  #status: DeskStatus | null = null;
  #shown: Truth = { status: null, saved: null };
  #shownWords = '';
  #slow: ReturnType<typeof setTimeout> | null = null;
  #isSlow = false;
  #lost: ReturnType<typeof setTimeout> | null = null;
  #isLost = false;

  constructor(link: TruthLink) {
    this.#link = link;
  }

  /** Listens to the line until the answered function is called. */
  start(): () => void {
    const stops = [
      this.#link.onEvent((event) => {
        if (event.type === 'status') this.set(event.status);
      }),
      this.#link.onUnsaved(() => this.#look()),
      this.#link.onState(() => this.#look()),
    ];
    this.#look();
    return () => {
      for (const stop of stops) stop();
      if (this.#slow !== null) clearTimeout(this.#slow);
      if (this.#lost !== null) clearTimeout(this.#lost);
      this.#slow = null;
      this.#lost = null;
    };
  }

  /** An answer of the core that carries the status. */
  set(status: DeskStatus): void {
    this.#status = status;
    this.#look();
  }

  shown(): Truth {
    return this.#shown;
  }

  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #look(): void {
    const isSaving = this.#link.unsaved() > 0 || this.#status?.saved.state === 'saving';
    if (!isSaving) {
      if (this.#slow !== null) clearTimeout(this.#slow);
      this.#slow = null;
      this.#isSlow = false;
    } else
      this.#slow ??= setTimeout(() => {
        this.#isSlow = true;
        this.#show();
      }, SLOW_SAVE_MS);
    if (this.#link.state() === 'open') {
      if (this.#lost !== null) clearTimeout(this.#lost);
      this.#lost = null;
      this.#isLost = false;
    } else
      this.#lost ??= setTimeout(() => {
        this.#isLost = true;
        this.#show();
      }, LOST_AFTER_MS);
    this.#show();
  }

  #show(): void {
    const saved = this.#saved();
    const words = JSON.stringify([
      saved !== null && saved.state === 'saved' ? saved.at?.slice(0, MINUTE) : saved,
      this.#status === null ? null : { ...this.#status, saved: null },
    ]);
    if (words === this.#shownWords) return;
    this.#shownWords = words;
    this.#shown = { status: this.#status, saved };
    for (const listener of this.#listeners) listener();
  }

  #saved(): SavedTruth | null {
    if (this.#isLost) return { state: 'lost' };
    if (this.#status === null) return null;
    const { saved } = this.#status;
    if (saved.state === 'failed') return saved;
    if (this.#isSlow) return { state: 'saving' };
    if (saved.state === 'saved') return saved;
    // Within the first 300 ms what was shown goes on being shown.
    const former = this.#shown.saved;
    return former !== null && former.state === 'saved' ? former : { state: 'saved', at: null };
  }
}
