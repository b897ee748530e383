import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/contract/office.ts';
import { type Office, openOffice, TestPerson, wholeDatabase } from '../testing/office-for-test.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('turns an invitation into an account whose token is kept only as a hash', async () => {
  const lan = new TestPerson(office);
  const reply = await lan.join(office.app.office.invite({ name: 'Lan', role: 'writer' }));
  expect(reply.status).toBe(200);
  const { token, person } = reply.body as { token: string; person: unknown };
  expect(person).toEqual({ id: lan.personId, name: 'Lan', role: 'writer' });
  expect(JSON.stringify(wholeDatabase(office))).not.toContain(token);
  lan.token = token;
  expect((await lan.send('GET', '/v1/people')).body).toEqual([person]);
});

it('reads a code as people type it', async () => {
  const code = office.app.office.invite({ name: 'Lan', role: 'writer' });
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  expect((await new TestPerson(office).join(typed)).status).toBe(200);
});

it('refuses a code that is not right', async () => {
  const reply = await new TestPerson(office).join('AAAA-AAAA-AAAA');
  expect(reply).toMatchObject({ status: 403, body: { error: { code: 'invitation-unknown' } } });
});

it('refuses a code that another device has used, and gives the same device a new token after a lost answer', async () => {
  const code = office.app.office.invite({ name: 'Lan', role: 'writer' });
  const lan = new TestPerson(office);
  const first = (await lan.join(code)).body as { token: string };
  const second = (await lan.join(code)).body as { token: string };
  expect((await new TestPerson(office).join(code)).body).toMatchObject({ error: { code: 'invitation-used' } });
  lan.token = second.token;
  expect((await lan.send('GET', '/v1/people')).status).toBe(200);
  lan.token = first.token;
  expect((await lan.send('GET', '/v1/people')).body).toMatchObject({ error: { code: 'not-signed-in' } });
});

it('does not let an invitation take over somebody who is known', async () => {
  const lan = await TestPerson.joined(office, 'Lan', 'writer');
  const thief = new TestPerson(office);
  const { deviceId, deviceKey } = thief;
  const code = office.app.office.invite({ name: 'Kẻ gian', role: 'admin' });
  const reply = await thief.send('POST', '/v1/join', { code, personId: lan.personId, deviceId, deviceKey });
  expect(reply).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
  expect((await lan.send('GET', '/v1/people')).body).toMatchObject([{ name: 'Lan', role: 'writer' }]);
});

it('stops listening to whoever guesses codes', async () => {
  const guesser = new TestPerson(office);
  for (let guess = 0; guess < 20; guess += 1) await guesser.join(`AAAA-AAAA-${1000 + guess}`);
  const reply = await guesser.join(office.app.office.invite({ name: 'Lan', role: 'writer' }));
  expect(reply).toMatchObject({ status: 429, body: { error: { code: 'too-many-attempts' } } });
});

it('answers who is not signed in, what is no request, and an unknown protocol, each with its own code', async () => {
  const stranger = new TestPerson(office);
  expect(await stranger.send('GET', '/v1/pull?after=0')).toMatchObject({
    status: 401,
    body: { error: { code: 'not-signed-in' } },
  });
  expect(await stranger.send('POST', '/v1/join', { code: 1 })).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid-request' } },
  });
  const unknown = await stranger.send('GET', '/v1/about', undefined, { 'x-toasoan-protocol': '99' });
  expect(unknown).toMatchObject({ status: 409, body: { error: { code: 'endpoint-version-unknown' } } });
  expect(unknown.headers.get('x-toasoan-protocol')).toBe(String(PROTOCOL_VERSION));
});
