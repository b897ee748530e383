/** The thread in which documents are read: strangers' files cost their time and memory there, and end with it. */
import { parentPort } from 'node:worker_threads';
import { type DocumentFormat, readDocument } from './read-document.ts';

parentPort?.on('message', ({ bytes, format }: { bytes: Uint8Array; format: DocumentFormat }) => {
  void readDocument(bytes, format).then((answer) => parentPort?.postMessage(answer));
});
