/**
 * Who gets in. The host listens on loopback, which every page of every browser and every user of the computer can
 * reach, so a request passes only if
 *   - it names this host in Host (no name that was made to resolve to this computer: DNS rebinding),
 *   - it comes from the page itself or from nowhere (Origin and Sec-Fetch-Site: no other site, no other port),
 *   - it carries the session's cookie, which is given once for each one-time token in an address that we handed out.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Refused = { status: 401 | 403; reason: 'host' | 'origin' | 'cookie' };

const SECRET_BYTES = 32;
export const TOKEN_PARAMETER = 'token';

export class Door {
  readonly origin: string;
  readonly #cookieName: string;
  readonly #session = newSecret();
  readonly #tokens = new Set<string>();
  readonly #hosts: readonly string[];

  constructor(port: number) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    // Cookies know no ports: the name keeps two hosts on one computer apart.
    this.#cookieName = `toasoan-${port}`;
  }

  /** An address that opens the desk once. */
  issueAddress(): string {
    const token = newSecret();
    this.#tokens.add(digest(token));
    return `${this.origin}/?${TOKEN_PARAMETER}=${token}`;
  }

  /** The cookie for a token, which is dead afterwards; null for a token that is not ours or was used. */
  spendToken(token: string): string | null {
    if (!this.#tokens.delete(digest(token))) return null;
    return `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a request names us and comes from our own page, cookie or not. */
  refuseStranger(request: IncomingMessage): Refused | null {
    const { host, origin } = request.headers;
    if (host === undefined || !this.#hosts.includes(host)) return { status: 403, reason: 'host' };
    if (origin !== undefined && origin !== `http://${host}`) return { status: 403, reason: 'origin' };
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'origin' };
    return null;
  }

  /** Whether a request may read: a stranger's is refused, and one without the session. */
  refuse(request: IncomingMessage): Refused | null {
    return this.refuseStranger(request) ?? (this.#hasSession(request) ? null : { status: 401, reason: 'cookie' });
  }

  /** Whoever is to change something must say its origin: browsers always do, and cross-site WebSockets are stopped by nothing else. */
  refuseToAct(request: IncomingMessage): Refused | null {
    if (request.headers.origin === undefined) return { status: 403, reason: 'origin' };
    return this.refuse(request);
  }

  #hasSession(request: IncomingMessage): boolean {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return pairs.some((pair) => isSame(pair, `${this.#cookieName}=${this.#session}`));
  }
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));
}
