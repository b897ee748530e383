import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { parseQuery } from './parse-query.ts';
import { HIT_END, HIT_START, makeSnippet, plainForSnippets, unmarked } from './snippet.ts';

let desk: Desk;
const ids: Record<string, string> = {};

const article = (headline: string, more: Partial<ArticleDocument> = {}): ArticleDocument => ({
  ...{ version: 1, language: 'vi', headline, lead: '', blocks: [], photos: [], fields: {} },
  ...more,
});
const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });

const articles: Record<string, ArticleDocument> = {
  resolution: article('Chuyển đổi số', {
    blocks: [paragraph('Theo Nghị quyết số 06-NQ/TU ngày 10/11/2021 của Ban Thường vụ Tỉnh ủy.')],
  }),
  trees: article('Ra quân trồng cây', {
    lead: 'Đoàn viên trồng 1.000 cây ở Đồng Đăng.',
    photos: [{ id: 'p', sha256: null, caption: 'Bí thư Tỉnh đoàn phát động', credit: 'Hồng Đức', alt: '' }],
  }),
  tones: article('Má ma mà mả mã mạ', { blocks: [paragraph('Hòa và hoà, thủy và thuỷ.')] }),
  split: article('Đậm và nhạt', {
    blocks: [{ kind: 'paragraph', runs: [{ text: 'chuyển ' }, { text: 'đổi', bold: true }, { text: ' sang mùa' }] }],
  }),
  quoted: article('Ký hiệu', { blocks: [paragraph('AND OR NOT "lạ" * ^ (ngoặc) a:b')] }),
};

beforeAll(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan' });
  for (const [name, document] of Object.entries(articles)) ids[name] = desk.createArticle({ document });
});
afterAll(() => desk.close());

function found(query: string): string[] {
  return desk.search(query, 50).hits.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id);
}

describe('a search', () => {
  it.each([
    ['without marks', 'trong cay', ['trees']],
    ['with marks, in either tone style', 'thuỷ hoà', ['tones']],
    ['with đ as d, and d as đ', 'dong dang', ['trees']],
    ['in capitals', 'ĐỒNG ĐĂNG', ['trees']],
    ['in decomposed letters', 'Đồng'.normalize('NFD'), ['trees']],
    ['of all words in any order', 'quyết nghị', ['resolution']],
    ['of words of which one is missing', 'nghị quyết trồng', []],
    ['of a phrase', '"nghị quyết số"', ['resolution']],
    ['of a phrase in another order', '"quyết nghị"', []],
    ['of a phrase in the quotation marks of a text editor', '“Ban Thường vụ”', ['resolution']],
    ['of a phrase across a change of format', '"chuyển đổi sang"', ['split']],
    ['of a word that is being typed', 'chuyen do', ['split', 'resolution']],
    ['of a beginning that is done', 'chuyen do ', []],
    ['of a document’s number', '06-NQ/TU', ['resolution']],
    ['of a part of it', 'nq/tu', ['resolution']],
    ['of another number', '07-NQ/TU', []],
    ['of a date', '10/11/2021', ['resolution']],
    ['of a number with a point', '1.000', ['trees']],
    ['in captions', 'tinh doan phat dong', ['trees']],
    ['of a credit', 'hồng đức', ['trees']],
    ['of operators as words', 'AND OR NOT', ['quoted']],
    ['of half a quotation mark', '"lạ', ['quoted']],
    ['of signs alone', '* ^ ( ) : "" - /', []],
    ['of nothing', '   ', []],
  ])('%s', (_, query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('gives the newest article first, as many as were asked for, and how many there are', () => {
    const { total, hits } = desk.search('va', 1);
    expect(total).toBe(2);
    expect(hits.map(({ id }) => id)).toEqual([ids.split]);
  });

  it('marks the hits in the text as it is written', () => {
    const [hit] = desk.search('nghi quyet', 10).hits;
    expect(hit?.headline).toBe('Chuyển đổi số');
    expect(hit?.snippet).toContain(`${HIT_START}Nghị${HIT_END} ${HIT_START}quyết${HIT_END} số 06-NQ/TU`);
    expect(unmarked(hit?.snippet ?? '')).toContain('Theo Nghị quyết số 06-NQ/TU');
  });

  it.each([`${'a"*^'.repeat(5_000)}`, '\u0000\ud800 "', '"'.repeat(101), 'x '.repeat(2_000), 'NEAR(a b) {c} -d +e'])(
    'takes anything a person types (%#)',
    (query) => {
      expect(desk.search(query, 10).total).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('a snippet', () => {
  it('is cut between words round the first hit, and says that there is more', () => {
    const text = `${'xa xôi '.repeat(60)}Nghị quyết ${'gần gũi '.repeat(60)}`;
    const snippet = unmarked(makeSnippet(text, parseQuery('nghi quyet').terms));
    expect(snippet).toMatch(/^…(xa |xôi )+Nghị quyết( gần| gũi)+…$/);
    expect(snippet.length).toBeLessThan(190);
  });

  it('is cut where the words stand together', () => {
    const text = `Thành phố, xã, ${'và vân vân '.repeat(30)}hóa giải, ${'rồi lại '.repeat(30)}tỉnh Thanh Hóa ${'v.v. '.repeat(60)}`;
    expect(unmarked(makeSnippet(text, parseQuery('thanh hoa').terms))).toContain('tỉnh Thanh Hóa');
    expect(unmarked(makeSnippet(text, parseQuery('thanh giai').terms))).toMatch(/^Thành phố/);
  });

  it('never parts a character in two', () => {
    for (let shift = 0; shift < 8; shift += 1) {
      const snippet = makeSnippet(`${'x'.repeat(shift)}hội ${'𠀀'.repeat(300)}`, parseQuery('hoi').terms);
      expect(snippet.isWellFormed()).toBe(true);
    }
  });

  it('takes the marks out of a text that has them', () => {
    const plain = plainForSnippets(`a ${HIT_START}b${HIT_END} hội`);
    expect(makeSnippet(plain, parseQuery('hoi').terms)).toBe(`a b ${HIT_START}hội${HIT_END}`);
  });
});
