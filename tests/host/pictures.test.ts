/** Pictures that a page sends to the browser host by requests of their own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { resourcesFolder } from '../../electron/core/resources.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { type RunningHost, startHost } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const sample = (name: string): Buffer => readFileSync(join(resourcesFolder(), 'sample', `${name}.jpg`));
const boats = sample('nagasaki-boats');
const canyon = sample('black-canyon');
const dataDir = tempFolder();
let host: RunningHost;
let person: string;
let cookie: string;

beforeAll(async () => {
  const desk = await Desk.open({ folder: ownFolder(dataDir), name: 'Lê Thu Hà' });
  person = desk.identity.person().id;
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  await desk.close();
  host = await startHost({ dataDir });
  const entered = await answerTo(request(host.url));
  cookie = entered.response.headers['set-cookie']![0]!.split(';')[0]!;
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
});

function post(headers: Record<string, string | number> = {}, query: Record<string, string> = {}): ClientRequest {
  const search = new URLSearchParams({ name: 'Thuyền.jpg', batch: 'Thẻ nhớ', person, ...query });
  return request(`${host.origin}/photos?${search}`, { method: 'POST', headers });
}
const ours = (): Record<string, string> => ({ cookie, origin: host.origin });

type Answer = { status: number; response: IncomingMessage; body: string };
function answerTo(sent: ClientRequest, bytes?: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode!, response, body }));
    });
    sent.end(bytes);
  });
}

/** Every file that the desk has of pictures. */
function kept(): string[] {
  const photos = join(ownFolder(dataDir), 'photos');
  if (!existsSync(photos)) return [];
  const entries = readdirSync(photos, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('a picture that is sent to the browser host', () => {
  it.each([
    ['without the cookie', () => ({ origin: host.origin }), 401],
    ['by a page of another site', () => ({ cookie, origin: 'https://evil.example' }), 403],
    ['by a page of another port', () => ({ cookie, origin: 'http://127.0.0.1:1' }), 403],
    ['by whoever does not say where from', () => ({ cookie }), 403],
    ['under another name of this computer', () => ({ ...ours(), host: 'evil.example' }), 403],
  ])('is refused %s', async (_, headers, status) => {
    expect(await answerTo(post(headers()), boats)).toMatchObject({ status, body: '' });
    expect(kept()).toEqual([]);
  });

  it('leaves nothing when the page goes in the middle of it', async () => {
    const sent = post({ ...ours(), 'content-length': canyon.length });
    sent.on('error', () => {});
    sent.write(canyon.subarray(0, canyon.length / 2));
    await vi.waitFor(() => expect(kept()).toHaveLength(1), { timeout: 10_000 });
    sent.destroy();
    await vi.waitFor(() => expect(kept()).toEqual([]), { timeout: 10_000 });
  });

  it('is not waited for when it is too large, and says so', async () => {
    const sent = post({ ...ours(), 'content-length': MAX_PHOTO_BYTES + 1 });
    const answered = new Promise<IncomingMessage>((resolve, reject) =>
      sent.on('response', resolve).on('error', reject),
    );
    sent.flushHeaders();
    const response = await answered;
    expect(JSON.parse((await response.toArray()).join(''))).toMatchObject({
      error: { code: 'photo-too-large', details: { file: 'Thuyền.jpg', limit: '100 MB' } },
    });
    sent.destroy();
    expect(kept()).toEqual([]);
  });

  it.each([
    ['no picture', Buffer.from('không phải ảnh'), {}, 'photo-not-an-image'],
    ['empty', Buffer.alloc(0), {}, 'photo-empty'],
    ['of a person who has left this desk', boats, { person: 'ai đó' }, 'desk-unreachable'],
    ['of a batch with an endless name', boats, { batch: 'x'.repeat(201) }, 'invalid-request'],
  ])('is refused with its reason when it is %s', async (_, bytes, query, code) => {
    const { body } = await answerTo(post(ours(), query), bytes);
    expect(JSON.parse(body)).toMatchObject({ error: { code } });
    expect(kept()).toEqual([]);
  });

  it('is in the library under its own name', async () => {
    const { status, body } = await answerTo(post(ours()), boats);
    expect(status).toBe(200);
    const { taken } = JSON.parse(body) as { taken: { sha256: string } };
    expect(taken).toMatchObject({ name: 'Thuyền.jpg', isNew: true, alike: [] });
    expect(kept()).toHaveLength(3);
    const shown = request(`${host.origin}/photos/${taken.sha256}/original`, { headers: { cookie } });
    expect((await answerTo(shown)).response.headers['content-length']).toBe(`${boats.length}`);
    expect(JSON.parse((await answerTo(post(ours()), boats)).body)).toMatchObject({ taken: { isNew: false } });
  });
});
