import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLaunchEndpoint } from './launch-endpoint.ts';

const entry = fileURLToPath(new URL('../../../endpoint/main.ts', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toasoan-launch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const about = (url: string): Promise<Response> => fetch(`${url}/v1/about`);

describe('an endpoint beside the core', () => {
  it('listens on loopback, has made the invitations asked for, and ends when told', async () => {
    const endpoint = await makeLaunchEndpoint(entry)({
      dataDir: join(folder, 'a'),
      office: 'Tòa soạn mẫu',
      invite: [
        { name: 'Phạm Thị Hoa', role: 'writer' },
        { name: 'Trần Văn Duyệt', role: 'reviewer' },
      ],
    });
    expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(endpoint.invitations.map(({ name, role }) => [name, role])).toEqual([
      ['Phạm Thị Hoa', 'writer'],
      ['Trần Văn Duyệt', 'reviewer'],
    ]);
    expect(await (await about(endpoint.url)).json()).toMatchObject({ office: 'Tòa soạn mẫu' });
    await endpoint.stop();
    await expect(about(endpoint.url)).rejects.toThrow();
    await endpoint.stop();
  });

  it('says what stands in the way when it cannot start', async () => {
    const file = join(folder, 'not-a-folder');
    writeFileSync(file, '');
    await expect(makeLaunchEndpoint(entry)({ dataDir: file })).rejects.toMatchObject({
      code: 'endpoint-not-started',
      details: { reason: expect.stringMatching(/not-a-folder|EEXIST|ENOTDIR/) },
    });
  });

  it('does not outlive a core that was killed', async () => {
    const launcher = fileURLToPath(new URL('./launch-endpoint.ts', import.meta.url));
    const script = `
      import { makeLaunchEndpoint } from ${JSON.stringify(launcher)};
      const { url } = await makeLaunchEndpoint(${JSON.stringify(entry)})({ dataDir: ${JSON.stringify(join(folder, 'b'))} });
      console.log(url);
    `;
    const core = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) => createInterface({ input: core.stdout }).once('line', resolve));
    // A connection that stays open is told when the process ends.
    const ended = endOf(url);
    await ended.open;
    core.kill('SIGKILL');
    await ended.closed;
    await expect(about(url)).rejects.toThrow();
  });
});

/** A plain connection to the server, and when it closes. */
function endOf(url: string): { open: Promise<void>; closed: Promise<void> } {
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
    socket.write('GET /v1/about HTTP/1.1\r\nHost: x\r\n\r\n');
  });
  socket.once('data', () => opened.resolve());
  socket.once('close', () => closed.resolve());
  socket.on('error', () => {});
  return { open: opened.promise, closed: closed.promise };
}
