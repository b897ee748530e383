import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countSyllables } from './count.ts';

const seed = readFileSync(new URL('../../resources/sample/seed-article.txt', import.meta.url), 'utf8');
const line = (number: number): string => seed.split('\n')[number - 1] ?? '';

describe('counting tiếng', () => {
  it('counts tokens that hold a letter or a digit, and nothing else', () => {
    expect(countSyllables('Nghị quyết số 06-NQ/TU – ./.')).toBe(4);
    expect(countSyllables('')).toBe(0);
    expect(countSyllables(' \u00a0 – … ')).toBe(0);
    expect(countSyllables('Truyền thông \u00a0đã')).toBe(3);
  });

  it('counts the seed article as its desk does', () => {
    expect(countSyllables(seed)).toBe(943);
    expect(countSyllables(line(5))).toBe(18);
    expect(countSyllables(line(7))).toBe(111);
    const paragraphs = [11, 13, 19, 23, 27, 29, 31].map((number) => countSyllables(line(number)));
    expect(paragraphs).toEqual([87, 76, 51, 178, 248, 62, 48]);
    expect(paragraphs.reduce((sum, count) => sum + count)).toBe(750);
  });
});
