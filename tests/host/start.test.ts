/** `npm start` as a person runs it where there is no screen. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/set-up.mjs';
import { tempFolder } from '../support/temp-folder.ts';

function start(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', INIT_CWD: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = createInterface({ input: child.stdout });
  const saidAddress = new Promise<string>((resolve) => {
    output.on('line', (line) => {
      lines.push(line);
      if (line.startsWith('http://')) resolve(line);
    });
  });
  const address = Promise.race([saidAddress, exited.then(() => Promise.reject(new Error(errors)))]);
  address.catch(() => {});
  return { child, lines, exited, address, errors: () => errors };
}

describe('npm start', () => {
  it('prints the address with no screen, and Ctrl+C ends everything it started', async () => {
    const started = start(['--no-open', '--data', tempFolder()], { LC_ALL: 'en_GB.UTF-8' });
    const address = await started.address;
    expect(started.lines[0]).toMatch(/^Open this address in a browser/);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    started.child.kill('SIGINT');
    expect(await started.exited).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('speaks Vietnamese on a Vietnamese computer', async () => {
    const started = start(['--no-open', '--data', tempFolder()], { LC_ALL: 'vi_VN.UTF-8' });
    await started.address;
    expect(started.lines[0]).toMatch(/^Hãy mở địa chỉ này trong trình duyệt/);
    started.child.kill('SIGTERM');
    expect(await started.exited).toBe(0);
  });

  it('says how it is used when it is used otherwise', async () => {
    const started = start(['--nonsense'], { LC_ALL: 'en_GB.UTF-8' });
    expect(await started.exited).toBe(2);
    expect(started.errors()).toContain('usage: npm start');
  });
});
