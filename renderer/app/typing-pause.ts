/**
 * What may wait for a pause in typing: lists and counts beside the text. A key is looked for in the window, so nothing has
 * to tell of it; who does not type waits for nothing.
 */
const PAUSE_MS = 700;
/** Somebody who never pauses sees them follow all the same. */
const LONGEST_WAIT_MS = 5_000;

let typedAt = Number.NEGATIVE_INFINITY;

export function watchTyping(target: EventTarget = window): void {
  const note = (): void => {
    typedAt = performance.now();
  };
  // Composing and the keys of input methods give input events as well.
  target.addEventListener('input', note, { capture: true, passive: true });
}

/** Runs one thing at a time, once, when nobody types; any number of calls meanwhile are one. */
export class AtPause {
  readonly #run: () => void;
  readonly #longestWaitMs: number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #since = 0;

  constructor(run: () => void, longestWaitMs: number = LONGEST_WAIT_MS) {
    this.#run = run;
    this.#longestWaitMs = longestWaitMs;
  }

  soon(): void {
    if (this.#timer !== null) return;
    this.#since = performance.now();
    this.#look();
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    this.#timer = null;
    const now = performance.now();
    const due = Math.min(typedAt + PAUSE_MS, this.#since + this.#longestWaitMs);
    if (now >= due) this.#run();
    else this.#timer = setTimeout(() => this.#look(), due - now);
  }
}
