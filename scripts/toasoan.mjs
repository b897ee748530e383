// npm run toasoan: the command line of the core on Node 24, whatever Node runs this file (20.20 or newer). The core
// itself is TypeScript, which an older Node cannot even read, so that has to be said here.
import { spawnSync } from 'node:child_process';
import * as module from 'node:module';
import { join } from 'node:path';
import { cache, environment, findNode24, installPackages, root } from './set-up.mjs';

const main = join(root, 'electron/core/cli/main.ts');
const node = prepare();
if (node === process.execPath) {
  // What a command runs is compiled once, not at every command: half of its time otherwise.
  module.enableCompileCache(join(cache, 'compiled'));
  await import('../electron/core/cli/main.ts');
} else if (node !== null) {
  // Ctrl-C reaches the command itself, which ends in its own way and whose exit code is ours.
  process.on('SIGINT', () => {});
  const env = { ...environment(node), NODE_COMPILE_CACHE: join(cache, 'compiled') };
  const { status } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exitCode = status ?? 1;
}

/** The Node to run on; null, said as every other failure is, where there is none. */
function prepare() {
  try {
    installPackages();
  } catch (error) {
    return fail('internal', error);
  }
  try {
    return findNode24();
  } catch (error) {
    return fail('node-too-old', error);
  }
}

function fail(code, { message }) {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code, message } }));
  else console.error(message);
  process.exitCode = 1;
  return null;
}
