import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { seededRandom } from '../../../tests/support/seeded-random.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { compactedToSeq, listOldRows } from '../store/compact-log.ts';
import { listUpdates } from '../store/doc-log.ts';
import { sealOpenUpdate } from '../store/outbox.ts';
import { verifyDesk } from '../verify/verify-desk.ts';
import { holdsAllOf } from './compaction.ts';

const SEED = 11;
const DAY_MS = 86_400_000;
let desk: Desk;
let folder: string;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-24T01:00:00Z');
  folder = tempFolder();
  desk = await Desk.open({ folder, name: 'Lan', clock: () => new Date(now) });
});
afterEach(() => desk.close());

async function type(id: string, keys: string, everyMs = 200): Promise<void> {
  for (const key of keys) {
    now += everyMs;
    const saved = desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('body', key)));
    desk.articles.flush();
    await saved;
  }
}

function compactAll(): void {
  while (desk.compaction.slice());
}

const rows = (id: string): { origin: string; since: string | null; at: string }[] =>
  desk.db.prepare('SELECT origin, since, at FROM doc_updates WHERE article_id = ? ORDER BY seq').all(id) as ReturnType<
    typeof rows
  >;
/** What the log alone says, deleted text and all. */
function replayed(id: string): { text: string; everything: Uint8Array } {
  const doc = new Y.Doc({ gc: false });
  for (const { bytes } of listUpdates(desk.db, id, 0)) Y.applyUpdate(doc, bytes, 'log');
  return { text: doc.getText('body').toString(), everything: Y.encodeStateAsUpdate(doc) };
}

describe('compaction', () => {
  it('makes one row of each sitting, with its times, a day later', async () => {
    const id = desk.createArticle();
    await type(id, 'sáng nay');
    now += 3_600_000;
    await type(id, 'chiều');
    const whole = replayed(id);
    compactAll();
    expect(rows(id)).toHaveLength(14);
    now += DAY_MS + 1_000;
    compactAll();
    // The row that made the article stands at the end of its own entry of the outbox.
    expect(rows(id)).toEqual([
      { origin: 'local', since: null, at: '2026-11-24T01:00:00.000Z' },
      { origin: 'local', since: '2026-11-24T01:00:00.200Z', at: '2026-11-24T01:00:01.600Z' },
      { origin: 'local', since: '2026-11-24T02:00:01.800Z', at: '2026-11-24T02:00:02.600Z' },
    ]);
    expect(replayed(id)).toEqual(whole);
    expect((await verifyDesk(desk)).problems).toEqual([]);
  });

  it('is what it was for who opens the article, and for what is sent later', async () => {
    const id = desk.createArticle();
    await type(id, 'Đê biển');
    now += DAY_MS + 3_600_000;
    compactAll();
    await type(id, ' Hậu Lộc');
    const before = desk.articles.document(id);
    const row = desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0];
    await desk.close();
    desk = await Desk.open({ folder, clock: () => new Date(now) });
    expect(desk.articles.document(id)).toEqual(before);
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0]).toEqual(row);
    await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('headline', 'Đê')));
    const submitted = desk.act({ id, action: 'submit' });
    expect(desk.articles.revision(id, submitted.headRevision!)).toEqual({ ...before, headline: 'Đê' });
    expect((await verifyDesk(desk)).problems).toEqual([]);
  });

  it('reaches over no row of somebody else, over no snapshot, and over no row that is broken', async () => {
    const id = desk.createArticle();
    await type(id, 'abc');
    const theirs = editOf(desk.articles.state(id), typed('body', 'T'));
    desk.articles.applyRemote(id, theirs, 'entry-1');
    await type(id, 'de');
    const { seq } = desk.db.prepare('SELECT max(seq) AS seq FROM doc_updates').get() as { seq: number };
    desk.db.prepare("INSERT INTO doc_snapshots VALUES (?, ?, x'0000', 0, '')").run(id, seq);
    await type(id, 'fg');
    desk.db.prepare("UPDATE doc_updates SET bytes = x'00' WHERE seq = ?").run(seq + 2);
    now += DAY_MS + 1_000;
    compactAll();
    expect(rows(id).map(({ origin, since }) => [origin, since !== null])).toEqual([
      ['local', false],
      ['local', true],
      ['remote', false],
      ['local', true],
      ['local', false],
      ['local', false],
    ]);
    expect(desk.db.prepare('SELECT entry_id FROM doc_updates WHERE entry_id IS NOT NULL').pluck().all()).toEqual([
      'entry-1',
    ]);
  });

  it(`loses no letter and no deletion of many articles typed in turns (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const ids = Array.from({ length: 5 }, () => desk.createArticle());
    for (let step = 0; step < 400; step += 1) {
      now += random() < 0.02 ? 1_200_000 : 300;
      const id = ids[Math.floor(random() * ids.length)]!;
      const update = editOf(desk.articles.state(id), (doc) => {
        const body = doc.getText('body');
        if (random() < 0.3 && body.length > 3) body.delete(1, 2);
        else body.insert(Math.floor(random() * body.length) + 1, `${step} `);
      });
      const saved = desk.articles.applyLocal(id, update);
      desk.articles.flush();
      await saved;
    }
    const whole = ids.map(replayed);
    now += DAY_MS + 1_000;
    compactAll();
    expect(desk.db.prepare('SELECT count(*) FROM doc_updates').pluck().get()).toBeLessThan(80);
    expect(ids.map(replayed)).toEqual(whole);
    expect((await verifyDesk(desk)).problems).toEqual([]);
  });

  it('does not reach over the beginning of an entry, though other articles wrote between', async () => {
    const id = desk.createArticle();
    await type(id, 'ab');
    sealOpenUpdate(desk.db, id);
    // As after a push: the entry is gone, and so is where it ended.
    desk.db.prepare('DELETE FROM outbox').run();
    const other = desk.createArticle();
    await type(other, 'x');
    await type(id, 'cd');
    now += DAY_MS + 1_000;
    compactAll();
    const open = desk.db.prepare('SELECT first_seq FROM outbox WHERE article_id = ?').pluck().get(id);
    const since = desk.db.prepare('SELECT min(seq) FROM doc_updates WHERE article_id = ? AND seq >= ?').pluck();
    expect(rows(id).map((row) => row.since)).toEqual(['2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.800Z']);
    expect(since.get(id, open)).toBe(desk.db.prepare('SELECT max(seq) FROM doc_updates').pluck().get());
  });

  it('looks at no more rows than a slice has, however many are too young', async () => {
    const id = desk.createArticle();
    await type(id, 'abcd');
    // By a clock that was wrong; it holds up nothing that is old.
    desk.db.prepare("UPDATE doc_updates SET at = '2030-01-01T00:00:00.000Z' WHERE seq = 2").run();
    const tomorrow = new Date(now + DAY_MS).toISOString();
    expect(listOldRows(desk.db, 0, tomorrow, 3).map(({ seq }) => seq)).toEqual([1, 3]);
    now += DAY_MS + 1_000;
    compactAll();
    expect(compactedToSeq(desk.db)).toBe(5);
    expect(replayed(id).text).toContain('abcd');
  });

  it('takes no row for another that does not hold it', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('body').insert(0, 'một');
    doc.getText('body').insert(3, ' hai');
    doc.getText('body').delete(0, 2);
    expect(holdsAllOf(Y.mergeUpdates(updates), updates)).toBe(true);
    expect(holdsAllOf(Y.mergeUpdates(updates.slice(0, 2)), updates)).toBe(false);
    expect(holdsAllOf(Y.mergeUpdates(updates.slice(1)), updates)).toBe(false);
  });
});
