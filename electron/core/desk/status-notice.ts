/** Tells the status to pages: at once when it was quiet, and not more often than the eye can follow while typing. */
const PAUSE_MS = 200;

export class StatusNotice {
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | null = null;
  #isDue = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** The last call is always followed by a notice. */
  soon(): void {
    this.#isDue = true;
    this.#timer ??= setTimeout(() => this.#tick(), 0);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDue = false;
  }

  #tick(): void {
    this.#timer = null;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#tell();
    this.#timer = setTimeout(() => this.#tick(), PAUSE_MS);
  }
}
