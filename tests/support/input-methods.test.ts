import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { telexBursts, telexStates } from './input-methods.ts';

const seed = readFileSync(new URL('../../resources/sample/seed-article.txt', import.meta.url), 'utf8');

describe('Telex as the tests type it', () => {
  it('goes by the keys that people press', () => {
    expect(telexStates('Việt')).toEqual(['V', 'Vi', 'Vie', 'Viê', 'Viêt', 'Việt']);
    expect(telexStates('đường')).toEqual(['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường']);
    expect(telexBursts('tiếng').at(-1)).toEqual({ remove: 3, insert: 'ếng' });
  });

  it('ends at the very word, for every word of an article', () => {
    for (const word of seed.match(/[\p{L}\p{M}]+/gu) ?? []) {
      let text: string[] = [];
      for (const { remove, insert } of telexBursts(word)) text = [...text.slice(0, text.length - remove), ...insert];
      expect(text.join('')).toBe(word);
    }
  });
});
