import { describe, expect, it } from 'vitest';
import { foldText } from '../../../shared/text/fold.ts';
import { foldNarrow } from './fold-narrow.ts';

describe('narrow folding', () => {
  it('folds the words of a text as everywhere, character by character', () => {
    const text = 'Ông Đặng Tùng Anh – “Ủy viên BTV” số 06-NQ/TU, 50 %…\nçà ñ';
    const folded = foldNarrow(text);
    expect(folded).toHaveLength(text.length);
    expect(folded?.match(/[\p{L}\p{N}]+/gu)).toEqual(foldText(text).match(/[\p{L}\p{N}]+/gu));
    expect(foldNarrow('Đ'.repeat(50_000))).toBe('d'.repeat(50_000));
  });

  it.each(['한국', 'Ελλάδα', 'Đồng'.normalize('NFD'), '🇻🇳 hội'])('leaves %j to the other', (text) =>
    expect(foldNarrow(text)).toBeNull(),
  );
});
