/** How far an import or a take-in is, on stderr: a bar that is drawn over and over on a terminal, a line now and then elsewhere. */
const REDRAW_MS = 100;
const LINE_MS = 5_000;
const BAR_CELLS = 20;
/** Before that a guess at the time left says nothing. */
const GUESS_AFTER_MS = 2_000;

/** How far it is, in words. `minutesLeft`: null before that can be guessed. */
type Say = (progress: { done: number; total: number; perSecond: number; minutesLeft: number | null }) => string;

/** What of a stream is needed; `columns` only on a terminal. */
export type ProgressOutput = { isTTY?: boolean; columns?: number; write(text: string): unknown };

export class ImportProgress {
  readonly #output: ProgressOutput;
  readonly #say: Say;
  readonly #now: () => number;
  readonly #startedAt: number;
  #saidAt: number;
  #isDrawn = false;

  /** `now` in ms, from any beginning. */
  constructor(output: ProgressOutput, say: Say, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#say = say;
    this.#now = now;
    this.#startedAt = now();
    this.#saidAt = output.isTTY === true ? Number.NEGATIVE_INFINITY : this.#startedAt;
  }

  /** `done` of `total` files lie behind, `imported` of them taken in; `file` is the one in hand. */
  show({ done, total, imported, file }: { done: number; total: number; imported: number; file: string }): void {
    const now = this.#now();
    const isTerminal = this.#output.isTTY === true;
    if (now - this.#saidAt < (isTerminal ? REDRAW_MS : LINE_MS)) return;
    this.#saidAt = now;
    const spentMs = now - this.#startedAt;
    const perSecond = Math.round(imported / Math.max(spentMs / 1_000, 0.001));
    const leftMs = done === 0 || spentMs < GUESS_AFTER_MS ? null : ((total - done) * spentMs) / done;
    const minutesLeft = leftMs === null ? null : leftMs < 60_000 ? 0 : Math.round(leftMs / 60_000);
    const said = this.#say({ done, total, perSecond, minutesLeft });
    if (!isTerminal) {
      this.#output.write(`${said} · ${file}\n`);
      return;
    }
    const filled = total === 0 ? 0 : Math.floor((done / total) * BAR_CELLS);
    const line = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${said} · ${plain(file)}`;
    // One cell is left free: a full line would make the terminal begin another.
    this.#output.write(`\r\u001b[K${[...line].slice(0, Math.max((this.#output.columns ?? 80) - 1, 1)).join('')}`);
    this.#isDrawn = true;
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#isDrawn) this.#output.write('\r\u001b[K');
    this.#isDrawn = false;
  }
}

/** A file's name may hold what a terminal obeys. */
function plain(file: string): string {
  return file.normalize('NFC').replace(/\p{C}/gu, '');
}
