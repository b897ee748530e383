import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, type FindQuery, findInTexts } from './find-hits.ts';

const loose: FindQuery = { text: '', matchAccents: false, matchCase: false, wholeWord: false, isPattern: false };

function found(text: string, query: Partial<FindQuery>): string[] {
  return (findInTexts({ ...loose, ...query }, [text])[0] ?? []).map(({ start, end }) => text.slice(start, end));
}

describe('finding', () => {
  it('takes words with and without accents, đ among them', () => {
    const text = 'Đồng chí Nguyễn Phú Tiến, dong chi, ĐỒNG CHÍ';
    expect(found(text, { text: 'dong chi' })).toEqual(['Đồng chí', 'dong chi', 'ĐỒNG CHÍ']);
    expect(found(text, { text: 'đồng chí', matchAccents: true })).toEqual(['Đồng chí', 'ĐỒNG CHÍ']);
    expect(found(text, { text: 'Đồng chí', matchAccents: true, matchCase: true })).toEqual(['Đồng chí']);
    expect(found(text, { text: 'Dong', matchCase: true })).toEqual(['Đồng']);
  });

  it('finds whole letters in text that came apart (NFD), whichever way it is asked', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Bộ Thông tin và Truyền thông'.normalize(form);
      for (const asked of ['truyền', 'truyền'.normalize('NFD')]) {
        expect(found(text, { text: asked, matchAccents: true })).toEqual(['Truyền'.normalize(form)]);
      }
      expect(found(text, { text: 'truyen' })).toEqual(['Truyền'.normalize(form)]);
      expect(found(text, { text: 'va T', matchAccents: true })).toEqual([]);
      expect(found(text, { text: 'thong tin$', isPattern: true })).toEqual([]);
      expect(found(text, { text: 'thong$', isPattern: true })).toEqual(['thông'.normalize(form)]);
    }
  });

  it('takes any white space for a space, and nothing across a photo', () => {
    expect(found('Phú\u00a0Tiến và Phú  Tiến', { text: 'phú tiến' })).toEqual(['Phú\u00a0Tiến']);
    expect(found('ảnh \uFFFC ảnh', { text: 'ảnh.+ảnh', isPattern: true })).toEqual([]);
  });

  it('finds whole words only where that is asked, beside Vietnamese letters too', () => {
    expect(found('hội, xã hội hóa, hộihọp', { text: 'hội', wholeWord: true })).toEqual(['hội', 'hội']);
    expect(found('đi điện đi', { text: 'i', wholeWord: true })).toEqual([]);
    expect(found('06-NQ/TU', { text: 'NQ', wholeWord: true })).toEqual(['NQ']);
  });

  it('looks for signs as they are where it is no pattern', () => {
    expect(found('a.b (1) [x] $5 a\\b c-d/e', { text: 'a.b (1) [x] $5 A\\B c-d/e' })).toHaveLength(1);
    expect(found('axb', { text: 'a.b' })).toEqual([]);
  });

  it('takes patterns: classes mean what they say, groups are the text’s own words', () => {
    expect(found('ngày 26/4/2022', { text: '\\d+/\\d+/\\d{4}', isPattern: true })).toEqual(['26/4/2022']);
    expect(found('ab cd', { text: '\\S+', isPattern: true })).toEqual(['ab', 'cd']);
    expect(found('ab', { text: 'x*', isPattern: true })).toEqual([]);
    const [[hit] = []] = findInTexts({ ...loose, text: '(\\p{L}+) (phu) tien', isPattern: true }, ['Nguyễn Phú Tiến']);
    expect(hit?.groups).toEqual(['Nguyễn', 'Phú']);
  });

  it('takes \\w and \\b of a pattern for Vietnamese letters too', () => {
    const pattern = (text: string): Partial<FindQuery> => ({ text, isPattern: true, matchAccents: true });
    expect(found('Đồng chí Tiến', pattern('\\w+'))).toEqual(['Đồng', 'chí', 'Tiến']);
    expect(found('tiến, cải tiến', pattern('\\btiến\\b'))).toEqual(['tiến', 'tiến']);
    expect(found('điện đi', pattern('\\bđi\\b'))).toEqual(['đi']);
    expect(found('a-ế b', pattern('[\\w-]+'))).toEqual(['a-ế', 'b']);
    expect(found('a\\w', pattern('\\\\w'))).toEqual(['\\w']);
    expect(found('đất, nước', pattern('\\W+'))).toEqual([', ']);
  });

  it('says what is wrong with a pattern', () => {
    expect(compileQuery({ ...loose, text: '(a', isPattern: true })).toMatchObject({
      problem: expect.stringMatching(/group/),
    });
    expect(compileQuery({ ...loose, text: '(a' })).toMatchObject({ pattern: expect.any(RegExp) });
    expect(compileQuery(loose)).toBeNull();
  });

  it('finds any piece of any text again, and only stretches that compare as equal', () => {
    const letters = fc.constantFrom(
      'ệ',
      'Đ',
      'đ',
      'a',
      'ơ\u0301',
      '\u0301',
      'Ž',
      ' ',
      '\u00a0',
      '😀',
      '.',
      'İ',
      '한',
      '\u2028',
    );
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (chars, from, length, accents) => {
          const text = chars.join('');
          const at = from % chars.length;
          const before = chars.slice(0, at).join('').length;
          const asked = chars.slice(at, at + 1 + (length % 4)).join('');
          // A mark at the edge of the piece belongs to a letter that is not in it.
          fc.pre(!/^\u0301/u.test(asked) && !/^\u0301/u.test(text.slice(before + asked.length)) && asked.trim() !== '');
          const hits = findInTexts({ ...loose, text: asked, matchAccents: accents }, [text])[0] ?? [];
          expect(hits.length).toBeGreaterThan(0);
          for (const { start, end } of hits) {
            const again = findInTexts({ ...loose, text: text.slice(start, end), matchAccents: accents }, [asked])[0];
            expect(again).toHaveLength(1);
          }
        },
      ),
      { seed: 4 },
    );
  });
});
