// What `npm start` and `npm test` do first: packages, Node 24, the build. Plain JavaScript that runs on Node 20.20 with
// nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, '.cache');
const isWindows = process.platform === 'win32';
const OLDEST_NODE = 24;
const LOCK_POLL_MS = 200;

/** Installs packages where they are missing or are not those of package-lock.json. Throws where that fails. */
export function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stampFile = join(root, 'node_modules', '.toasoan-packages');
  const stamp = hash(lock, process.platform, process.arch);
  if (readText(stampFile) === stamp) return;
  if (!holdsPackagesOf(JSON.parse(lock.toString()))) {
    console.error(say.installing);
    const npm = process.env.npm_execpath;
    const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
    const options = { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows && command === 'npm' };
    const { status, error } = spawnSync(command, args, options);
    if (status !== 0) throw new Error(say.installFailed(error?.message ?? `npm ci: ${status}`));
  }
  writeFileSync(stampFile, stamp);
}

/** Whether node_modules, as npm noted it there, has every package of the lock at its version. */
function holdsPackagesOf(lock) {
  const note = readText(join(root, 'node_modules', '.package-lock.json'));
  if (note === null) return false;
  const installed = JSON.parse(note).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** The Node that the product runs on: this one if it is new enough, else the pinned one. Throws where there is none. */
export function findNode24() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const file = isWindows ? 'node.exe' : 'node';
  const system = isWindows ? 'win' : process.platform;
  const pinned = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  throw new Error(say.nodeTooOld(process.versions.node));
}

/** The environment in which programs of ours find Node 24 and the packages' commands first. */
export function environment(node) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const separator = isWindows ? ';' : ':';
  const folders = [dirname(node), join(root, 'node_modules', '.bin'), process.env[name] ?? ''];
  return { ...process.env, [name]: folders.join(separator) };
}

const buildInputs = [
  'electron',
  'endpoint',
  'renderer',
  'shared',
  'resources/locales',
  'electron.vite.config.ts',
  'package-lock.json',
];

/** Builds out/ where its sources are not those it was built from. One at a time. Throws where the build fails. */
export async function build(node) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, 'build.lock');
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  try {
    const stampFile = join(root, 'out', '.built-from');
    const stamp = hashSources();
    if (readText(stampFile) === stamp) return;
    console.error(say.building);
    rmSync(stampFile, { force: true });
    const steps = [
      ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'endpoint/vite.config.ts', '--logLevel', 'warn'],
    ];
    for (const step of steps) {
      const { status, output } = await run(node, step);
      if (status !== 0) throw new Error(say.buildFailed(output));
    }
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    // Whoever asks (a test run, say), the build is the one that people get.
    const env = { ...environment(command), NODE_ENV: 'production', VITEST: '' };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** The lock names its process, so that one that was killed holds up nobody. */
function takeLock(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = Number(readText(join(folder, 'pid')));
    if (pid > 0 && !isRunning(pid)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function hashSources() {
  const files = buildInputs
    .flatMap((path) => listFiles(join(root, path)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
  return hash(...files.sort().flatMap((file) => [relative(root, file), readFileSync(file)]));
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function hash(...parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(String(part.length)).update('\0').update(part);
  return sum.digest('hex');
}

export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
