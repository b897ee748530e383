/** The built page's files, read by the path of a request, for both shells. Nothing outside its folder is reachable. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, makeNonce, securityHeaders, withNonce } from './page-security.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export type PageAnswer = { status: number; headers: Record<string, string>; body: Uint8Array };

/**
 * Answers a request for the page. `path` is the URL's path as it was sent, still encoded; `/` is the page itself.
 * Anything that is not a file of the page is 404, whatever it tries to reach.
 */
export async function readPage(folder: string, path: string, connect?: string): Promise<PageAnswer> {
  const file = await findFile(folder, path === '/' ? '/index.html' : path);
  if (file === null) return emptyAnswer(404);
  const body = await readFile(file);
  const type = types[extname(file)]!;
  if (!type.startsWith('text/html')) {
    // The build names these by their content.
    const cache = path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, headers: { ...securityHeaders, 'content-type': type, 'cache-control': cache }, body };
  }
  const nonce = makeNonce();
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy({ nonce, connect }),
    },
    body: Buffer.from(withNonce(body.toString('utf8'), nonce)),
  };
}

export function emptyAnswer(status: number): PageAnswer {
  return {
    status,
    headers: { ...securityHeaders, 'content-security-policy': "default-src 'none'" },
    body: new Uint8Array(),
  };
}

/** Only plain names joined by slashes pass, and links that lead out of the folder do not. */
async function findFile(folder: string, path: string): Promise<string | null> {
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) || types[extname(path)] === undefined) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}
