/** What a search narrows to, and in which order it is answered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { setFields } from '../../../shared/article/write.ts';
import { editOf } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { HIT_END, HIT_START } from './snippet.ts';

let desk: Desk;
const ids: Record<string, string> = {};

function article(headline: string, body: string, fields: ArticleDocument['fields'] = {}): ArticleDocument {
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: body }] }];
  return { version: 1, language: 'vi', headline, lead: '', blocks, photos: [], fields };
}

const articles: Record<string, ArticleDocument> = {
  party: article('Đại hội Đảng bộ', 'Đảng bộ tỉnh họp tại Thanh Hóa.', {
    publishedOn: '2020-10-26',
    author: 'Lê Thu Hà',
    category: 'Chính trị',
    tags: ['Đại hội', 'Thanh Hóa'],
  }),
  running: article('Công trường', 'Xe đang chạy, đang bộ hành qua cầu Hàm Rồng.', {
    publishedOn: '2022-04-26',
    author: 'Trần Minh Hà',
    category: 'Kinh tế',
  }),
  waiting: article('Đê biển', 'Dang dở vì bão số 5 ở Hậu Lộc, theo Quyết định 749/QĐ-TTg.', {
    publishedOn: '2023-01-01',
    tags: ['Bão số 5'],
  }),
  storm: article('Bão số 5 vào Hậu Lộc', 'Gió giật trên cầu Hàm Rồng.', { publishedOn: '2019-08-01' }),
};

beforeAll(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan' });
  for (const [name, document] of Object.entries(articles)) ids[name] = desk.createArticle({ document });
  desk.act({ id: ids.running!, action: 'spike' });
});
afterAll(() => desk.close());

const nameOf = (id: string): string => Object.keys(ids).find((name) => ids[name] === id) ?? id;
const found = (query: string, order: 'newest' | 'relevance' = 'newest'): string[] =>
  desk.search(query, 50, order).hits.map(({ id }) => nameOf(id));

describe('a search', () => {
  it('puts the very accents that were typed before all others, and says which have them', () => {
    expect(found('dang ')).toEqual(['waiting', 'running', 'party']);
    expect(found('đang ')).toEqual(['running', 'waiting', 'party']);
    expect(found('Đảng ')).toEqual(['party', 'waiting', 'running']);
    expect(desk.search('Đảng bộ ', 10).hits.map(({ isExact }) => isExact)).toEqual([true, false]);
  });

  it.each([
    ['tác giả:hà', ['running', 'party']],
    ['author:"lê thu hà"', ['party']],
    ['chuyên mục:"kinh te"', ['running']],
    ['thẻ:"bao so 5"', ['waiting']],
    ['trạng thái:để riêng', ['running']],
    ['state:draft cầu', ['storm']],
    ['từ:26/4/2022', ['waiting', 'running']],
    ['đến:2020', ['party', 'storm']],
    ['from:2020 to:4/2022', ['running', 'party']],
    ['bộ -tỉnh', ['running']],
    ['"Bão số 5" -"giật trên"', ['waiting']],
    ['-cầu -đại', ['waiting']],
    ['Đảng -cầu', ['party', 'waiting']],
    ['749/QĐ-TTg', ['waiting']],
    ['749 TTg', ['waiting']],
    ['"749 TTg"', []],
  ])('%s finds %j', (query, names) => expect(found(query)).toEqual(names));

  it('by relevance puts headlines before bodies, however old', () => {
    expect(found('bao so 5')).toEqual(['waiting', 'storm']);
    expect(found('bao so 5', 'relevance')).toEqual(['storm', 'waiting']);
  });

  it('by relevance puts a headline before bodies however many newer ones say the very same', async () => {
    const other = await Desk.open({ folder: tempFolder(), name: 'Lan' });
    const make = (headline: string, body: string, publishedOn: string): string =>
      other.createArticle({ document: article(headline, body, { publishedOn }) });
    const old = make('Đảng bộ Hậu Lộc', '', '2015-01-01');
    for (const day of ['2021-01-01', '2021-01-02', '2021-01-03']) make('Tin vắn', 'Đảng bộ xã họp.', day);
    expect(other.search('Đảng bộ ', 2, 'relevance').hits.map(({ id, isExact }) => [id === old, isExact])).toEqual([
      [true, true],
      [false, true],
    ]);
    await other.close();
  });

  it('marks the hits in the headline too', () => {
    const [hit] = desk.search('dang bo', 10).hits.filter(({ id }) => id === ids.party);
    expect(hit?.marked).toBe(`Đại hội ${HIT_START}Đảng${HIT_END} ${HIT_START}bộ${HIT_END}`);
  });

  it('follows an article whose date changes', async () => {
    const id = desk.createArticle({ document: article('Lúa chín', '', { publishedOn: '2018-05-05' }) });
    expect(desk.search('lúa đến:2018', 10).hits.map((hit) => hit.id)).toEqual([id]);
    const publishedOn = '2024-05-05';
    await desk.articles.applyLocal(
      id,
      editOf(desk.articles.state(id), (doc) => setFields(doc, { publishedOn }, 'test')),
    );
    expect(desk.search('lúa đến:2018', 10).total).toBe(0);
    expect(desk.search('lúa từ:2024', 10).hits.map((hit) => hit.row.day)).toEqual([publishedOn]);
  });
});

describe('more like this', () => {
  it('finds what names the same things, the nearest first, and not itself', () => {
    expect(desk.similar(ids.storm!, 10).map(({ id }) => nameOf(id))).toEqual(['waiting', 'running']);
    expect(desk.similar(ids.storm!, 1)[0]?.snippet).toContain(`${HIT_START}Hậu Lộc${HIT_END}`);
  });

  it('of an article that says nothing finds nothing', () => {
    expect(desk.similar(desk.createArticle(), 10)).toEqual([]);
  });
});
