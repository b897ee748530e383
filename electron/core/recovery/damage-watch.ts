/** Looks for damage in the background, once after a desk has been opened: in a thread of its own, by reading alone. */
import type { Damage } from '../../../shared/contract/desk.ts';
import { type Examination, isSound } from '../store/integrity.ts';
import { runStoreTask } from '../store/run-store-task.ts';

/** The start of the desk comes first. */
const CHECK_AFTER_MS = 5_000;

export class DamageWatch {
  readonly #file: string;
  readonly #clock: () => Date;
  readonly #changed: () => void;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #checking: Promise<unknown> = Promise.resolve();
  #damage: Damage | null = null;

  /** `changed` is told when `damage()` answers otherwise. */
  constructor(options: { file: string; clock: () => Date; changed: () => void }) {
    this.#file = options.file;
    this.#clock = options.clock;
    this.#changed = options.changed;
  }

  start(): void {
    this.#timer ??= setTimeout(() => {
      this.check().catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) process.stderr.write(`${String(error)}\n`);
      });
    }, CHECK_AFTER_MS).unref();
  }

  /** Answers when the thread has closed the database. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#stopping.abort(new Error('the desk is closed'));
    await this.#checking.catch(() => {});
  }

  damage(): Damage | null {
    return this.#damage;
  }

  /** Somebody came upon damage before the check did. `reason`: in SQLite's words. */
  met(reason: string): void {
    this.#damage ??= { at: this.#clock().toISOString(), findings: [reason], updatesBroken: 0 };
  }

  /** Checks now. Throws what keeps it from looking at all. */
  check(): Promise<Damage | null> {
    const task = { task: 'examine', file: this.#file } as const;
    const checked = runStoreTask(task, this.#stopping.signal).then((found) => this.#found(found));
    this.#checking = checked;
    return checked;
  }

  #found(found: Examination): Damage | null {
    const { findings, updatesBroken } = found;
    this.#damage = isSound(found) ? null : { at: this.#clock().toISOString(), findings, updatesBroken };
    this.#changed();
    return this.#damage;
  }
}
