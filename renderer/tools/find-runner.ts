/**
 * Runs searches: plain words in an article on the page, which takes a moment; patterns, and whole libraries, in a worker,
 * which is ended when one takes too long. A newer search takes the place of the one before it.
 */
import { compileQuery, type FindQuery, findInTexts, type Hit } from '../../shared/find/find-hits.ts';
import { type PatternProblem, patternProblem } from '../../shared/find/pattern-problem.ts';
import type { FindAnswer, FindTask } from './find-worker.ts';

/** What an honest pattern needs is a hundredth of it. */
const LONGEST_SEARCH_MS = 2_000;
const LONGEST_LARGE_SEARCH_MS = 20_000;
/** Above this the page would stand still for as long as an eye sees. */
const LARGE_CHARACTERS = 400_000;

export type FindResult = { hits: Hit[][] } | { problem: PatternProblem | 'slow' };

export class FindRunner {
  #worker: Worker | null = null;
  #id = 0;
  #stop: (() => void) | null = null;

  /** Null where a newer search took its place. */
  async find(query: FindQuery, texts: readonly string[]): Promise<FindResult | null> {
    this.#id += 1;
    this.#stop?.();
    const compiled = compileQuery(query);
    if (compiled !== null && 'problem' in compiled) return { problem: patternProblem(compiled.problem) };
    const isLarge = texts.reduce((sum, text) => sum + text.length, 0) > LARGE_CHARACTERS;
    if (compiled === null || (!query.isPattern && !isLarge)) return { hits: findInTexts(query, texts) };
    const task = { id: this.#id, query, texts };
    return this.#findBeside(task, isLarge ? LONGEST_LARGE_SEARCH_MS : LONGEST_SEARCH_MS);
  }

  #findBeside(task: FindTask, longestMs: number): Promise<FindResult | null> {
    this.#worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    const worker = this.#worker;
    return new Promise((resolve) => {
      const end = (result: FindResult | null, isWorkerSpent: boolean): void => {
        clearTimeout(timer);
        worker.onmessage = null;
        worker.onerror = null;
        this.#stop = null;
        if (isWorkerSpent) this.#endWorker();
        resolve(result);
      };
      const timer = setTimeout(() => end({ problem: 'slow' }, true), longestMs);
      // It may be in the middle of a pattern that never ends.
      this.#stop = () => end(null, true);
      worker.onmessage = ({ data }: MessageEvent<FindAnswer>) => {
        if (data.id === task.id) end({ hits: data.hits }, false);
      };
      worker.onerror = () => end({ problem: 'other' }, true);
      worker.postMessage(task);
    });
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  destroy(): void {
    this.#stop?.();
    this.#endWorker();
  }
}
