import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { resourcesFolder } from '../resources.ts';
import { savePeople } from '../store/people.ts';

let desk: Desk;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-24T01:00:00Z');
  desk = await Desk.open({
    folder: tempFolder(),
    name: 'Lan',
    clock: () => {
      now += 1_000;
      return new Date(now);
    },
  });
});
afterEach(() => desk.close());

function create(headline: string, category?: string, more: Partial<ArticleDocument> = {}): string {
  const fields = category === undefined ? {} : { category };
  return desk.createArticle({
    document: { version: 1, language: 'vi', headline, lead: '', blocks: [], photos: [], fields, ...more },
  });
}

const headlines = (query: Partial<Parameters<Desk['list']>[0]> = {}): string[] =>
  desk.list({ view: 'all', offset: 0, limit: 100, ...query }).rows.map((row) => row.headline);

describe('the list', () => {
  it('has what was changed last on top, as it is while it is typed', async () => {
    const first = create('Một');
    create('Hai');
    expect(headlines()).toEqual(['Hai', 'Một']);
    void desk.articles.applyLocal(first, editOf(desk.articles.state(first), typed('headline', ' rưỡi')));
    expect(headlines()).toEqual(['Một rưỡi', 'Hai']);
  });

  it('tells of an article what a row shows', async () => {
    const { sha256 } = await desk.photos.addFile(join(resourcesFolder(), 'sample', 'black-canyon.jpg'));
    const id = create('Lễ hội', 'Văn hóa', {
      lead: 'Sáng 24/11, lễ hội – khai mạc.',
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Hai từ ' }, { text: 'đậm', bold: true }] },
        { kind: 'photo', photo: 'p1' },
        { kind: 'photo', photo: 'p2' },
      ],
      photos: [
        { id: 'p1', sha256: null, caption: 'a', credit: '', alt: '' },
        { id: 'p2', sha256, caption: 'b', credit: '', alt: '' },
      ],
    });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 })).toEqual({
      total: 1,
      rows: [
        {
          ...{ id, headline: 'Lễ hội', section: 'Văn hóa', author: 'Lan', working: 'draft', public: 'none' },
          ...{ returned: false, syllables: 9, photos: 2, thumbnail: sha256, updatedAt: expect.any(String) },
          ...{ tags: [], day: '2026-11-24' },
        },
      ],
    });
  });

  it('shows no picture whose file has not come yet', () => {
    create('Ảnh còn ở máy khác', undefined, {
      blocks: [{ kind: 'photo', photo: 'p1' }],
      photos: [{ id: 'p1', sha256: 'a'.repeat(64), caption: '', credit: '', alt: '' }],
    });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0]).toMatchObject({ photos: 1, thumbnail: null });
  });

  it('names the author that the article names', () => {
    create('Bài', undefined, { fields: { author: 'Nhóm phóng viên' } });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0]?.author).toBe('Nhóm phóng viên');
  });

  it('goes page by page', () => {
    for (let n = 1; n <= 5; n += 1) create(`Bài ${n}`);
    expect(desk.list({ view: 'all', offset: 0, limit: 2 }).total).toBe(5);
    expect(headlines({ offset: 2, limit: 2 })).toEqual(['Bài 3', 'Bài 2']);
    expect(headlines({ offset: 4, limit: 2 })).toEqual(['Bài 1']);
    expect(headlines({ offset: 9, limit: 2 })).toEqual([]);
  });
});

describe('views and sections', () => {
  it('follow the steps of an article', () => {
    const id = create('Bài');
    create('Khác');
    const counts = (): Record<string, number> => desk.overview().views;
    expect(counts()).toMatchObject({ all: 2, mine: 2, draft: 2, 'in-review': 0, waiting: 0 });
    desk.act({ id, action: 'submit' });
    // One's own does not wait for oneself.
    expect(counts()).toMatchObject({ draft: 1, 'in-review': 1, waiting: 0 });
    desk.act({ id, action: 'recall' });
    desk.act({ id, action: 'spike' });
    expect(counts()).toMatchObject({ all: 1, mine: 1, spiked: 1 });
    expect(headlines({ view: 'spiked' })).toEqual(['Bài']);
  });

  it('show a reviewer what others sent in, and a writer nothing', () => {
    const id = create('Bài');
    desk.act({ id, action: 'submit' });
    const { id: personId } = desk.identity.person();
    savePeople(desk.db, [{ id: 'minh', name: 'Minh', role: 'writer' }]);
    desk.db.prepare("UPDATE articles SET author_id = 'minh'").run();
    expect(headlines({ view: 'waiting' })).toEqual(['Bài']);
    savePeople(desk.db, [{ id: personId, name: 'Lan', role: 'writer' }]);
    expect(headlines({ view: 'waiting' })).toEqual([]);
  });

  it('take sections as people mean them', () => {
    create('Một', 'Tin tức');
    create('Hai', 'TIN  TUC');
    create('Ba', 'Văn hóa');
    create('Bốn');
    expect(desk.overview().sections).toEqual([
      { name: 'TIN  TUC', count: 2 },
      { name: 'Văn hóa', count: 1 },
    ]);
    expect(headlines({ section: 'tin tức' })).toEqual(['Hai', 'Một']);
  });
});

describe('filters', () => {
  beforeEach(() => {
    const dated = (publishedOn: string, author: string, tags: string[]) => ({ fields: { publishedOn, author, tags } });
    create('Đê biển', undefined, dated('2022-04-26', 'Lê Thu Hà', ['đê', 'Bão số 5']));
    create('Điện gió', undefined, dated('2022-05-01', 'Trần Văn Minh', ['điện']));
    create('Ảnh', undefined, dated('2023-01-01', 'LÊ THU HÀ', ['bão số 5']));
  });

  it.each([
    ['an author in any spelling', { author: 'le thu ha' }, ['Ảnh', 'Đê biển']],
    ['a tag in any spelling', { tag: 'BAO SO 5' }, ['Ảnh', 'Đê biển']],
    ['a span of days, both included', { from: '2022-04-26', to: '2022-05-01' }, ['Điện gió', 'Đê biển']],
    ['all of them at once', { author: 'Lê Thu Hà', tag: 'bão số 5', to: '2022-12-31' }, ['Đê biển']],
    ['a name that nobody has', { author: 'Lê' }, []],
  ])('take %s', (_, filter, found) => {
    expect(headlines(filter)).toEqual(found);
    expect(desk.list({ view: 'all', offset: 0, limit: 1, ...filter }).total).toBe(found.length);
    expect(desk.listIds({ view: 'all', ...filter })).toHaveLength(found.length);
  });

  it('take a state together with a view', () => {
    const [id] = desk.listIds({ view: 'all' });
    desk.act({ id: id!, action: 'submit' });
    expect(headlines({ view: 'mine', standing: 'in-review' })).toEqual(['Ảnh']);
    expect(headlines({ view: 'mine', standing: 'draft' })).toEqual(['Điện gió', 'Đê biển']);
  });

  it('offer the names in use by what they begin with, or a word of them', () => {
    expect(desk.names({ of: 'author', starts: '', limit: 10 })).toEqual([
      { name: 'LÊ THU HÀ', count: 2 },
      { name: 'Trần Văn Minh', count: 1 },
    ]);
    expect(desk.names({ of: 'author', starts: 'minh', limit: 10 })).toEqual([{ name: 'Trần Văn Minh', count: 1 }]);
    expect(desk.names({ of: 'tag', starts: 'đ', limit: 10 }).map(({ name }) => name)).toEqual(['đê', 'điện']);
  });
});

describe('orders', () => {
  beforeEach(() => {
    const by = (category: string, publishedOn: string, author: string) => ({
      fields: { category, publishedOn, author },
    });
    create('Đê biển', undefined, by('Xã hội', '2022-04-26', 'Ân'));
    create('Dân số', undefined, by('Ẩm thực', '2023-04-26', 'Ánh'));
    create('Ấm áp', undefined, by('Âm nhạc', '2021-04-26', 'An'));
  });

  it.each([
    ['headline', ['Ấm áp', 'Dân số', 'Đê biển']],
    ['section', ['Âm nhạc', 'Ẩm thực', 'Xã hội']],
    ['author', ['An', 'Ánh', 'Ân']],
    ['day', ['2021-04-26', '2022-04-26', '2023-04-26']],
    ['updated', ['Đê biển', 'Dân số', 'Ấm áp']],
  ] as const)('by %s are Vietnamese, and go both ways', (by, right) => {
    const values = (descending: boolean): unknown[] =>
      desk
        .list({ view: 'all', offset: 0, limit: 10, sort: { by, descending } })
        .rows.map((row) => (by === 'updated' ? row.headline : row[by]));
    expect(values(false)).toEqual(right);
    expect(values(true)).toEqual(right.toReversed());
  });

  it('by state go from draft to set aside, over pages without a gap', () => {
    const [id, other] = desk.listIds({ view: 'all' });
    desk.act({ id: id!, action: 'submit' });
    const sort = { by: 'standing', descending: false } as const;
    const page = (offset: number): string[] =>
      desk.list({ view: 'all', sort, offset, limit: 2 }).rows.map((row) => row.id);
    const all = [...page(0), ...page(2)];
    expect(all.at(-1)).toBe(id);
    expect(new Set(all).size).toBe(3);
    expect(all).toContain(other);
  });

  it('read a page from one index, however many rows are skipped', () => {
    const plan = (sql: string): string =>
      (desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((row) => row.detail).join(' | ');
    for (const order of ['updated_at DESC, a.id', 'day DESC, a.id', 'headline_order, a.id', 'author_order, a.id']) {
      const found = plan(
        `SELECT a.rowid FROM articles a WHERE a.working <> 'spiked' ORDER BY a.${order} LIMIT 100 OFFSET 50000`,
      );
      expect(found).toMatch(/USING COVERING INDEX/);
      expect(found).not.toMatch(/TEMP B-TREE/);
    }
  });
});

describe('a deed with many articles', () => {
  it('sets a section, each for itself, and can be taken back', async () => {
    const ids = [create('Một', 'Tin tức'), create('Hai', 'Văn hóa'), create('Ba')];
    desk.act({ id: ids[1]!, action: 'submit' });
    const { done, failed, undo } = await desk.bulk(ids, { do: 'section', section: 'Kinh tế' });
    expect(done).toEqual([ids[0], ids[2]]);
    expect(failed).toMatchObject([{ id: ids[1], headline: 'Hai', error: { code: 'article-not-draft' } }]);
    const sections = (): string[] => ids.map((id) => desk.articles.document(id).fields.category ?? '');
    expect(sections()).toEqual(['Kinh tế', 'Văn hóa', 'Kinh tế']);
    for (const { ids: back, deed } of undo) await desk.bulk(back, deed);
    expect(sections()).toEqual(['Tin tức', 'Văn hóa', '']);
  });

  it('adds and removes a tag in any spelling', async () => {
    const id = create('Một', undefined, { fields: { tags: ['Bão số 5'] } });
    const tags = (): readonly string[] => desk.articles.document(id).fields.tags ?? [];
    const again = await desk.bulk([id], { do: 'tag', tag: 'bao so 5' });
    expect([again.done, again.undo, tags()]).toEqual([[id], [], ['Bão số 5']]);
    const removed = await desk.bulk([id], { do: 'untag', tag: 'BÃO SỐ 5' });
    expect(tags()).toEqual([]);
    for (const { ids, deed } of removed.undo) await desk.bulk(ids, deed);
    expect(tags()).toEqual(['Bão số 5']);
  });

  it('sets aside and takes back, and names what there is not', async () => {
    const id = create('Một');
    const { done, failed, undo } = await desk.bulk([id, id, 'nowhere'], { do: 'spike' });
    expect(done).toEqual([id]);
    expect(failed).toMatchObject([{ id: 'nowhere', error: { code: 'article-not-found' } }]);
    expect(undo).toEqual([{ ids: [id], deed: { do: 'restore' } }]);
    expect(headlines()).toEqual([]);
  });
});

it('keeps saved searches in Vietnamese order of their names', () => {
  const query = {
    search: 'đê biển',
    filter: { view: 'all' },
    sort: { by: 'updated', descending: true },
  } as const;
  desk.saveSearch({ id: '1', name: 'Đê', query });
  desk.saveSearch({ id: '2', name: 'Dân', query });
  expect(desk.saveSearch({ id: '1', name: 'Đê biển', query }).map(({ name }) => name)).toEqual(['Dân', 'Đê biển']);
  expect(desk.forgetSearch('2')).toEqual([{ id: '1', name: 'Đê biển', query }]);
});

it('takes back after a year what was set aside, as it was', async () => {
  const id = create('Một', 'Tin tức', { lead: 'Sapo' });
  const before = desk.articles.document(id);
  desk.act({ id, action: 'spike' });
  now += 365 * 86_400_000;
  expect(headlines({ view: 'spiked' })).toEqual(['Một']);
  expect(desk.act({ id, action: 'restore' }).working).toBe('draft');
  expect(desk.articles.document(id)).toEqual(before);
  expect(headlines()).toEqual(['Một']);
});
