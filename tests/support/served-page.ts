/** Builds a room's testing page, the room by itself, and serves it under the policy that the product's page has. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import {
  contentSecurityPolicy,
  makeNonce,
  securityHeaders,
  withNonce,
} from '../../electron/core/page/page-security.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
};

export type ServedPage = { url: string; server: Server };

/** `root`: the folder of its `index.html`, from the top of the repository. `fileAt`: where else a path of the page leads. */
export async function servePage(
  root: string,
  folder: string,
  fileAt: (path: string) => string | null = () => null,
): Promise<ServedPage> {
  await build({
    root: fileURLToPath(new URL(`../../${root}`, import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    // Vitest's own NODE_ENV would make it a development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = fileAt(pathname) ?? join(folder, pathname === '/' ? '/index.html' : pathname);
    try {
      const nonce = makeNonce();
      const file = readFileSync(name);
      const body = name.endsWith('.html') ? withNonce(file.toString(), nonce) : file;
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy({ nonce }),
      });
      response.end(body);
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
