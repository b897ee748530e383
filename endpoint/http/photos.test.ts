import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, pictureForTest, TestPerson } from '../testing/office-for-test.ts';

let office: Office;
let writer: TestPerson;
beforeEach(async () => {
  office = await openOffice();
  writer = await TestPerson.joined(office, 'Lan', 'writer');
});
afterEach(() => office.close());

function incomingFiles(): string[] {
  return readdirSync(join(office.dataDir, 'incoming'));
}

it('keeps an original under its hash and gives the very same bytes back, before and after a restart', async () => {
  const { bytes, sha256 } = await pictureForTest();
  expect((await writer.send('POST', '/v1/photos/missing', { sha256s: [sha256] })).body).toEqual({ missing: [sha256] });
  expect((await writer.send('PUT', `/v1/photos/${sha256}`, bytes)).status).toBe(201);
  expect((await writer.send('PUT', `/v1/photos/${sha256}`, bytes)).status).toBe(200);
  await office.restart();
  expect((await writer.send('POST', '/v1/photos/missing', { sha256s: [sha256] })).body).toEqual({ missing: [] });
  const response = await fetch(`${office.url}/v1/photos/${sha256}`, {
    headers: { authorization: `Bearer ${writer.token}` },
  });
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(incomingFiles()).toEqual([]);
});

it('keeps nothing of bytes that do not match their hash, or are no picture', async () => {
  const { bytes, sha256 } = await pictureForTest();
  const wrong = await writer.send('PUT', `/v1/photos/${sha256.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}`, bytes);
  expect(wrong).toMatchObject({ status: 409, body: { error: { code: 'photo-hash-mismatch' } } });
  const { createHash } = await import('node:crypto');
  const text = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const hash = createHash('sha256').update(text).digest('hex');
  const noPicture = await writer.send('PUT', `/v1/photos/${hash}`, text);
  expect(noPicture).toMatchObject({ status: 400, body: { error: { code: 'photo-not-an-image' } } });
  expect(incomingFiles()).toEqual([]);
  expect((await writer.send('GET', `/v1/photos/${hash}`)).status).toBe(404);
});

it('keeps nothing of an upload that is cut off in the middle, and takes it whole the next time', async () => {
  const { bytes, sha256 } = await pictureForTest();
  const cut = new Promise<void>((resolve) => {
    const upload = request(`${office.url}/v1/photos/${sha256}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${writer.token}`,
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
      },
    });
    upload.on('error', () => resolve());
    upload.write(bytes.subarray(0, bytes.length >> 1), () => upload.destroy());
    upload.on('close', () => resolve());
  });
  await cut;
  // The next request is answered after the endpoint has dealt with the cut one or beside it: either way nothing is kept.
  expect((await writer.send('GET', `/v1/photos/${sha256}`)).status).toBe(404);
  expect((await writer.send('PUT', `/v1/photos/${sha256}`, bytes)).status).toBe(201);
});

it('shows no original to who is not signed in, and no path outside its folder to anybody', async () => {
  const { bytes, sha256 } = await pictureForTest();
  await writer.send('PUT', `/v1/photos/${sha256}`, bytes);
  expect((await new TestPerson(office).send('GET', `/v1/photos/${sha256}`)).status).toBe(401);
  expect((await writer.send('GET', '/v1/photos/..%2F..%2Foffice.db')).status).toBe(404);
  expect((await fetch(`${office.url}/photos/${sha256}/960.jpg`)).status).toBe(404);
});
