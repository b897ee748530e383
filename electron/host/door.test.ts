import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Door } from './door.ts';

const PORT = 4321;
const request = (headers: Record<string, string>): IncomingMessage =>
  ({ headers: { host: `127.0.0.1:${PORT}`, ...headers } }) as unknown as IncomingMessage;

function enter(door: Door): string {
  const token = new URL(door.issueAddress()).searchParams.get('token')!;
  return door.spendToken(token)!.split(';')[0]!;
}

describe('the door of the browser host', () => {
  it('lets in the cookie that a token was exchanged for', () => {
    const door = new Door(PORT);
    expect(door.refuse(request({ cookie: `theme=dark; ${enter(door)}` }))).toBeNull();
  });

  it('takes each token once', () => {
    const door = new Door(PORT);
    const token = new URL(door.issueAddress()).searchParams.get('token')!;
    expect(door.spendToken(token)).not.toBeNull();
    expect(door.spendToken(token)).toBeNull();
  });

  it('gives a cookie that scripts and other sites cannot use', () => {
    const door = new Door(PORT);
    const token = new URL(door.issueAddress()).searchParams.get('token')!;
    expect(door.spendToken(token)).toMatch(/^toasoan-4321=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it.each([
    ['no cookie', {}, { status: 401, reason: 'cookie' }],
    ['a made-up cookie', { cookie: `toasoan-${PORT}=x` }, { status: 401, reason: 'cookie' }],
    ['a name that resolves here', { host: 'evil.example:4321' }, { status: 403, reason: 'host' }],
    ['another port of this computer', { host: '127.0.0.1:80' }, { status: 403, reason: 'host' }],
    ['a page of another site', { origin: 'https://evil.example' }, { status: 403, reason: 'origin' }],
    ['a page of another port', { origin: 'http://127.0.0.1:8080' }, { status: 403, reason: 'origin' }],
    ['a page without an origin', { origin: 'null' }, { status: 403, reason: 'origin' }],
    ['a picture on a page of another port', { 'sec-fetch-site': 'same-site' }, { status: 403, reason: 'origin' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }, { status: 403, reason: 'origin' }],
  ])('refuses %s', (_, headers, refused) => {
    expect(new Door(PORT).refuse(request(headers as Record<string, string>))).toEqual(refused);
  });

  it('refuses the session of another host on this computer', () => {
    expect(new Door(PORT).refuse(request({ cookie: enter(new Door(PORT)) }))).toEqual({
      status: 401,
      reason: 'cookie',
    });
  });

  it('lets act only who says the right origin', () => {
    const door = new Door(PORT);
    const cookie = enter(door);
    expect(door.refuseToAct(request({ cookie }))).toEqual({ status: 403, reason: 'origin' });
    expect(door.refuseToAct(request({ cookie, origin: door.origin }))).toBeNull();
  });
});
