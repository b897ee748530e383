/**
 * The whole job on two computers and an endpoint, without a page: import with the endpoint down, edit, photos, submit,
 * return, submit again, approve offline, publish; and what the public then reads.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placePhoto } from '../../electron/core/articles/place-photo.ts';
import type { Desk } from '../../electron/core/desk/desk.ts';
import { makeLaunchEndpoint } from '../../electron/core/desk/launch-endpoint.ts';
import { Workstation } from '../../electron/core/desk/workstation.ts';
import { previewImport } from '../../electron/core/exchange/import-file.ts';
import { readImportFile } from '../../electron/core/exchange/read-import-file.ts';
import { verifyDesk } from '../../electron/core/verify/verify-desk.ts';
import { blockText } from '../../shared/article/document.ts';
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import { editOf, typed } from '../support/edit.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = (name: string): string => join(root, 'resources/sample', name);
const photoFiles = ['airplane-from-above', 'black-canyon', 'french-alpine-landscape', 'nagasaki-boats'];
const credits = ['Hoàng Nam', 'Thu Hà', 'Minh Đức', 'TTXVN'];
const REASON = 'Thiếu số điểm cầu. Xin bổ sung ở sapo.';

let office: Office;
let ha: Workstation;
let minh: Workstation;
let id: string;

async function openWorkstation(): Promise<Workstation> {
  return Workstation.open({
    ...{ folder: tempFolder(), host: 'browser', version: '0.0.0', systemLanguage: 'vi' },
    launchEndpoint: makeLaunchEndpoint(join(root, 'endpoint/main.ts')),
  });
}

beforeAll(async () => {
  office = await openOffice(tempFolder(), [
    { name: 'Lê Thu Hà', role: 'writer' },
    { name: 'Trần Văn Minh', role: 'reviewer' },
  ]);
  [ha, minh] = [await openWorkstation(), await openWorkstation()];
  const [forHa, forMinh] = office.invitations;
  await ha.join({ endpoint: office.url, code: forHa!.code });
  await minh.join({ endpoint: office.url, code: forMinh!.code });
  await office.stop();
});
afterAll(async () => {
  await ha.close();
  await minh.close();
  await office.stop();
});

async function type(desk: Desk, field: 'headline' | 'lead' | 'body', text: string): Promise<void> {
  await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed(field, text)));
}

/** Syncs, and answers the status once nothing is under way any more: a poke may have begun another run meanwhile. */
async function synced(workstation: Workstation): Promise<DeskStatus> {
  const desk = workstation.desk();
  await desk.sync.now();
  await until(desk, () => desk.status().link !== 'syncing');
  return desk.status();
}

function until(desk: Desk, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = desk.on(look);
    look();
  });
}

const isDone = { link: 'online', linkError: null, waiting: { count: 0 }, refused: [] };
const isOffline = { link: 'offline', linkError: { code: 'endpoint-unreachable' } };

/** Text as a reader sees it: without tags, references resolved, spaces as one. */
function readable(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x?[\da-f]+;|&\w+;/gi, (reference) => {
      const [, x, digits] = /^&#(x?)([\da-f]+);$/i.exec(reference) ?? [];
      if (digits === undefined) return named[reference.slice(1, -1)] ?? reference;
      return String.fromCodePoint(Number.parseInt(digits, x === '' ? 10 : 16));
    })
    .replace(/\s+/g, ' ');
}
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the main job', () => {
  it('begins offline: the writer imports, edits, adds four photos and submits', async () => {
    const desk = ha.desk();
    const { bytes, name } = await readImportFile(sample('seed-article.txt'));
    id = desk.importArticle(previewImport(bytes, name));
    await type(desk, 'body', ' Hội nghị kết thúc lúc 11 giờ 30 phút cùng ngày.');
    for (const [index, file] of photoFiles.entries()) {
      const info = await desk.photos.addFile(sample(`${file}.jpg`));
      const words = { credit: credits[index]!, alt: `Ảnh ${index + 1} của hội nghị` };
      await desk.articles.applyLocal(id, placePhoto(desk.articles.state(id), info, words, index + 1).update);
    }
    expect(desk.act({ id, action: 'submit' })).toMatchObject({ working: 'in-review', blockers: [] });
    const status = await synced(ha);
    expect(status).toMatchObject({ ...isOffline, saved: { state: 'saved' } });
    expect(status.waiting.count).toBeGreaterThan(3);
  });

  it('reaches the reviewer when the endpoint comes up, photos and all, and is returned with a reason', async () => {
    await office.start();
    expect(await synced(ha)).toMatchObject(isDone);
    expect(await synced(minh)).toMatchObject(isDone);
    await office.stop();
    const desk = minh.desk();
    expect(desk.list({ view: 'waiting', offset: 0, limit: 10 }).rows.map((row) => row.id)).toEqual([id]);
    expect(desk.articles.document(id)).toEqual(ha.desk().articles.document(id));
    for (const { sha256 } of desk.articles.document(id).photos) {
      expect(await desk.photos.files.hashOf(sha256!)).toBe(sha256);
    }
    const changes = desk.changes(id);
    expect(changes.from).toBeNull();
    expect(() => desk.act({ id, action: 'return' })).toThrowError(expect.objectContaining({ code: 'reason-required' }));
    const revision = desk.workflow.state(id).headRevision ?? '';
    expect(desk.act({ id, action: 'return', reason: REASON, revision })).toMatchObject({ working: 'draft' });
    expect(await synced(minh)).toMatchObject(isOffline);
  });

  it('is mended by the writer, who sees why, and submitted again', async () => {
    await office.start();
    expect(await synced(minh)).toMatchObject(isDone);
    expect(await synced(ha)).toMatchObject(isDone);
    const desk = ha.desk();
    expect(desk.workflow.state(id)).toMatchObject({ working: 'draft', returned: true, returnReason: REASON });
    await type(desk, 'lead', ' Hội nghị nối với 27 điểm cầu cấp huyện.');
    desk.act({ id, action: 'submit' });
    expect(await synced(ha)).toMatchObject(isDone);
    expect(await synced(minh)).toMatchObject(isDone);
  });

  it('is approved offline by the reviewer, who sees what changed', async () => {
    await office.stop();
    const desk = minh.desk();
    const { lead, blocks, to } = desk.changes(id);
    expect(lead.filter(({ op }) => op !== 'same')).toEqual([
      { op: 'insert', text: ' Hội nghị nối với 27 điểm cầu cấp huyện.' },
    ]);
    expect(blocks.every(({ op }) => op === 'same')).toBe(true);
    expect(desk.act({ id, action: 'approve', revision: to })).toMatchObject({
      working: 'approved',
      approvedRevision: to,
    });
    expect(await synced(minh)).toMatchObject(isOffline);
  });

  it('is published byte for byte as it was approved, and both computers hear of it', async () => {
    const approved = minh.desk().workflow.state(id).approvedRevision ?? '';
    await office.start();
    expect(await synced(minh)).toMatchObject(isDone);
    expect(await synced(ha)).toMatchObject(isDone);
    // The endpoint publishes by itself, and pokes both.
    for (const desk of [ha.desk(), minh.desk()]) await until(desk, () => desk.workflow.state(id).public === 'live');
    for (const desk of [ha.desk(), minh.desk()]) {
      expect(desk.workflow.state(id)).toMatchObject({ public: 'live', liveRevision: approved });
      expect(desk.status().refused).toEqual([]);
      expect((await verifyDesk(desk)).problems).toEqual([]);
    }
    const published = await (await fetch(`${office.url}/v1/published/${id}`)).text();
    expect(createHash('sha256').update(published).digest('hex')).toBe(approved);

    const document = ha.desk().articles.revision(id, approved);
    const page = await (await fetch(ha.desk().workflow.state(id).liveUrl ?? '')).text();
    const text = readable(page);
    expect(document.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(7);
    const expected = [
      document.headline,
      document.lead,
      ...document.blocks.map(blockText).filter((block) => block !== ''),
      ...document.photos.flatMap(({ caption, credit }) => [caption, credit]),
    ];
    for (const piece of expected) expect(text).toContain(flat(piece));
    expect(expected.join(' ')).toContain('27 điểm cầu cấp huyện');
    expect(credits.every((credit) => text.includes(credit))).toBe(true);
    expect(page).toContain(approved);
    for (const lost of ['0967.001.001', 'goldlandvietnam', './.', 'Bài viết liên quan'])
      expect(text).not.toContain(lost);
    const pictures = [...page.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, source]) => source!);
    expect(pictures.length).toBeGreaterThanOrEqual(4);
    for (const source of pictures) {
      const answer = await fetch(new URL(source, ha.desk().workflow.state(id).liveUrl ?? ''));
      expect([source, answer.status, answer.headers.get('content-type')]).toEqual([source, 200, 'image/jpeg']);
    }
  });
});
