/** A process of desk-process.ts or care-process.ts as a test drives it: what it has said so far, and its end. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { after } from './fault.ts';

const POLL_MS = 1;

export class RunningDesk {
  /** The lines so far; the first is the article's id, the others are what was acknowledged. */
  readonly said: string[] = [];
  readonly ended: Promise<NodeJS.Signals | null>;
  readonly #child: ChildProcess;
  #errors = '';

  constructor(script: 'desk-process.ts' | 'care-process.ts', ...args: string[]) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => this.said.push(line));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    this.ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
  }

  get acknowledged(): number {
    return Math.max(0, this.said.length - 1);
  }

  /** Waits until so many keys are acknowledged; throws if it ends before. */
  async reached(keys: number): Promise<void> {
    while (this.acknowledged < keys) {
      const { exitCode, signalCode } = this.#child;
      assert.ok(exitCode === null && signalCode === null, `the desk ended before it typed:\n${this.#errors}`);
      await after(POLL_MS);
    }
  }

  /** It has ended by SIGKILL, by itself or by us, and by nothing else. */
  async wasKilled(): Promise<void> {
    assert.equal(await this.ended, 'SIGKILL', this.#errors);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.wasKilled();
  }

  /** The same for one that may have done its work and ended by then; answers whether it had. */
  async killIfRunning(): Promise<boolean> {
    this.#child.kill('SIGKILL');
    const signal = await this.ended;
    assert.ok(signal === 'SIGKILL' || this.#child.exitCode === 0, this.#errors);
    return signal === null;
  }

  /** Stands still, every thread of it, while `look` runs: what is on the disk is one instant, as for a power cut. */
  async whileStopped<T>(look: () => T): Promise<T> {
    const pid = this.#child.pid!;
    process.kill(pid, 'SIGSTOP');
    try {
      while (!isStopped(pid)) await after(POLL_MS);
      return look();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }
}

function isStopped(pid: number): boolean {
  return readdirSync(`/proc/${pid}/task`).every((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  });
}

/** What a desk-process types, key by key. */
export function keysOf(count: number): string[] {
  return Array.from({ length: count }, (_, key) => `${key} `);
}
