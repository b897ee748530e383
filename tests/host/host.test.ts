import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningHost, startHost } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const dataDir = tempFolder();
let host: RunningHost;
let cookie: string;

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request as written: neither the path nor the headers are tidied on the way. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** What became of a WebSocket: open, or the status that refused it. */
function knockOnDesk(headers: Record<string, string>, path = '/desk'): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${path}`, { headers });
    socket.once('open', () => {
      socket.close();
      resolve('open');
    });
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode!));
    socket.once('error', reject);
  });
}

const tokenPath = (url: string): string => url.slice(new URL(url).origin.length);

beforeAll(async () => {
  host = await startHost({ dataDir });
  const entered = await ask(tokenPath(host.url));
  expect(entered).toMatchObject({ status: 303, headers: { location: '/' } });
  cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
});

describe('the browser host', () => {
  it('gives the page to who holds the cookie, under a strict policy', async () => {
    const { status, headers, body } = await ask('/', { cookie });
    expect(status).toBe(200);
    expect(body).toContain('<title>');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('gives nothing without the cookie, and says how to get in', async () => {
    const { status, body } = await ask('/');
    expect(status).toBe(401);
    expect(body).toContain('npm start');
    expect(await ask('/index.html')).toMatchObject({ status: 401 });
    expect(await ask(`/photos/${'a'.repeat(64)}/thumb`)).toMatchObject({ status: 401 });
    expect(await ask(`/files/${'a'.repeat(64)}/a.pdf`)).toMatchObject({ status: 401 });
  });

  it('takes a token once', async () => {
    expect(await ask(tokenPath(host.url))).toMatchObject({ status: 401 });
    expect((await ask('/?token=made-up')).headers['set-cookie']).toBeUndefined();
  });

  it('sends somebody who is in on to the clean address', async () => {
    expect(await ask(tokenPath(host.url), { cookie })).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  it('answers no other name that resolves to this computer', async () => {
    expect(await ask('/', { cookie, host: 'evil.example' })).toMatchObject({ status: 403, body: '' });
    expect(await ask('/', { cookie, host: '127.0.0.1' })).toMatchObject({ status: 403 });
  });

  it('answers no page of another origin', async () => {
    expect(await ask('/', { cookie, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await ask('/', { cookie, 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 });
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..\\..\\package.json',
    '/photos/../../package.json',
    `/photos/${'a'.repeat(64)}/..`,
    `/photos/${'A'.repeat(64)}/thumb`,
    '/host.json',
    '//etc/passwd',
  ])('finds nothing at %s', async (path) => {
    expect(await ask(path, { cookie })).toMatchObject({ status: 404, body: '' });
  });

  it('has no photo that nobody added', async () => {
    expect(await ask(`/photos/${'a'.repeat(64)}/original`, { cookie })).toMatchObject({ status: 404 });
    expect(await ask(`/files/${'a'.repeat(64)}/a.pdf`, { cookie })).toMatchObject({ status: 404 });
  });

  it('takes no other methods', async () => {
    expect(await ask('/', { cookie }, 'POST')).toMatchObject({ status: 405 });
    expect(await ask('/', { cookie }, 'OPTIONS')).toMatchObject({ status: 405 });
  });

  it('opens the desk to its own page alone', async () => {
    const { origin } = host;
    expect(await knockOnDesk({ cookie, origin })).toBe('open');
    expect(await knockOnDesk({ cookie })).toBe(403);
    expect(await knockOnDesk({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await knockOnDesk({ cookie, origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await knockOnDesk({ origin })).toBe(401);
    expect(await knockOnDesk({ cookie, origin, host: 'evil.example' })).toBe(403);
    expect(await knockOnDesk({ cookie, origin }, '/other')).toBe(404);
  });

  it('gives a second start on the same data an address of the first', async () => {
    const { port } = new URL(host.origin);
    const second = await startHost({ dataDir });
    expect(second.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/\\?token=`));
    expect(await ask(tokenPath(second.url))).toMatchObject({ status: 303 });
  });

  it('gives addresses to nobody who does not know the secret', async () => {
    expect(await ask('/knock', { 'x-toasoan-knock': 'guess' }, 'POST')).toMatchObject({ status: 403, body: '' });
  });

  it('keeps its note to its owner', () => {
    expect(readdirSync(dataDir)).toContain('host.json');
    expect(statSync(join(dataDir, 'host.json')).mode & 0o077).toBe(0);
  });
});

describe('a browser host that was killed', () => {
  it('stands in nobody’s way', async () => {
    const folder = tempFolder();
    const first = await startHost({ dataDir: folder });
    await first.kill();
    const second = await startHost({ dataDir: folder });
    expect(await second.stop()).toBe(0);
  });
});

it('a browser host that cannot leave its note says so and ends, and keeps nobody from the folder', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'host.json'));
  await expect(startHost({ dataDir: folder })).rejects.toThrow('ended with 1');
  rmdirSync(join(folder, 'host.json'));
  const next = await startHost({ dataDir: folder });
  expect(await next.stop()).toBe(0);
});
