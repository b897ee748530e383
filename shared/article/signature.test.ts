import { expect, it } from 'vitest';
import type { ArticleDocument, Fields } from './document.ts';
import { bylineOf, notesOf, signatureOf } from './signature.ts';

const article = (fields: Fields, language = 'vi'): ArticleDocument => ({
  ...{ version: 1, language, headline: '', lead: '', blocks: [], photos: [], fields },
});

it('a pen name stands for the author’s own, which readers do not see', () => {
  expect(bylineOf(article({ author: 'Lê Thu Hà', penName: 'Hà Lê' }))).toBe('Hà Lê');
  expect(bylineOf(article({ author: 'Lê Thu Hà', penName: '' }))).toBe('Lê Thu Hà');
  expect(bylineOf(article({}))).toBe('');
});

it('says by whom, where and when, of what is known', () => {
  const fields = { author: 'Lê Thu Hà', place: 'Sầm Sơn', eventDate: '2026-02-05' };
  expect(signatureOf(article(fields))).toBe('Lê Thu Hà · Sầm Sơn, 05/02/2026');
  expect(signatureOf(article({ eventDate: '2026-02-05' }, 'en'))).toBe('5 February 2026');
  expect(signatureOf(article({}))).toBe('');
});

it('says below it who speaks, whom to ask, where it is from and its keywords', () => {
  const fields = { tags: ['a', 'b'], source: 'TTXVN', contact: '0237 3821 999', speaker: 'Ông Ẩn' };
  expect(notesOf(article(fields)).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    ...['Người phát biểu: Ông Ẩn', 'Liên hệ: 0237 3821 999', 'Nguồn: TTXVN', 'Từ khóa: a, b'],
  ]);
  expect(notesOf(article({ tags: [], source: '' }))).toEqual([]);
});
