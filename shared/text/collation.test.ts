import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationKey } from './collation.ts';

const byKey = (a: string, b: string): number => {
  const [left, right] = [Buffer.from(collationKey(a)), Buffer.from(collationKey(b))];
  return Buffer.compare(left, right);
};

describe('a collation key', () => {
  it('puts Đ after D, Â after A, Ư after U and tones in the order ngang huyền hỏi ngã sắc nặng', () => {
    const right = ['an', 'ăn', 'ân', 'dân', 'đan', 'ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai', 'ung', 'ưng', 'xa'];
    expect(right.toReversed().sort(byKey)).toEqual(right);
  });

  it('puts numbers before letters and marks before both', () => {
    const right = ['“An toàn”', '06-NQ/TU', '10 năm', 'An toàn', 'Đại hội'];
    expect(right.toReversed().sort(byKey)).toEqual(right);
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(collationKey(text.normalize('NFD'))).toBe(collationKey(text.normalize('NFC')));
      }),
      { seed: 1 },
    );
  });

  it('orders Vietnamese headlines as Intl.Collator("vi") does', () => {
    const collator = new Intl.Collator('vi');
    const onset = fc.constantFrom('', 'b', 'c', 'd', 'đ', 'Đ', 'D', 'gi', 'ngh', 'ph', 'q', 'tr', 'T', 'x');
    const rime = fc.constantFrom('a', 'ă', 'â', 'anh', 'e', 'ê', 'iên', 'o', 'ô', 'ơ', 'u', 'ư', 'ương', 'y');
    const tone = fc.constantFrom('', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323');
    const syllable = fc.tuple(onset, rime, tone).map(([first, vowel, mark]) => {
      const at = vowel.search(/[^a-z]/u);
      const place = at === -1 ? 1 : at + 1;
      return (first + vowel.slice(0, place) + mark + vowel.slice(place)).normalize('NFC');
    });
    const word = fc.oneof(
      { weight: 5, arbitrary: syllable },
      { weight: 1, arbitrary: fc.constantFrom('2022', '06-NQ/TU', '(tỉnh)') },
    );
    const headline = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(headline, headline, (a, b) => {
        expect(Math.sign(byKey(a, b)), `${a} | ${b}`).toBe(Math.sign(collator.compare(a, b)));
      }),
      { seed: 20_261_125, numRuns: 5_000 },
    );
  });
});
