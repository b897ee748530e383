import { describe, expect, it } from 'vitest';
import { exactExpression, foldedExpression, parseQuery } from './parse-query.ts';

const words = (query: string): string[] => parseQuery(query).terms.map(({ tokens }) => tokens.join(' '));

describe('a query', () => {
  it.each([
    ['chuyển đổi số', ['chuyen', 'doi', 'so']],
    ['"chuyển đổi" số', ['chuyen doi', 'so']],
    ['06-NQ/TU', ['06 nq tu']],
    ['a:b c', ['a b', 'c']],
    ['http://a.vn/x', ['http a vn x']],
    ['từ: Hà Nội', ['tu', 'ha', 'noi']],
    ['trạng thái: lạ', ['trang thai', 'la']],
    ['ngoài ra: đê', ['ngoai ra', 'de']],
    ['kinh tế - xã hội', ['kinh', 'te', 'xa', 'hoi']],
    ['“chưa đóng', ['chua dong']],
  ])('%s is the words %j', (query, wanted) => expect(words(query)).toEqual(wanted));

  it.each([
    ['tác giả:"Lê Thu Hà"', { facets: ['xxaule xxauthu xxauha'], terms: [] }],
    ['bài của tác giả:hà', { facets: ['xxauha'], terms: [{}, {}] }],
    ['author: hà', { facets: ['xxauha'], terms: [] }],
    ['thẻ:"Bão số 5"', { facets: ['xxtabaoso5'] }],
    ['chuyên mục:"Tin tức"', { facets: ['xxsetintuc'] }],
    ['trạng thái:chờ duyệt đê', { facets: ['xxstinreview'], terms: [{ tokens: ['de'] }] }],
    ['state:draft', { facets: ['xxstdraft'] }],
    ['-trạng thái:nháp đê', { facets: [], excludedFacets: ['xxstdraft'] }],
    ['từ:26/4/2022 đến:2022', { from: '2022-04-26', to: '2022-12-31' }],
    ['from:2/2024 to:2/2024', { from: '2024-02-01', to: '2024-02-29' }],
    ['từ:31/2/2022', { from: null, terms: [{}, {}] }],
    [
      'đê -biển -"Hà Nội"',
      { terms: [{ tokens: ['de'] }], excluded: [{ tokens: ['bien'] }, { tokens: ['ha', 'noi'] }] },
    ],
  ])('%s narrows', (query, wanted) => expect(parseQuery(query)).toMatchObject(wanted));

  it('lets only the last word go on, and only while it is being typed', () => {
    const goesOn = (query: string): boolean[] => parseQuery(query).terms.map(({ isPrefix }) => isPrefix);
    expect(goesOn('chuyen do')).toEqual([false, true]);
    expect(goesOn('chuyen do ')).toEqual([false, false]);
    expect(goesOn('chuyen -do')).toEqual([false]);
    expect(goesOn('"chuyen do"')).toEqual([false]);
    expect(goesOn('chuyen tác giả:lan')).toEqual([false]);
    // One letter begins half of all words.
    expect(foldedExpression(parseQuery('c'))).toBe('"c"');
    expect(foldedExpression(parseQuery('hạn h'))).toBe('"han"');
    expect(foldedExpression(parseQuery('hạn h '))).toBe('"han" AND "h"');
    expect(foldedExpression(parseQuery('điều 5'))).toBe('"dieu" AND "5"');
    expect(foldedExpression(parseQuery('tác giả:lan b'))).toBe('"xxaulan"');
  });

  it('is no operator, whatever is typed', () => {
    const query = parseQuery('a" OR NEAR(b) * ^c {headline}: d AND NOT');
    expect(foldedExpression(query)).toBe('"a" AND "or near b c headline d and not"');
    expect(exactExpression(parseQuery('Đảng hoà'))).toBe('"đảng" AND "hòa"');
    expect(foldedExpression(parseQuery('-thôi'))).toBe('("xxall") NOT ("thoi")');
  });

  it('of any characters is parsed, and in little time', () => {
    for (const query of [
      '-',
      '--',
      '"',
      '“"',
      ':',
      'a:',
      ':a',
      '-:',
      'tu:',
      '- - -',
      '\ud800',
      'x'.repeat(100_000),
      '-"'.repeat(1_000),
    ]) {
      expect(() => foldedExpression(parseQuery(query))).not.toThrow();
    }
  });
});
