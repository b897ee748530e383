/** The thread that makes files, as it is built: it has to lie beside the core and run without the sources. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { ExportAnswer, ExportTask } from '../../electron/core/exchange/export/run-export.ts';
import { sourceOf, wholeArticle } from '../support/whole-article.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

it.each([
  ['pdf', '%PDF'],
  ['docx', 'PK'],
] as const)('the built thread makes a file of %s', async (format, start) => {
  const thread = new Worker(join(root, 'out/main/export-worker.js'));
  const options = { resources: join(root, 'resources') };
  const said = new Promise<ExportAnswer>((resolve, reject) => thread.once('message', resolve).once('error', reject));
  thread.postMessage({ source: sourceOf(wholeArticle), format, options } satisfies ExportTask);
  const answer = await said;
  await thread.terminate();
  expect('file' in answer && Buffer.from(answer.file.bytes).toString('latin1', 0, start.length)).toBe(start);
});
