import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithOffsets, originalRange } from './fold.ts';

describe('folding', () => {
  it('drops tone marks and vowel signs and turns đ into d', () => {
    expect(foldText('Đồng chí Nguyễn Phú Tiến – Chuyển ĐỔI số')).toBe('dong chi nguyen phu tien – chuyen doi so');
  });

  it('reads every Vietnamese letter as its bare Latin one', () => {
    const letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
    expect(foldText(letters)).toBe(`${'a'.repeat(17)}${'e'.repeat(11)}iiiii${'o'.repeat(17)}${'u'.repeat(11)}yyyyyd`);
    expect(foldText(letters.toUpperCase())).toBe(foldText(letters));
    expect(foldText(letters.normalize('NFD'))).toBe(foldText(letters));
  });

  it('folds unit by unit as it does by decomposing', () => {
    const decomposed = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/gu, '')
        .toLowerCase()
        .replaceAll('đ', 'd')
        .replaceAll('ς', 'σ');
    const wrong = Array.from({ length: 0x1_0000 }, (_, unit) => `a${String.fromCharCode(unit)}B`).filter(
      (text) => foldText(text) !== decomposed(text),
    );
    expect(wrong).toEqual([]);
    expect(foldText('Đ'.repeat(20_001))).toBe('d'.repeat(20_001));
  });

  it('leaves the letters of other scripts alone', () => {
    expect(foldText('ភាសាខ្មែរ')).toBe('ភាសាខ្មែរ');
  });

  it('finds the stretch of the original that a folded hit came from, in NFC and NFD', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Bộ Thông tin và Truyền thông'.normalize(form);
      const fold = foldWithOffsets(text);
      const at = fold.folded.indexOf('truyen');
      const { start, end } = originalRange(fold, at, at + 'truyen'.length);
      expect(text.slice(start, end)).toBe('Truyền'.normalize(form));
    }
  });

  it('folds with offsets exactly as without, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fold = foldWithOffsets(text);
        expect(fold.offsets).toHaveLength(fold.folded.length + 1);
        expect(originalRange(fold, 0, fold.folded.length).end).toBeLessThanOrEqual(text.length);
        const plain = text.normalize('NFC');
        expect(foldText(plain)).toBe(foldText(text));
      }),
      { seed: 1 },
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ệ', 'Đ', 'ơ\u0301', 'Σ', '한', 'İ', ' ', '🇻🇳', 'ǟ')), (chars) => {
        const text = chars.join('');
        expect(foldWithOffsets(text).folded).toBe(foldText(text));
      }),
      { seed: 2 },
    );
  });
});
