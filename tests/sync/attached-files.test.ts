/** An attached document from one workstation to another and to the readers. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, TestPerson } from '../../endpoint/testing/office-for-test.ts';
import { getBody, makeEmbed, makeMark } from '../../shared/article/flat-text.ts';
import type { AttachedFile } from '../../shared/contract/desk-files.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/contract/office.ts';
import { openDesk, type TestDesk } from './desk-for-test.ts';

const pdf = Buffer.from('%PDF-1.7\nQuyết định số 12');

let root: string;
let office: Office;
let lan: TestDesk;
let minh: TestDesk;
let id: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'toasoan-files-'));
  office = await openOffice();
  lan = await openDesk(join(root, 'Lan'), 'Lan');
  minh = await openDesk(join(root, 'Minh'), 'Minh');
  await lan.sync.join(office.url, office.app.office.invite({ name: 'Lan', role: 'writer' }));
  await minh.sync.join(office.url, office.app.office.invite({ name: 'Minh', role: 'reviewer' }));
  id = lan.create('Quyết định mới');
});
afterEach(async () => {
  await lan.close();
  await minh.close();
  await office.close();
  rmSync(root, { recursive: true, force: true });
});

/** A line of its own at the end of the body. */
function attach({ sha256, name, bytes }: AttachedFile): Promise<void> {
  return lan.change(id, (doc) => {
    const body = getBody(doc);
    body.insertEmbed(body.length, makeMark('paragraph'));
    body.insertEmbed(body.length, makeEmbed({ type: 'file', sha256, name, bytes }));
  });
}

async function syncAll(...desks: TestDesk[]): Promise<void> {
  for (const desk of desks) {
    await desk.sync.now();
    expect(desk.sync.status().linkError).toBeNull();
  }
}

async function approve(): Promise<void> {
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  minh.workflow.act({ id, action: 'approve', revision: minh.workflow.state(id).headRevision ?? '' });
  await syncAll(minh);
  await office.app.office.deliverer.run();
  await syncAll(minh, lan);
}

const fileLink = (html: string): string => /href="(\/tep\/[^"]+)"/.exec(html)?.[1] ?? '';

it('comes to the other computer, and to readers once the article is live, until it is withdrawn', async () => {
  const file = await lan.files.add(pdf, 'Quyết định số 12.pdf');
  await attach(file);
  await syncAll(lan, minh);
  expect(minh.files.info(file.sha256)).toMatchObject({ state: 'here', kind: 'pdf' });
  expect(Buffer.from(await minh.files.read(file.sha256)).equals(pdf)).toBe(true);

  const address = `${office.url}/tep/${file.sha256}/quyet-dinh-so-12.pdf`;
  expect((await fetch(address)).status).toBe(404);
  await approve();
  const page = await (await fetch(lan.workflow.state(id).liveUrl ?? '')).text();
  expect(new URL(fileLink(page), office.url).href).toBe(address);
  const response = await fetch(address);
  expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'content-disposition': `attachment; filename="Quyet dinh so 12.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2012.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await fetch(address, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status).toBe(304);
  expect((await fetch(address.replace('quyet-dinh-so-12', 'lenh-moi'))).status).toBe(404);
  const feed = await (await fetch(`${office.url}/rss.xml`)).text();
  expect(feed).toContain(`<atom:link rel="enclosure" href="${address}" type="application/pdf" length="${pdf.length}"`);

  minh.workflow.act({ id, action: 'withdraw', reason: 'Sai' });
  await syncAll(minh);
  await office.app.office.deliverer.run();
  const gone = await fetch(address);
  expect({ status: gone.status, type: gone.headers.get('content-type') }).toEqual({
    status: 404,
    type: 'text/html; charset=utf-8',
  });
});

it('is what a related article is, too: linked as long as that is live', async () => {
  await approve();
  const first = lan.workflow.state(id).liveUrl ?? '';
  const other = id;
  id = lan.create('Bài sau');
  await lan.change(id, (doc) => {
    const body = getBody(doc);
    body.insertEmbed(body.length, makeMark('paragraph'));
    body.insertEmbed(body.length, makeEmbed({ type: 'related', article: other, headline: 'Đọc bài trước' }));
  });
  await approve();
  const url = lan.workflow.state(id).liveUrl ?? '';
  const read = async (): Promise<{ html: string; etag: string | null }> => {
    const response = await fetch(url);
    return { html: await response.text(), etag: response.headers.get('etag') };
  };
  const linked = await read();
  expect(linked.html).toContain(`<a href="${new URL(first).pathname}">Đọc bài trước</a>`);
  minh.workflow.act({ id: other, action: 'withdraw', reason: 'Sai' });
  await syncAll(minh);
  await office.app.office.deliverer.run();
  const plain = await read();
  expect(plain.html).toContain('<span>Xem thêm:</span> Đọc bài trước</p>');
  expect(plain.etag).not.toBe(linked.etag);
});

it('that has not been sent yet is awaited, and its article is published only once it has come', async () => {
  const file = await lan.files.add(pdf, 'a.pdf');
  await attach(file);
  const line = lan.network.fetch;
  // Bytes do not get through, everything else does.
  lan.network.fetch = async (input, init) => {
    const isUpload = String(input).includes('/v1/files/') && init?.method === 'PUT';
    if (isUpload) return new Response('{}', { status: 200, headers: { [PROTOCOL_HEADER]: `${PROTOCOL_VERSION}` } });
    return line(input, init);
  };
  await approve();
  expect(minh.files.info(file.sha256).state).toBe('awaited');
  expect(lan.workflow.state(id)).toMatchObject({ working: 'approved', public: 'none' });

  lan.network.fetch = line;
  lan.db.prepare('UPDATE files SET uploaded = 0').run();
  await syncAll(lan);
  await office.app.office.deliverer.run();
  await syncAll(minh, lan);
  expect(minh.files.info(file.sha256).state).toBe('here');
  expect(lan.workflow.state(id).public).toBe('live');
});

it('tells the person what the office will not take, and goes on with the rest', async () => {
  const wrong = await lan.files.add(pdf, 'a.pdf');
  const right = await lan.files.add(Buffer.from('%PDF-1.7\nkhác'), 'b.pdf');
  await attach(wrong);
  await attach(right);
  writeFileSync(lan.files.files.original(wrong.sha256), 'MZ đã bị thay');
  await syncAll(lan, minh);
  expect(lan.sync.status().refused).toMatchObject([{ what: 'file', code: 'hash-mismatch' }]);
  expect(minh.files.info(right.sha256).state).toBe('here');
  expect(minh.files.info(wrong.sha256).state).toBe('awaited');
});

it('that is damaged at the endpoint is not fetched again and again, and stays awaited', async () => {
  const file = await lan.files.add(pdf, 'a.pdf');
  await attach(file);
  await syncAll(lan);
  writeFileSync(join(office.dataDir, 'photos', file.sha256.slice(0, 2), file.sha256), pdf.toReversed());
  let fetched = 0;
  const line = minh.network.fetch;
  minh.network.fetch = (input, init) => {
    if (String(input).endsWith(`/v1/files/${file.sha256}`)) fetched += 1;
    return line(input, init);
  };
  await syncAll(minh, minh, minh);
  expect(fetched).toBe(1);
  expect(minh.files.info(file.sha256).state).toBe('awaited');
});

it('is refused by the endpoint when it is a program, and is shown to nobody who is not signed in', async () => {
  const writer = await TestPerson.joined(office, 'Hoa', 'writer');
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const program = Buffer.from('MZ\u0090');
  const refused = await writer.send('PUT', `/v1/files/${hashOf(program)}`, program);
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'attachment-program' } } });
  expect((await writer.send('PUT', `/v1/files/${hashOf(pdf)}`, pdf)).status).toBe(201);
  expect((await writer.send('PUT', `/v1/files/${hashOf(pdf)}`, pdf)).status).toBe(200);
  expect((await writer.send('POST', '/v1/files/missing', { sha256s: [hashOf(pdf)] })).body).toEqual({ missing: [] });
  expect((await new TestPerson(office).send('GET', `/v1/files/${hashOf(pdf)}`)).status).toBe(401);
  expect((await writer.send('GET', '/v1/files/..%2F..%2Foffice.db')).status).toBe(404);
});
