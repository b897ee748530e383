import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../endpoint/testing/office-for-test.ts';
import type { EntryAnswer } from '../../shared/contract/office.ts';
import type { Role } from '../../shared/workflow/event.ts';
import { openDesk, type TestDesk } from './desk-for-test.ts';

let root: string;
let office: Office;
const desks: TestDesk[] = [];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'toasoan-sync-'));
  office = await openOffice();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  await office.close();
  rmSync(root, { recursive: true, force: true });
});

async function desk(name: string): Promise<TestDesk> {
  const opened = await openDesk(join(root, name), name);
  desks.push(opened);
  return opened;
}

async function joined(name: string, role: Role): Promise<TestDesk> {
  const opened = await desk(name);
  await opened.sync.join(office.url, office.app.office.invite({ name, role }));
  return opened;
}

/** Syncs, and says what went wrong if it did. */
async function syncAll(...which: TestDesk[]): Promise<void> {
  for (const one of which) {
    await one.sync.now();
    expect(one.sync.status().linkError).toBeNull();
  }
}

async function delivered(): Promise<void> {
  await office.app.office.deliverer.run();
}

const offline: typeof fetch = async () => {
  throw new TypeError('fetch failed');
};

function logLength(): number {
  return (office.app.office.db.prepare('SELECT count(*) AS count FROM log').get() as { count: number }).count;
}

describe('joining', () => {
  it('says that a code is wrong or used, and keeps nothing then', async () => {
    const lan = await desk('Lan');
    await expect(lan.sync.join(office.url, 'AAAA-AAAA-AAAA')).rejects.toMatchObject({ code: 'invitation-unknown' });
    const code = office.app.office.invite({ name: 'Minh', role: 'reviewer' });
    const minh = await desk('Minh');
    const { person } = await minh.sync.join(office.url, code);
    expect(person).toEqual({ id: minh.personId, name: 'Minh', role: 'reviewer' });
    await expect(lan.sync.join(office.url, code)).rejects.toMatchObject({ code: 'invitation-used' });
    expect(lan.sync.status()).toMatchObject({ link: 'no-office', linkError: null });
    await expect(lan.sync.now()).rejects.toMatchObject({ code: 'no-office' });
  });

  it('brings along what was written before', async () => {
    const lan = await desk('Lan');
    const id = lan.create('Viết trước khi vào tòa soạn');
    const minh = await joined('Minh', 'reviewer');
    await lan.sync.join(office.url, office.app.office.invite({ name: 'Lan', role: 'writer' }));
    await syncAll(lan, minh);
    expect(minh.articles.document(id).headline).toBe('Viết trước khi vào tòa soạn');
    expect(minh.workflow.state(id)).toMatchObject({ working: 'draft', authorId: lan.personId });
    expect(minh.workflow.state(id).history[0]).toMatchObject({ actorName: 'Lan', standing: 'accepted' });
  });
});

it('carries the whole job between two computers that are offline most of the time', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  lan.network.fetch = offline;
  const id = lan.create('Ra quân trồng cây');
  await lan.type(id, 'lead', 'Sáng nay.');
  lan.workflow.act({ id, action: 'submit' });
  await lan.sync.now();
  expect(lan.sync.status()).toMatchObject({ link: 'offline', linkError: { code: 'endpoint-unreachable' } });
  const { count, oldestAt } = lan.sync.status().waiting;
  expect(count).toBeGreaterThanOrEqual(4);
  expect(oldestAt).not.toBeNull();

  lan.network.fetch = fetch;
  await syncAll(lan, minh);
  expect(lan.sync.status()).toMatchObject({ link: 'online', waiting: { count: 0, oldestAt: null } });
  minh.network.fetch = offline;
  minh.workflow.act({ id, action: 'return', reason: 'Thiếu số liệu' });
  minh.network.fetch = fetch;
  await syncAll(minh, lan);
  expect(lan.workflow.state(id)).toMatchObject({ working: 'draft', returned: true, returnReason: 'Thiếu số liệu' });

  await lan.type(id, 'lead', ' Trồng 1.000 cây.');
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  const { revision } = { revision: minh.workflow.state(id).headRevision ?? '' };
  expect(minh.articles.revision(id, revision).lead).toBe('Sáng nay. Trồng 1.000 cây.');
  minh.workflow.act({ id, action: 'approve', revision });
  await syncAll(minh);
  await delivered();
  await syncAll(minh, lan);
  for (const one of [lan, minh]) {
    expect(one.workflow.state(id)).toMatchObject({
      public: 'live',
      liveRevision: revision,
      approvedRevision: revision,
    });
  }
  const page = await fetch(lan.workflow.state(id).liveUrl ?? '');
  expect(await page.text()).toContain(revision);
  const json = await (await fetch(`${office.url}/v1/published/${id}`)).text();
  expect(json).toBe(lan.db.prepare('SELECT json FROM revisions WHERE hash = ?').pluck().get(revision));
});

it('tells a reviewer that an approval came too late, and loses no text', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const id = lan.create('Bản một');
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  minh.network.fetch = offline;
  expect(minh.workflow.act({ id, action: 'approve' }).working).toBe('approved');
  await minh.type(id, 'lead', 'Minh sửa. ');
  lan.workflow.act({ id, action: 'recall' });
  await lan.type(id, 'headline', ', viết lại');
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan);

  minh.network.fetch = fetch;
  await syncAll(minh, lan);
  expect(minh.workflow.state(id)).toMatchObject({ working: 'in-review', approvedRevision: null });
  const [refusal, ...others] = minh.sync.status().refused;
  expect(others).toEqual([]);
  expect(refusal).toMatchObject({
    articleId: id,
    headline: 'Bản một, viết lại',
    what: 'approved',
    code: 'revision-not-head',
  });
  expect(minh.workflow.state(id).history.find(({ event }) => event.type === 'approved')).toMatchObject({
    standing: 'refused',
    code: 'revision-not-head',
  });
  for (const one of [lan, minh]) {
    expect(one.articles.document(id)).toMatchObject({ headline: 'Bản một, viết lại', lead: 'Minh sửa. ' });
  }
  await delivered();
  expect((await fetch(`${office.url}/v1/published/${id}`)).status).toBe(404);
  minh.sync.dismiss(refusal?.id ?? '');
  expect(minh.sync.status().refused).toEqual([]);
  minh.workflow.act({ id, action: 'approve' });
  await syncAll(minh);
  await delivered();
  expect((await fetch(`${office.url}/v1/published/${id}`)).status).toBe(200);
});

it('chains a waiting step anew when the endpoint’s own came in between, with its id kept', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const id = lan.create('Bài');
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  minh.workflow.act({ id, action: 'approve' });
  const { history } = minh.workflow.state(id);
  // The approval reaches Lan without the publication that follows it.
  await syncAll(minh);
  lan.workflow.receive(history.at(-1)!.event, 100);
  const reopened = lan.workflow.act({ id, action: 'reopen' }).history.at(-1)!.event;
  await delivered();
  await syncAll(lan);
  const event = lan.workflow.state(id).history.find((entry) => entry.event.id === reopened.id);
  expect(event?.standing).toBe('accepted');
  expect(event?.event.previous).not.toBe(reopened.previous);
  expect(lan.workflow.state(id)).toMatchObject({ working: 'draft', public: 'live' });
  expect(lan.sync.status().refused).toEqual([]);
});

it('decides a race between pull and push in the same run', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const id = lan.create('Bài');
  lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  lan.workflow.act({ id, action: 'recall' });
  let raced = false;
  lan.network.fetch = async (input, init) => {
    if (!raced && String(input).endsWith('/v1/push')) {
      raced = true;
      minh.workflow.act({ id, action: 'approve' });
      await minh.sync.now();
    }
    return fetch(input, init);
  };
  await syncAll(lan);
  expect(lan.sync.status().refused).toMatchObject([{ what: 'recalled' }]);
  expect(lan.sync.status().waiting.count).toBe(0);
  expect(lan.workflow.state(id).working).toBe('approved');
});

/** Lan's article with text, submitted; nothing of it has been sent. */
async function submittedOffline(lan: TestDesk): Promise<string> {
  const id = lan.create('Bài');
  await lan.type(id, 'body', 'Nội dung. ');
  lan.workflow.act({ id, action: 'submit' });
  return id;
}

describe('when the answer is lost', () => {
  it('what is already at the endpoint is known by the next pull, and nothing is doubled', async () => {
    const lan = await joined('Lan', 'writer');
    const minh = await joined('Minh', 'reviewer');
    const id = await submittedOffline(lan);
    let pushes = 0;
    lan.network.fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).endsWith('/v1/push')) return response;
      pushes += 1;
      throw new TypeError('terminated');
    };
    // The text and its revision, then the submission behind the photos.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await lan.sync.now();
      expect(lan.sync.status()).toMatchObject({ link: 'offline', linkError: { code: 'endpoint-unreachable' } });
    }
    // Pull comes first: nothing is left to push, though its answer would be lost again.
    await syncAll(lan);
    expect(pushes).toBe(2);
    expect(lan.sync.status()).toMatchObject({ link: 'online', waiting: { count: 0 }, refused: [] });
    lan.network.fetch = fetch;
    const rows = lan.db.prepare('SELECT count(*) FROM doc_updates').pluck().get();
    await lan.type(id, 'body', 'Thêm. ');
    await syncAll(lan, minh, lan);
    // Our own updates that come back by pull are not written a second time.
    expect(lan.db.prepare('SELECT count(*) FROM doc_updates').pluck().get()).toBe((rows as number) + 1);
    expect(minh.articles.document(id)).toEqual(lan.articles.document(id));
    expectNothingDoubled();
  });

  it.each(['before', 'after'] as const)(
    'a push that arrives twice, the late one %s the other, changes nothing',
    async (late) => {
      const lan = await joined('Lan', 'writer');
      const minh = await joined('Minh', 'reviewer');
      const id = await submittedOffline(lan);
      let held: (() => Promise<Response>) | null = null;
      // The first push stays under way in the network for longer than the workstation waits.
      lan.network.fetch = async (input, init) => {
        if (!String(input).endsWith('/v1/push')) return fetch(input, init);
        const { signal: _, ...request } = init ?? {};
        held = () => fetch(input, request);
        throw new TypeError('terminated');
      };
      await lan.sync.now();
      expect(logLength()).toBe(0);
      const first = held as unknown as () => Promise<Response>;
      const replies: EntryAnswer[][] = [];
      const hear = async (response: Response): Promise<void> => {
        replies.push(((await response.json()) as { answers: EntryAnswer[] }).answers);
      };
      lan.network.fetch = async (input, init) => {
        const isPush = String(input).endsWith('/v1/push');
        if (isPush && late === 'before' && replies.length === 0) await hear(await first());
        const response = await fetch(input, init);
        if (isPush) await hear(response.clone());
        return response;
      };
      await syncAll(lan);
      const length = logLength();
      if (late === 'after') await hear(await first());
      expect(logLength()).toBe(length);
      const accepted = replies[0];
      const repeated = late === 'after' ? replies.at(-1) : replies[1];
      expect(accepted?.map(({ result }) => result)).toContain('accepted');
      expect(repeated).toEqual(accepted?.map((answer) => ({ ...answer, result: 'duplicate' })));
      await syncAll(lan, minh);
      expect(lan.sync.status()).toMatchObject({ waiting: { count: 0 }, refused: [] });
      expect(minh.articles.document(id)).toEqual(lan.articles.document(id));
      expect(minh.workflow.state(id).history.map(({ event }) => event.type)).toEqual(['created', 'submitted']);
      expectNothingDoubled();
    },
  );
});

function expectNothingDoubled(): void {
  const { db } = office.app.office;
  const ids = db.prepare('SELECT id FROM log').pluck().all();
  expect(new Set(ids).size).toBe(logLength());
  expect(db.prepare("SELECT count(*) FROM log WHERE kind = 'event'").pluck().get()).toBe(2);
  expect(db.prepare("SELECT count(*) FROM log WHERE kind = 'update'").pluck().get()).toBeLessThanOrEqual(3);
}

it('merges what two people wrote in the same article while offline', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const id = lan.create('Chung');
  await syncAll(lan, minh);
  await lan.type(id, 'lead', 'Lan viết. ');
  await minh.type(id, 'lead', 'Minh viết. ');
  await syncAll(lan, minh, lan);
  expect(lan.articles.document(id)).toEqual(minh.articles.document(id));
  expect(lan.articles.document(id).lead).toContain('Lan viết. ');
  expect(lan.articles.document(id).lead).toContain('Minh viết. ');
});

it('sends more than one batch, in order', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const ids = Array.from({ length: 70 }, (_, index) => lan.create(`Bài số ${index}`));
  for (const id of ids.slice(0, 10)) lan.workflow.act({ id, action: 'submit' });
  await syncAll(lan, minh);
  expect(lan.sync.status().waiting.count).toBe(0);
  for (const [index, id] of ids.entries()) {
    expect(minh.articles.document(id).headline).toBe(`Bài số ${index}`);
    expect(minh.workflow.state(id).working).toBe(index < 10 ? 'in-review' : 'draft');
  }
});

it('hears a poke and pulls by itself', async () => {
  const lan = await joined('Lan', 'writer');
  const minh = await joined('Minh', 'reviewer');
  const id = lan.create('Nóng');
  const arrived = new Promise<void>((resolve) => {
    minh.articles.on((event) => {
      if (event.type === 'article' && event.id === id) resolve();
    });
  });
  minh.sync.start();
  await minh.sync.now();
  await lan.sync.now();
  await arrived;
  expect(minh.articles.document(id).headline).toBe('Nóng');
});

it('works on with an endpoint that forgot this computer, and says so', async () => {
  const lan = await joined('Lan', 'writer');
  const id = lan.create('Giữ nguyên');
  office.app.office.db.prepare('DELETE FROM tokens').run();
  await lan.sync.now();
  expect(lan.sync.status()).toMatchObject({ link: 'offline', linkError: { code: 'not-signed-in' } });
  expect(lan.sync.status().waiting.count).toBeGreaterThan(0);
  await lan.sync.join(office.url, office.app.office.invite({ name: 'Lan', role: 'writer' }));
  await syncAll(lan);
  expect(lan.sync.status().waiting.count).toBe(0);
  expect(lan.articles.document(id).headline).toBe('Giữ nguyên');
});
