/** Somebody who types in a page of the browser host, faster than anybody types, and notes what was answered. */
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { type HostPage, openHostPage } from '../support/page.ts';
import type { RunningHost } from '../support/processes.ts';

const KEY_EVERY_MS = 8;
/** The promise: what was shown for this long survives. */
const SAFE_AFTER_MS = 100;
/** Now and then a whole paragraph is pasted, and a page asks for the list, which brings its row and the index up to date. */
const PASTES = 0.02;
const PASTED = ' đoạn dán vào,'.repeat(80);
const LISTS = 0.05;

type Key = { text: string; at: number; waited: number; isSaved: boolean };

/**
 * How long a process has waited for a processor so far, in ms, as Linux counts it; 0 elsewhere. On a crowded machine no
 * process can keep a promise about time for the moments in which it does not run.
 */
function waitedForProcessor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

export class Typist {
  readonly page: HostPage;
  /** The body as it was when the page was opened. */
  readonly before: string;
  readonly #host: RunningHost;
  readonly #id: string;
  readonly #body: Y.Text;
  readonly #random: () => number;
  readonly #name: string;
  readonly #keys: Key[] = [];
  #typing: NodeJS.Timeout | undefined;

  /** `name`: stands in each of this typist's keys. */
  static async sit(host: RunningHost, id: string, name: string, random: () => number): Promise<Typist> {
    const page = await openHostPage(host);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await page.desk.articles.open({ id })).update);
    return new Typist(host, page, id, doc, name, random);
  }

  private constructor(host: RunningHost, page: HostPage, id: string, doc: Y.Doc, name: string, random: () => number) {
    this.#host = host;
    this.page = page;
    this.#id = id;
    this.#body = doc.getText('body');
    this.before = this.#body.toString();
    this.#name = name;
    this.#random = random;
    void page.ended.then(() => this.stop());
    doc.on('update', (update: Uint8Array) => this.#send(this.#keys.at(-1)!, new Uint8Array(update)));
  }

  start(): void {
    this.press();
    this.#typing = setInterval(() => this.press(), KEY_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#typing);
  }

  press(): void {
    const paste = this.#random() < PASTES ? PASTED : '';
    const text = `${this.#name}.${this.#keys.length}${paste} `;
    this.#keys.push({ text, at: performance.now(), waited: this.#waited(), isSaved: false });
    this.#body.insert(this.#body.length, text);
    // The answer may end with the host.
    if (this.#random() < LISTS) this.page.desk.library.list({ view: 'all' }).catch(() => {});
  }

  texts(): string[] {
    return this.#keys.map(({ text }) => text);
  }

  /** How many of the first keys have been answered as saved. */
  saved(): number {
    const open = this.#keys.findIndex(({ isSaved }) => !isSaved);
    return open === -1 ? this.#keys.length : open;
  }

  /** How many of the first keys are promised to survive, whatever happens now. */
  safe(): number {
    const now = performance.now();
    const waited = this.#waited();
    const old = this.#keys.filter((key) => now - key.at - (waited - key.waited) >= SAFE_AFTER_MS).length;
    return Math.max(old, this.saved());
  }

  #waited(): number {
    return waitedForProcessor(this.#host.pid) + waitedForProcessor(process.pid);
  }

  #send(key: Key, update: Uint8Array<ArrayBuffer>): void {
    this.page.desk.articles.update({ id: this.#id, update }).then(
      () => {
        key.isSaved = true;
      },
      // The line ended with the host.
      () => {},
    );
  }
}
