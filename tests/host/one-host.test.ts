/** Several starts on one data folder end in one workstation. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const main = fileURLToPath(new URL('../../electron/host/main.ts', import.meta.url));

type Line = { listening: string; data: string; already?: true };

function start(data: string) {
  const child = spawn(process.execPath, [main, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const errors = text(child.stderr);
  const line = new Promise<Line>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.includes('\n')) resolve(JSON.parse(said) as Line);
    });
    exited.then(async () => reject(new Error(await errors)));
  });
  return { child, exited, line };
}

describe('hosts that start at the same moment', () => {
  it('end in one, whose address the others give', async () => {
    const data = tempFolder();
    const started = [start(data), start(data), start(data)];
    const lines = await Promise.all(started.map(({ line }) => line));
    const first = lines.findIndex(({ already }) => already === undefined);
    expect(lines.filter(({ already }) => already === true)).toHaveLength(2);
    const origin = new URL(lines[first]!.listening).origin;
    for (const { listening } of lines) expect(new URL(listening).origin).toBe(origin);
    for (const [index, { exited }] of started.entries()) if (index !== first) expect(await exited).toBe(0);
    // Each address opens the desk, once.
    for (const { listening } of lines) expect((await fetch(listening, { redirect: 'manual' })).status).toBe(303);
    started[first]!.child.kill('SIGTERM');
    expect(await started[first]!.exited).toBe(0);
  });

  it('are not kept out by one that was killed', async () => {
    const data = tempFolder();
    const killed = start(data);
    await killed.line;
    killed.child.kill('SIGKILL');
    await killed.exited;
    const next = start(data);
    expect((await next.line).already).toBeUndefined();
    next.child.kill('SIGTERM');
    expect(await next.exited).toBe(0);
  });
});
