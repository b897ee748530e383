import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { listChangeSchema } from '../../../shared/contract/desk-lists.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk, type DeskNotice } from '../desk/desk.ts';
import { countDesk } from '../store/desk-counts.ts';
import { verifyDesk } from '../verify/verify-desk.ts';

let folder: string;
let desk: Desk;

beforeEach(async () => {
  folder = tempFolder();
  desk = await Desk.open({ folder, name: 'Lan' });
});
afterEach(() => desk.close());

const change = (input: Parameters<typeof listChangeSchema.parse>[0]) =>
  desk.lists.change(listChangeSchema.parse(input));

describe.each(['own', 'office'] as const)('the %s list', (list) => {
  it('keeps words and abbreviations over a restart, in Vietnamese order', async () => {
    await change({ list, add: { words: ['Đặng', 'zalopay', 'Ân', 'An'] } });
    await change({
      list,
      add: {
        abbreviations: [
          { short: 'ubnd', long: 'Ủy ban nhân dân' },
          { short: 'đc', long: 'đồng chí' },
        ],
      },
    });
    const before = desk.lists.get();
    expect(before[list]).toEqual({
      words: ['An', 'Ân', 'Đặng', 'zalopay'],
      abbreviations: [
        { short: 'đc', long: 'đồng chí' },
        { short: 'ubnd', long: 'Ủy ban nhân dân' },
      ],
    });
    await desk.close();
    desk = await Desk.open({ folder });
    expect(desk.lists.get()).toEqual(before);
  });

  it('takes an entry out, and writes one anew in one change', async () => {
    await change({ list, add: { words: ['An'], abbreviations: [{ short: 'hn', long: 'Hà Nội' }] } });
    await change({ list, remove: { words: ['An'] } });
    const after = await change({
      list,
      remove: { abbreviations: ['hn'] },
      add: { abbreviations: [{ short: 'HN', long: 'Hà Nội' }] },
    });
    expect(after[list]).toEqual({ words: [], abbreviations: [{ short: 'HN', long: 'Hà Nội' }] });
  });

  it('holds text composed (NFC), and no entry twice', async () => {
    await change({ list, add: { words: ['Thủy', ' Thủy '.normalize('NFD')] } });
    expect(desk.lists.get()[list].words).toEqual(['Thủy']);
  });

  it('tells the pages of a change', async () => {
    const told: DeskNotice[] = [];
    desk.on((notice) => told.push(notice));
    await change({ list, add: { words: ['An'] } });
    expect(told.filter(({ type }) => type === 'lists')).toHaveLength(1);
    expect(told.filter(({ type }) => type === 'update' || type === 'article')).toEqual([]);
  });
});

it('leaves out what another program wrote into the office’s lists', async () => {
  const doc = new Y.Doc();
  doc.getMap('words').set('An', true);
  doc.getMap('words').set('hai\ndòng', true);
  doc.getMap('words').set('x'.repeat(500), 1);
  doc.getMap('abbreviations').set('hn', 'Hà\u2028Nội\u0000');
  doc.getMap('abbreviations').set('a b', 'c');
  doc.getMap('abbreviations').set('số', 7);
  await desk.articles.changeSide(OFFICE_LISTS_ID, Y.encodeStateAsUpdate(doc));
  expect(desk.lists.get().office).toEqual({ words: ['An'], abbreviations: [{ short: 'hn', long: 'Hà Nội' }] });
});

it('refuses an abbreviation with a space in it, and what is empty', () => {
  const add = (abbreviation: unknown): boolean =>
    listChangeSchema.safeParse({ list: 'own', add: { abbreviations: [abbreviation] } }).success;
  expect(add({ short: 'u b', long: 'Ủy ban' })).toBe(false);
  expect(add({ short: '', long: 'Ủy ban' })).toBe(false);
  expect(add({ short: 'ub', long: '  ' })).toBe(false);
  expect(add({ short: 'ub', long: 'Ủy ban' })).toBe(true);
});

describe('the document of the office’s lists', () => {
  beforeEach(async () => {
    desk.createArticle();
    await change({ list: 'office', add: { words: ['An'] } });
    desk.articles.settle();
  });

  it('is no article: not in the library, its counts, a search or the counts of the desk', () => {
    expect(desk.list({ view: 'all', offset: 0, limit: 10 }).total).toBe(1);
    expect(desk.overview().views.all).toBe(1);
    expect(desk.search('an', 10).total).toBe(0);
    expect(countDesk(desk.db).articles).toBe(1);
    expect(desk.articles.has(OFFICE_LISTS_ID)).toBe(false);
  });

  it('can be neither opened nor edited as an article', async () => {
    const refusal = { code: 'article-not-found' };
    expect(() => desk.articles.state(OFFICE_LISTS_ID)).toThrow(expect.objectContaining(refusal));
    await expect(desk.articles.applyLocal(OFFICE_LISTS_ID, Uint8Array.of(0, 0))).rejects.toMatchObject(refusal);
    expect(() => desk.act({ id: OFFICE_LISTS_ID, action: 'spike' })).toThrow(expect.objectContaining(refusal));
  });

  it('is sound to a check, and its damage is found', async () => {
    expect(await verifyDesk(desk)).toMatchObject({ checked: { articles: 1, updates: 2 }, problems: [] });
    desk.db.prepare('UPDATE doc_updates SET bytes = zeroblob(9) WHERE article_id = ?').run(OFFICE_LISTS_ID);
    expect((await verifyDesk(desk)).problems.map(({ fault }) => fault)).toContain('update-bytes');
  });

  it('waits for the endpoint like everything else', () => {
    expect(desk.status().waiting.count).toBe(3);
  });
});

it('another process at the same desk sees a change of the office’s list', async () => {
  const other = await Desk.open({ folder });
  const told: DeskNotice[] = [];
  other.on((notice) => told.push(notice));
  await change({ list: 'office', add: { words: ['An'] } });
  other.articles.noticeOthers();
  expect(told).toContainEqual({ type: 'lists' });
  expect(other.lists.get().office.words).toEqual(['An']);
  await other.close();
});
