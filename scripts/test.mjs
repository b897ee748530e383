// npm test [-- PATTERN...]: sets up what is missing (packages, Node 24, a browser, ExifTool, the build), then runs types, lint,
// rooms and every test. The last line is `N passed, M failed` (`, K skipped` where it applies); types, lint and rooms
// count as one each. Exit code 1 if anything failed or nothing ran. Runs on Node 20.20 with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './find-browser.mjs';
import { say } from './say.mjs';
import { environment, findNode24, installPackages, root } from './set-up.mjs';

const patterns = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: [] };
let current = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    current?.kill('SIGTERM');
    process.exitCode = 1;
  });
}

try {
  installPackages();
  const node = findNode24();
  const browser = await provideBrowser(node);
  provideExifTool();
  const env = { ...environment(node), ...(browser === null ? {} : { TOASOAN_BROWSER: browser }) };
  if (patterns.length === 0) {
    await check('types', node, ['scripts/check-types.mjs'], env);
    await check(
      'lint',
      node,
      ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'],
      env,
    );
    await check('rooms', node, ['scripts/check-rooms.mjs'], env);
  }
  await runVitest(node, env);
} catch (error) {
  console.error(error.stack);
  total.failed += 1;
}
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}${reason ? `: ${reason}` : ''}`);
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

async function check(name, node, args, env) {
  const status = await run(node, args, env);
  total[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
}

async function runVitest(node, env) {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-test-'));
  try {
    const tallyFile = join(folder, 'tally.json');
    const reporters = ['--reporter=default', '--reporter=./scripts/tally-reporter.mjs'];
    const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...patterns];
    const status = await run(node, args, { ...env, TOASOAN_TALLY: tallyFile });
    const tally = existsSync(tallyFile) ? JSON.parse(readFileSync(tallyFile, 'utf8')) : null;
    total.passed += tally?.passed ?? 0;
    total.failed += tally?.failed ?? 0;
    total.skipped.push(...(tally?.skipped ?? []));
    // Something outside every test went wrong.
    if (status !== 0 && (tally === null || tally.failed === 0)) total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, args, env) {
  return new Promise((resolve) => {
    current = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    current.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    current.once('close', (status) => resolve(status));
  });
}

/** The browser that the tests drive, installed where it can be; null, said in a line, where none can be had. */
async function provideBrowser(node) {
  const found = findBrowser() ?? playwrightBrowser(node);
  if (found !== null) return found;
  console.error(say.installingBrowser);
  if (installDebianPackages('chromium')) {
    const installed = findBrowser();
    if (installed !== null && runs(installed)) return installed;
  }
  const install = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  spawnSync(node, install, { cwd: root, stdio: ['ignore', 2, 2] });
  const installed = playwrightBrowser(node);
  if (installed !== null && runs(installed)) return installed;
  console.error(say.needBrowser);
  return null;
}

/** Another ExifTool than ours, which reads what ours wrote; and Perl, which both need. */
function provideExifTool() {
  if (runs('exiftool', '-ver')) return;
  console.error(say.installingExifTool);
  installDebianPackages('perl', 'libimage-exiftool-perl');
  if (!runs('exiftool', '-ver')) console.error(say.needExifTool);
}

/** False where that cannot be done here. */
function installDebianPackages(...names) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], options);
  return true;
}

function playwrightBrowser(node) {
  const playwright = pathToFileURL(join(root, 'node_modules/@playwright/test/index.mjs')).href;
  const question = `import(${JSON.stringify(playwright)}).then(({ chromium }) => console.log(chromium.executablePath()))`;
  const path = spawnSync(node, ['-e', question], { encoding: 'utf8' }).stdout.trim();
  return path !== '' && existsSync(path) ? path : null;
}

function runs(program, question = '--version') {
  return spawnSync(program, [question], { stdio: 'ignore' }).status === 0;
}
