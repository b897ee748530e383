import { describe, expect, it } from 'vitest';
import { listText, readListText } from './list-text.ts';

describe('a list as text', () => {
  it('comes back as it was', () => {
    const list = {
      words: ['Kpuih', 'Y Moan Êban'],
      abbreviations: [
        { short: 'ubnd', long: 'Ủy ban nhân dân' },
        { short: 'đc', long: 'a = b' },
      ],
    };
    expect(readListText('words', listText('words', list))).toMatchObject({ words: list.words, skipped: [] });
    expect(readListText('abbreviations', listText('abbreviations', list))).toMatchObject({
      abbreviations: list.abbreviations,
      skipped: [],
    });
  });

  it('may be UniKey’s file of macros, or come with Tabs', () => {
    const text = '\uFEFF;DO NOT DELETE THIS LINE*** version=1 ***\r\nubnd:Ủy ban nhân dân\r\nhn\tHà Nội\r\n';
    expect(readListText('abbreviations', text)).toEqual({
      words: [],
      abbreviations: [
        { short: 'ubnd', long: 'Ủy ban nhân dân' },
        { short: 'hn', long: 'Hà Nội' },
      ],
      skipped: [],
    });
  });

  it('tells which lines it could not use', () => {
    expect(readListText('abbreviations', 'ubnd\nhai từ=dài\nhn=Hà Nội\nx=').skipped).toEqual([1, 2, 4]);
    expect(readListText('words', `12345\n${'a'.repeat(200)}\nKpuih`).skipped).toEqual([1, 2]);
  });

  it('is composed (NFC)', () => {
    expect(readListText('words', 'Thủy'.normalize('NFD')).words).toEqual(['Thủy']);
  });
});
