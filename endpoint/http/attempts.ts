/** Counts failed attempts by sender, so that codes cannot be guessed. In memory: a restart forgives. */
import { AppError } from '../../shared/errors/app-error.ts';

const MAX_FAILURES = 20;
const WINDOW_MS = 10 * 60_000;
const MAX_SENDERS = 10_000;

export class Attempts {
  readonly #failures = new Map<string, { count: number; since: number }>();

  /** Throws too-many-attempts while a sender has failed too often. */
  check(sender: string, now: Date): void {
    const failed = this.#failures.get(sender);
    if (failed === undefined) return;
    if (now.getTime() - failed.since > WINDOW_MS) this.#failures.delete(sender);
    else if (failed.count >= MAX_FAILURES) throw new AppError('too-many-attempts');
  }

  failed(sender: string, now: Date): void {
    const failed = this.#failures.get(sender);
    if (failed !== undefined) failed.count += 1;
    else {
      const [oldest] = this.#failures.keys();
      if (this.#failures.size >= MAX_SENDERS && oldest !== undefined) this.#failures.delete(oldest);
      this.#failures.set(sender, { count: 1, since: now.getTime() });
    }
  }
}
