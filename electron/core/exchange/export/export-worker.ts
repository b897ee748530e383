/** The thread in which Word files and PDFs are made: what takes long there keeps nobody from typing. */
import { parentPort } from 'node:worker_threads';
import { exportArticle, exportSheet } from './export-article.ts';
import type { ExportAnswer, ExportTask } from './run-export.ts';

const tell = (answer: ExportAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (task: ExportTask) => {
  const making =
    'sheet' in task ? exportSheet(task.sheet, task.options) : exportArticle(task.source, task.format, task.options);
  making.then(
    (file) => tell({ file }),
    (error: unknown) => tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
