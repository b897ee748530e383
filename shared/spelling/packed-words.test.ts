import { describe, expect, it } from 'vitest';
import { PackedWords, packWords } from './packed-words.ts';

const words = Array.from(
  { length: 400 },
  (_, index) => `${'abcd'[index % 4]}${(index * 7919).toString(36).replace(/\d/gu, 'k')}`,
);

describe('packed words', () => {
  const packed = packWords([...words, "don't", 'a', 'zebra']);
  const list = new PackedWords(packed);

  it('are all there, and nothing else is', () => {
    for (const word of [...words, "don't", 'a', 'zebra']) expect(list.has(word)).toBe(true);
    for (const word of ['', 'zebr', 'zebras', 'aaaaaaa', 'zz', 'b']) expect(list.has(word)).toBe(false);
  });

  it('are found by how they begin', () => {
    expect(list.beginningWith('c')).toEqual([...new Set(words.filter((word) => word.startsWith('c')))].sort());
    expect(list.beginningWith('x')).toEqual([]);
  });
});
