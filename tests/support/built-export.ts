/** A file of the whole article, made by the thread that an application was built with. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportAnswer, ExportTask } from '../../electron/core/exchange/export/run-export.ts';
import { sourceOf, wholeArticle } from './whole-article.ts';

/** `application`: the folder that holds out/ and resources/. */
export async function builtExport(application: string, format: 'pdf' | 'docx'): Promise<Buffer> {
  const thread = new Worker(join(application, 'out/main/export-worker.js'));
  try {
    const options = { resources: join(application, 'resources') };
    const said = new Promise<ExportAnswer>((resolve, reject) => thread.once('message', resolve).once('error', reject));
    thread.postMessage({ source: sourceOf(wholeArticle), format, options } satisfies ExportTask);
    const answer = await said;
    if ('failed' in answer) throw new Error(answer.failed);
    return Buffer.from(answer.file.bytes);
  } finally {
    await thread.terminate();
  }
}
