import { describe, expect, it } from 'vitest';
import { isTooShort, withoutLoneLetter } from './lone-letter.ts';

describe('a letter that begins a word', () => {
  it.each([
    ['hạn h', 'hạn'],
    ['hạn hán đ', 'hạn hán'],
    ['tác giả: lan b', 'tác giả: lan'],
  ])('%s asks for %s', (query, rest) => {
    expect(withoutLoneLetter(query)).toBe(rest);
  });

  it.each(['h', 'hạn', 'hạn h ', 'hạn -h', '"vitamin c', '"vitamin c"', 'điều 5', ''])('%s is as it is', (query) => {
    expect(withoutLoneLetter(query)).toBeNull();
  });
});

it('asks for two letters or digits', () => {
  expect(isTooShort(' h')).toBe(true);
  expect(isTooShort('…')).toBe(true);
  expect(isTooShort('hạ')).toBe(false);
  expect(isTooShort('06')).toBe(false);
});
