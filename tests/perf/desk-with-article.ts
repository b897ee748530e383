/** A data folder in which one article of a given length was imported, as the command line does it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const TITLE = 'Bài để đo tốc độ gõ';

/** Imports the paragraphs as the body of one article into a local profile of `dataDir`. */
export function importArticle(dataDir: string, paragraphs: readonly string[]): void {
  const file = join(dataDir, 'bai.txt');
  writeFileSync(file, [TITLE, 'Sapo của bài để đo.', ...paragraphs].join('\n\n'));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['electron/core/cli/main.ts', 'import', file, '--data', dataDir, '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`import failed with ${status}: ${stderr}`);
}
