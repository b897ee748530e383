import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToBytes, iimBytes, iimLimits } from './iim-limits.ts';

describe('what IIM can hold', () => {
  it('is counted in bytes, of which a Vietnamese letter takes up to three', () => {
    expect(iimBytes('Huế')).toBe(5);
    expect(iimBytes('Huế'.normalize('NFD'))).toBe(5);
    expect(iimBytes('một\u2028hai')).toBe(9);
  });

  it('is cut at a word', () => {
    expect(cutToBytes('Thành phố Hồ Chí Minh và Thủ Đức', iimLimits.city)).toBe('Thành phố Hồ Chí Minh và');
    expect(cutToBytes('Thành phố Huế', iimLimits.city)).toBe('Thành phố Huế');
    expect(cutToBytes('Đà Nẵng', 11)).toBe('Đà Nẵng');
    expect(cutToBytes('Đà Nẵng', 10)).toBe('Đà');
  });

  it.each([
    ['ườườ', 6, 'ườ'],
    ['👩‍🌾👩‍🌾', 12, '👩‍🌾'],
    ['g\u0303g\u0303', 4, 'g\u0303'],
    ['👩‍🌾', 5, ''],
  ])('cuts the word %s of its own at a letter', (text, limit, cut) => {
    expect(cutToBytes(text, limit)).toBe(cut);
  });

  it('holds for any text: within the limit, a beginning of it, at a word (seed 5)', () => {
    const syllable = fc.constantFrom(
      'Ủy',
      'ban',
      'nhân',
      'dân',
      'tỉnh',
      'Thừa',
      'Thiên',
      'Huế,',
      '“ổn',
      'định”',
      '—',
      'ỹ',
      'Ấ',
      '👩‍🌾',
      'g\u0303',
    );
    const gap = fc.constantFrom(' ', '  ', '\u2028', '\u00a0');
    const text = fc.array(fc.tuple(syllable, gap), { maxLength: 60 }).map((parts) => parts.flat().join('').trim());
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD'), fc.integer({ min: 30, max: 300 }), (written, form, limit) => {
        const cut = cutToBytes(written.normalize(form), limit);
        const whole = written.normalize('NFC').replaceAll('\u2028', '\n');
        expect(Buffer.byteLength(cut, 'utf8')).toBeLessThanOrEqual(limit);
        expect(whole.startsWith(cut)).toBe(true);
        expect(whole.slice(cut.length)).toMatch(/^(?:\s|$)/u);
        // And no word less than there is place for.
        const next = /^\s*\S+/u.exec(whole.slice(cut.length))?.[0];
        if (next !== undefined) expect(Buffer.byteLength(cut + next, 'utf8')).toBeGreaterThan(limit);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('holds for texts without words (seed 6)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 0, max: 64 }), (written, limit) => {
        const cut = cutToBytes(written, limit);
        expect(Buffer.byteLength(cut, 'utf8')).toBeLessThanOrEqual(limit);
        expect(written.normalize('NFC').replaceAll('\u2028', '\n').startsWith(cut)).toBe(true);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
