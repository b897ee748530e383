import { describe, expect, it } from 'vitest';
import { rankByWords } from './rank-by-words.ts';

const named = (...titles: string[]): { title: string; group: string }[] =>
  titles.map((title) => ({ title, group: 'Bài' }));
const titles = (query: string, ...all: string[]): string[] =>
  rankByWords(query, named(...all)).map(({ title }) => title);

describe('finding things by name', () => {
  it('takes accents and đ as optional', () => {
    expect(titles('dong bo', 'Đồng bộ ngay', 'Bài mới')).toEqual(['Đồng bộ ngay']);
    expect(titles('đồng bộ', 'Đồng bộ ngay')).toEqual(['Đồng bộ ngay']);
  });

  it('puts what begins so first, then whole words, then the rest', () => {
    expect(titles('mo', 'Xem mọi bài', 'Đã mở', 'Mở bài', 'Tòa nhà somo')).toEqual([
      'Mở bài',
      'Xem mọi bài',
      'Đã mở',
      'Tòa nhà somo',
    ]);
  });

  it('wants every word, in the title or the group', () => {
    expect(titles('bài mới', 'Thư mới', 'Thư cũ')).toEqual(['Thư mới']);
    expect(titles('', 'A', 'B')).toEqual(['A', 'B']);
  });
});
