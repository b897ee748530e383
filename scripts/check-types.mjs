// Type-checks every runtime with its own tsconfig; exits 1 if any of them fails.
import { spawnSync } from 'node:child_process';

const runtimes = [
  'shared',
  'electron/core',
  'electron/host',
  'electron/main',
  'electron/preload',
  'renderer',
  'endpoint',
  'tests',
];
let failed = 0;
for (const runtime of process.argv.slice(2).length > 0 ? process.argv.slice(2) : runtimes) {
  const { status } = spawnSync('tsc', ['-p', runtime], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    failed += 1;
    console.error(`types: ${runtime} failed`);
  }
}
process.exit(failed > 0 ? 1 : 0);
