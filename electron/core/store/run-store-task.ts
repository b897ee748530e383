/** Has a task done in a thread of its own, so that typing goes on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { StoreTask, StoreTaskResult } from './store-tasks.ts';

type Message<T> = { done: T } | { failed: { message: string; code: unknown } };

/** In the source tree the thread runs TypeScript; built, it lies beside whatever file this one was put in. */
const own = import.meta.url;
const worker = new URL(own.endsWith('.ts') ? './store-worker.ts' : './store-worker.js', own);

/**
 * Throws the task's error with SQLite's `code`. When `signal` says so the thread ends, after the statement it is at, and
 * its database is closed before this throws the signal's reason.
 */
export async function runStoreTask<T extends StoreTask>(
  task: T,
  signal?: AbortSignal,
): Promise<StoreTaskResult[T['task']]> {
  signal?.throwIfAborted();
  const thread = new Worker(worker, { workerData: task });
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const stop = (): void => void thread.terminate();
  signal?.addEventListener('abort', stop);
  try {
    const message = await new Promise<Message<StoreTaskResult[T['task']]>>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(signal?.reason ?? new Error(`the thread ended with ${code}`)));
    });
    if ('done' in message) return message.done;
    throw Object.assign(new Error(message.failed.message), { code: message.failed.code });
  } finally {
    signal?.removeEventListener('abort', stop);
    // A database of a thread is closed when the thread has ended.
    await exited;
  }
}
