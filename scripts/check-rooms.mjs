// Checks who imports whom: the table of .dependency-cruiser.cjs, and that one file of each runtime opens SQLite (types
// may go anywhere; the cruiser does not tell them from values). Exits 1 where a rule is broken or nothing was read.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['electron', 'renderer', 'shared', 'pictures', 'endpoint'];
const openers = ['electron/core/store/open-database.ts', 'endpoint/store/open-database.ts'];
const opening = /^import (?!type\b)[^;]*from 'better-sqlite3'|\b(import|require)\('better-sqlite3'\)/m;

const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const args = [cli, '--config', '.dependency-cruiser.cjs', '--no-progress', ...rooms];
const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
process.stdout.write(stdout);
process.stderr.write(stderr);

const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true })
    .map((name) => `${room}/${name}`.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)),
);
const strays = sources.filter(
  (name) => !openers.includes(name) && opening.test(readFileSync(join(root, name), 'utf8')),
);
for (const name of strays) console.error(`error one-opener-of-sqlite-a-runtime: ${name}`);

const cruised = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (cruised < sources.length) console.error(`error: only ${cruised} of ${sources.length} files were read`);
process.exit(status === 0 && strays.length === 0 && cruised >= sources.length ? 0 : 1);
