import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { Entry } from '../../shared/contract/office.ts';
import { eventHash, type WorkflowEvent } from '../../shared/workflow/event.ts';
import {
  approveArticle,
  documentForTest,
  type Office,
  openOffice,
  pictureForTest,
  submitAndApprove,
  TestPerson,
} from '../testing/office-for-test.ts';
import type { Publisher } from './publisher.ts';

let office: Office;
let writer: TestPerson;
let reviewer: TestPerson;
let time: Date;
const articleId = newId();
const clock = (): Date => time;

async function open(publishers: Publisher[] = []): Promise<void> {
  office = await openOffice({ clock, publishers });
  writer = await TestPerson.joined(office, 'Lan', 'writer');
  reviewer = await TestPerson.joined(office, 'Minh', 'reviewer');
}
beforeEach(() => {
  time = new Date('2026-11-24T02:00:00.000Z');
});
afterEach(() => office.close());

const isEvent = (entry: Entry): entry is Entry & { kind: 'event' } => entry.kind === 'event';

async function publishedEvents(): Promise<WorkflowEvent[]> {
  await office.app.office.deliverer.run();
  const { entries } = await writer.pull();
  return entries
    .map(({ entry }) => entry)
    .filter(isEvent)
    .map(({ event }) => event)
    .filter(({ type }) => type === 'published');
}

async function page(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(new URL(path, office.url), { redirect: 'manual' });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

it('publishes what was approved, byte for byte, and says so in the log', async () => {
  await open();
  const { revision, json, last } = await approveArticle(
    writer,
    reviewer,
    articleId,
    documentForTest('Ra quân trồng cây'),
  );
  const [published, ...others] = await publishedEvents();
  expect(others).toEqual([]);
  expect(published).toMatchObject({ actor: 'endpoint', revision, previous: last });
  const url = published?.url ?? '';
  expect(url).toMatch(new RegExp(`^${office.url}/bai/ra-quan-trong-cay-[0-9a-f]{12}$`));
  const article = await page(url);
  expect(article.status).toBe(200);
  expect(article.text).toContain('Nội dung của bài “Ra quân trồng cây”.');
  expect(article.text.split(revision).length).toBeGreaterThan(2);
  expect(article.text.replace(/<script type="application\/ld\+json">/g, '')).not.toMatch(/<script/);
  expect(article.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const path of [`${url}.json`, `/v1/published/${articleId}`]) {
    const raw = await page(path);
    expect(raw.text).toBe(json);
    expect(raw.headers.get('etag')).toBe(`"${revision}"`);
  }
  for (const path of ['/', '/chuyen-muc/tin-tuc', '/rss.xml'])
    expect((await page(path)).text).toContain('Ra quân trồng cây');
});

it('shows nothing of an article that is not approved', async () => {
  await open();
  const created = writer.eventEntry(articleId, 'created', null);
  await writer.push(created);
  expect(await publishedEvents()).toEqual([]);
  expect((await page(`/v1/published/${articleId}`)).status).toBe(404);
  expect((await page('/bai/khong-co')).status).toBe(404);
});

it('waits for the photos of the revision, and shows renditions of no others', async () => {
  await open();
  const { bytes, sha256 } = await pictureForTest();
  const other = await pictureForTest(10);
  const document: ArticleDocument = documentForTest('Có ảnh', {
    blocks: [{ kind: 'photo', photo: 'p1' }],
    photos: [{ id: 'p1', sha256, caption: 'Chú thích', credit: 'Ảnh: Lan', alt: 'Cây' }],
  });
  await approveArticle(writer, reviewer, articleId, document);
  expect(await publishedEvents()).toEqual([]);
  await office.restart();
  expect(await publishedEvents()).toEqual([]);
  await writer.send('PUT', `/v1/photos/${other.sha256}`, other.bytes);
  expect((await writer.send('PUT', `/v1/photos/${sha256}`, bytes)).status).toBe(201);
  const [published] = await publishedEvents();
  expect((await page(published?.url ?? '')).text).toContain('Chú thích');
  for (const file of ['480.jpg', '960.jpg', '960.webp']) {
    const picture = await fetch(`${office.url}/photos/${sha256}/${file}`);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe(file.endsWith('webp') ? 'image/webp' : 'image/jpeg');
  }
  expect((await page(`/photos/${sha256}/961.jpg`)).status).toBe(404);
  expect((await page(`/photos/${other.sha256}/960.jpg`)).status).toBe(404);
});

it('keeps the old version up until a correction is approved, then shows it at the same address', async () => {
  await open();
  const first = await approveArticle(writer, reviewer, articleId, documentForTest('Trồng 1.000 cây'));
  const [published] = await publishedEvents();
  const url = published?.url ?? '';
  const reopened = writer.eventEntry(articleId, 'reopened', published === undefined ? null : eventHash(published));
  await writer.push(reopened);
  expect((await page(url)).text).toContain(first.revision);
  const second = await submitAndApprove(
    writer,
    reviewer,
    articleId,
    documentForTest('Trồng 10.000 cây'),
    eventHash(reopened.event),
  );
  const events = await publishedEvents();
  expect(events.map((event) => event.url)).toEqual([url, url]);
  const corrected = await page(url);
  expect(corrected.text).toContain('Trồng 10.000 cây');
  expect(corrected.text).toContain(second.revision);
  expect(corrected.text).not.toContain(first.revision);
});

it('takes a withdrawn article down and answers that it is gone', async () => {
  await open();
  const { revision } = await approveArticle(writer, reviewer, articleId, documentForTest('Tin sai'));
  const [published] = await publishedEvents();
  const previous = published === undefined ? null : eventHash(published);
  const withdrawn = reviewer.eventEntry(articleId, 'withdrawn', previous, { revision, reason: 'Sai số liệu' });
  expect(await reviewer.push(withdrawn)).toMatchObject([{ result: 'accepted' }]);
  await office.app.office.deliverer.run();
  expect((await page(published?.url ?? '')).status).toBe(410);
  expect((await page(`/v1/published/${articleId}`)).status).toBe(404);
  expect((await page('/')).text).not.toContain('Tin sai');
});

it('does not publish what was reopened before it came out', async () => {
  await open();
  const { sha256, bytes } = await pictureForTest();
  const document = documentForTest('Chờ ảnh', {
    blocks: [{ kind: 'photo', photo: 'p1' }],
    photos: [{ id: 'p1', sha256, caption: 'a', credit: 'b', alt: 'c' }],
  });
  const { last } = await approveArticle(writer, reviewer, articleId, document);
  await writer.push(writer.eventEntry(articleId, 'reopened', last));
  await writer.send('PUT', `/v1/photos/${sha256}`, bytes);
  expect(await publishedEvents()).toEqual([]);
});

it('tries a publisher that fails again, later each time and over restarts, and loses nothing', async () => {
  let fails = 2;
  const tried: string[] = [];
  const flaky: Publisher = {
    name: 'flaky',
    publish: async ({ revision }) => {
      tried.push(revision);
      if (fails > 0) {
        fails -= 1;
        throw new Error('503 from the other side');
      }
      return { url: 'https://elsewhere.example/1', commit: () => {} };
    },
    withdraw: async () => ({ commit: () => {} }),
  };
  await open([flaky]);
  const { revision } = await approveArticle(writer, reviewer, articleId, documentForTest('Bền bỉ'));
  expect(await publishedEvents()).toHaveLength(1);
  expect(tried).toHaveLength(1);
  const { db } = office.app.office;
  const waiting = db.prepare("SELECT attempts, last_error FROM deliveries WHERE state = 'waiting'").get();
  expect(waiting).toMatchObject({ attempts: 1, last_error: expect.stringContaining('503') });
  await publishedEvents();
  expect(tried).toHaveLength(1);
  time = new Date(time.getTime() + 6_000);
  await office.restart();
  await publishedEvents();
  expect(tried).toHaveLength(2);
  time = new Date(time.getTime() + 6_000);
  await publishedEvents();
  expect(tried).toHaveLength(2);
  time = new Date(time.getTime() + 6_000);
  expect(await publishedEvents()).toHaveLength(2);
  expect(tried).toEqual([revision, revision, revision]);
});
