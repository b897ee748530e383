/** The core's thread as it is built: it has to lie beside the core and run without the sources. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { DATABASE_FILE } from '../../electron/core/store/open-database.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { atDesk, writeArticle } from '../support/written-desk.ts';

const out = fileURLToPath(new URL('../../out/main/', import.meta.url));

it('the built thread examines a database', async () => {
  const folder = tempFolder();
  await atDesk(folder, (desk) => writeArticle(desk, 'Bài một'));
  expect(existsSync(join(out, 'core.js'))).toBe(true);
  const task = { task: 'examine', file: join(folder, DATABASE_FILE) };
  const thread = new Worker(join(out, 'store-worker.js'), { workerData: task });
  const said = await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
  expect(said).toMatchObject({ done: { findings: [], updatesBroken: 0, counts: { articles: 1 } } });
});
