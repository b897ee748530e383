/** Where the files of a damaged database are kept whole: `set-aside/<time>/` in the desk's folder, never removed by us. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that is not there yet; `at` is ISO 8601 UTC. */
export function setAsideFolder(deskFolder: string, at: string): string {
  const name = join(deskFolder, 'set-aside', at.slice(0, 19).replaceAll(':', '-'));
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(candidate)) return candidate;
  }
}
