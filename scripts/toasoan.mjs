// npm run toasoan: the command line of the core on Node 24, whatever Node runs this file (20.20 or newer). The core
// itself is TypeScript, which an older Node cannot even read, so that has to be said here.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, findNode24, installPackages, root } from './set-up.mjs';

const main = join(root, 'electron/core/cli/main.ts');
const node = prepare();
if (node === process.execPath) await import('../electron/core/cli/main.ts');
else if (node !== null) {
  const { status } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env: environment(node) });
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
