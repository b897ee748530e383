import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../shared/contract/office.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'toasoan-main-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

type Line = { listening?: string; invitation?: { name: string; role: string; code: string } };

function run(...rest: string[]): { child: ChildProcess; exit: Promise<number | null>; errors: () => string } {
  const child = spawn(process.execPath, [main, ...rest], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, exit: once(child, 'exit').then(([code]) => code as number | null), errors: () => errors };
}

/** Its lines on stdout up to the one that says it listens, or all. */
async function readLines(child: ChildProcess): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(JSON.parse(line) as Line);
    if (lines.at(-1)?.listening !== undefined) break;
  }
  return lines;
}

it('prints invitations and its address as JSON lines, ends on SIGTERM, and comes back at the same address', async () => {
  const first = run('--data', dataDir, '--port', '0', '--office', 'Cổng An Lạc', '--invite', 'Lê: Lan:writer');
  const [invited, listening] = await readLines(first.child);
  expect(invited).toEqual({
    invitation: { name: 'Lê: Lan', role: 'writer', code: expect.stringMatching(/^(\w{4}-?){3}$/) },
  });
  const about = await fetch(`${listening?.listening}/v1/about`);
  expect(await about.json()).toMatchObject({ product: 'toasoan', protocol: PROTOCOL_VERSION, office: 'Cổng An Lạc' });
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  const second = run('--data', dataDir, '--port', '0');
  expect(await readLines(second.child)).toEqual([listening]);
});

it('makes invitations without serving when no port is given', async () => {
  const { child, exit } = run('--data', dataDir, '--invite', 'Minh:reviewer', '--invite', 'An:admin');
  expect((await readLines(child)).map((line) => line.invitation?.role)).toEqual(['reviewer', 'admin']);
  expect(await exit).toBe(0);
});

it.each([
  [['--port', '0']],
  [['--data', 'x']],
  [['--data', 'x', '--port', 'abc']],
  [['--data', 'x', '--port', '0', '--invite', 'Lan:chief']],
  [['--data', 'x', '--port', '0', '--colour', 'red']],
])('says how it is used and ends with 2 for %j', async (rest) => {
  const { exit, errors } = run(...rest);
  expect(await exit).toBe(2);
  expect(errors()).toContain('usage: npm run endpoint');
});

it('says in one line why it cannot start', async () => {
  const first = run('--data', dataDir, '--port', '0');
  const [listening] = await readLines(first.child);
  const port = new URL(listening?.listening ?? '').port;
  const second = run('--data', join(dataDir, 'other'), '--port', port);
  expect(await second.exit).toBe(1);
  expect(second.errors()).toContain('EADDRINUSE');
});
