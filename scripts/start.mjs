// npm start: installs what is missing, builds what is stale, and opens the workstation: in Electron, else in a browser,
// else (no screen) by an address to open elsewhere. Runs on Node 20.20 with nothing installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { findBrowser } from './find-browser.mjs';
import { say } from './say.mjs';
import { build, cache, environment, findNode24, installPackages, readText, root } from './set-up.mjs';

const FETCH_PATIENCE_S = 20;
/** An Electron that ends sooner than this with an error never showed its window. */
const FAILED_START_MS = 5_000;

const options = readOptions();
const children = new Set();
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endAll);

try {
  installPackages();
  const node = findNode24();
  await build(node);
  process.exitCode = await open(node);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function open(node) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!options['no-open'] && hasScreen) {
    const electron = options.browser ? null : await findElectron(node);
    if (isEnding) return 0;
    if (electron !== null) {
      const startedAt = Date.now();
      const code = await ended(spawnOwn(electron, [...asRoot(), root, ...dataArguments()], { stdio: 'inherit' }));
      if (isEnding || code === 0 || Date.now() - startedAt > FAILED_START_MS) return code ?? 0;
      console.error(say.electronFailed);
    } else {
      console.error(options.browser ? say.chosenBrowser : say.inBrowser);
    }
  }
  return openHost(node, !options['no-open'] && hasScreen);
}

/** The Electron executable, fetched if it can be; null if not. A failed fetch is remembered, so it is waited for once. */
async function findElectron(node) {
  if (process.env.TOASOAN_ELECTRON) return process.env.TOASOAN_ELECTRON;
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const failed = join(cache, 'electron-not-fetched');
  if (installed(folder) === null && (options.electron || readText(failed) !== version)) {
    console.error(say.fetchingElectron(FETCH_PATIENCE_S));
    const fetching = spawnOwn(node, [join(folder, 'install.js')], { stdio: 'ignore' });
    const impatience = setTimeout(() => fetching.kill('SIGKILL'), FETCH_PATIENCE_S * 1_000);
    await ended(fetching);
    clearTimeout(impatience);
    if (installed(folder) === null && !isEnding) {
      mkdirSync(cache, { recursive: true });
      writeFileSync(failed, version);
    }
  }
  return installed(folder);
}

function installed(folder) {
  const name = readText(join(folder, 'path.txt'));
  if (name === null) return null;
  const file = join(folder, 'dist', name.trim());
  return existsSync(file) ? file : null;
}

/** Serves the workstation to a browser until that is closed, or until Ctrl+C. Answers with the exit code. */
async function openHost(node, isWanted) {
  const host = spawnOwn(
    node,
    ['electron/host/main.ts', '--with-parent', ...dataArguments(), ...(options.port ? ['--port', options.port] : [])],
    // What the host runs is compiled once, not at every start.
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...environment(findNode24()), NODE_COMPILE_CACHE: join(cache, 'compiled') },
    },
  );
  const hostEnded = ended(host);
  const said = await Promise.race([listening(host), hostEnded.then(() => null)]);
  if (said === null) return host.exitCode ?? 1;
  if (said.already) console.error(say.alreadyRunning);
  const browser = isWanted ? findBrowser() : null;
  if (isWanted && browser === null) console.error(say.noBrowser);
  if (browser !== null) {
    const profile = join(said.data, 'browser');
    const args = [
      `--app=${said.listening}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--start-maximized',
      // A page that is written in is not to be rewritten.
      '--disable-features=Translate',
    ];
    const shown = spawnOwn(browser, [...args, '--disable-sync', ...asRoot()], { stdio: 'ignore' });
    const code = await Promise.race([ended(shown), hostEnded]);
    if (code === 0 || isEnding || said.already) {
      // The window was closed: the workstation ends with it, in good order.
      if (!said.already) host.kill('SIGTERM');
      return (await hostEnded) ?? 0;
    }
    console.error(say.noBrowser);
  }
  console.log(say.openThis(said.listening));
  if (!said.already) console.log(say.stopHint);
  return (await hostEnded) ?? 0;
}

function listening(host) {
  return new Promise((resolveWith) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('{"listening"')) resolveWith(JSON.parse(line));
    });
  });
}

/** Chromium refuses its sandbox to root. */
function asRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function dataArguments() {
  return options.data ? ['--data', resolve(process.env.INIT_CWD ?? process.cwd(), options.data)] : [];
}

function spawnOwn(command, args, spawnOptions) {
  const node = findNode24();
  const child = spawn(command, args, { env: environment(node), ...spawnOptions });
  child.on('error', (error) => console.error(error.message));
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Resolves with the exit code, null for one ended by a signal or that never began. */
function ended(child) {
  return new Promise((resolveWith) => {
    child.once('close', (code) => resolveWith(code));
  });
}

function endAll() {
  isEnding = true;
  for (const child of children) child.kill('SIGTERM');
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        browser: { type: 'boolean' },
        electron: { type: 'boolean' },
      },
    }).values;
  } catch {
    console.error(say.usage);
    process.exit(2);
  }
}
