/** The core's process for pictures as it is built: it has to lie beside the core and find its packages without the sources. */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const out = fileURLToPath(new URL('../../out/main/', import.meta.url));
const photo = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));

it('the built process examines a picture, and ends with whoever started it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-'));
  const child = fork(join(out, 'picture-worker.js'), [], { execArgv: [], serialization: 'advanced' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const said = new Promise((resolve, reject) => child.once('message', resolve).once('error', reject));
    const renditions = { preview: join(folder, 'preview'), thumb: join(folder, 'thumb') };
    child.send({ id: 7, task: { path: photo, name: 'anh.jpg', renditions } });
    expect(await said).toMatchObject({
      id: 7,
      picture: { format: 'jpeg', width: 1024, height: 750, fingerprint: { high: expect.any(Number) } },
    });
    expect([existsSync(renditions.preview), existsSync(renditions.thumb)]).toEqual([true, true]);
  } finally {
    child.disconnect();
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  }
});
