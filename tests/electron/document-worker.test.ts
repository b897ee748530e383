/** The core's thread for documents as it is built: it has to lie beside the core and find its readers without the sources. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

const out = fileURLToPath(new URL('../../out/main/', import.meta.url));
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url)));

it.each(['docx', 'odt', 'rtf', 'doc', 'pdf'])('the built thread reads a .%s', async (format) => {
  const thread = new Worker(join(out, 'document-worker.js'));
  const said = new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
  thread.postMessage({ bytes: fixture(`cho-phien.${format}`), format });
  expect(await said).toMatchObject({
    read: { lines: expect.arrayContaining([expect.objectContaining({ as: 'text' })]) },
  });
  await thread.terminate();
});
