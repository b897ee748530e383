import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from './page-files.ts';

let base: string;
let page: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'toasoan-page-'));
  page = join(base, 'renderer');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.txt'), 'secret');
  writeFileSync(join(page, 'index.html'), '<!doctype html><html><head><title>T</title></head></html>');
  writeFileSync(join(page, 'assets/index-abc.js'), 'export {};');
  writeFileSync(join(page, 'assets/page.exe'), 'x');
  symlinkSync(join(base, 'secret.txt'), join(page, 'assets/link.txt'));
});
afterAll(() => rmSync(base, { recursive: true }));

describe('the files of the page', () => {
  it('are the page itself at the root, under a policy whose nonce the page is told', async () => {
    const { status, headers, body } = await readPage(page, '/');
    const nonce = /nonce="([^"]+)"/.exec(Buffer.from(body).toString())?.[1];
    expect(status).toBe(200);
    expect(nonce).toBeDefined();
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('draw a new nonce for each answer', async () => {
    const [first, second] = [await readPage(page, '/'), await readPage(page, '/')];
    expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy']);
  });

  it('are kept by the browser when the build named them by their content', async () => {
    const { headers } = await readPage(page, '/assets/index-abc.js');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets\\..\\..\\secret.txt',
    '//etc/passwd',
    '/assets/link.txt',
    '/assets/page.exe',
    '/assets',
    '/assets/',
    '/index.html\0.js',
    '/missing.js',
    '',
    'index.html',
  ])('are not reached by %j', async (path) => {
    expect((await readPage(page, path)).status).toBe(404);
  });
});
