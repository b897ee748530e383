/** The thread for long work on a database: does the one task it was started with, says what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { doStoreTask, type StoreTask } from './store-tasks.ts';

doStoreTask(workerData as StoreTask).then(
  (done) => parentPort?.postMessage({ done }),
  (error: Error & { code?: unknown }) =>
    parentPort?.postMessage({ failed: { message: error.message, code: error.code ?? null } }),
);
