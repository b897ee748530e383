/** Where the application's resources lie: migrations, the sample office, locales. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The resources folder: the one the shell names, or the nearest `resources` above this module, which holds in the
 * source tree (electron/core/), in a bundle (out/main/) and in a packed application alike.
 */
export function resourcesFolder(named?: string): string {
  if (named !== undefined) return named;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'migrations'))) return candidate;
    const above = dirname(folder);
    if (above === folder) throw new Error('the resources folder is missing');
    folder = above;
  }
}
