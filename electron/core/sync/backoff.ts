/** Waits between attempts that grow by half-random doubling, so that many workstations do not return all at once. */
export class Backoff {
  readonly #firstMs: number;
  readonly #longestMs: number;
  #attempt = 0;

  constructor(firstMs: number, longestMs: number) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
  }

  /** Milliseconds until the next attempt. */
  next(): number {
    const full = Math.min(this.#longestMs, this.#firstMs * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 20);
    return full * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.#attempt = 0;
  }
}
