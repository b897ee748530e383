/** The speller with the dictionaries that the product carries, on what people write: right and wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FindingKind, Speller, type SpellingLanguage } from '../../shared/spelling/speller.ts';
import { Suggestions } from '../../shared/spelling/suggest.ts';
import { dictionaryTexts } from '../support/dictionary-texts.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'tests/fixtures/spelling');
const speller = new Speller(dictionaryTexts());
const suggestions = new Suggestions(speller);

function found(line: string, language: SpellingLanguage = 'vi', kind?: FindingKind): string[] {
  return speller
    .check(line, language)
    .filter((finding) => kind === undefined || finding.kind === kind)
    .map(({ start, end }) => line.slice(start, end));
}

const foundIn = (text: string): string[] => text.split('\n').flatMap((line) => found(line));
const suggested = (line: string, language: SpellingLanguage = 'vi'): string[] =>
  suggestions.suggest(line, speller.check(line, language)[0]!, language);

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
}

describe('right words', () => {
  it('of the seed article are all left alone', () => {
    expect(foundIn(readFileSync(join(root, 'resources/sample/seed-article.txt'), 'utf8'))).toEqual([]);
  });

  it('of news, speeches, crime, sport, science, stories and dialect are left alone, but for one in two thousand', () => {
    const text = readFileSync(join(fixtures, 'clean.txt'), 'utf8');
    expect(foundIn(text).length).toBeLessThanOrEqual(Math.floor(text.split(/\s+/u).length / 2_000));
  });

  it('of the product’s own interface are left alone', () => {
    const folder = join(root, 'resources/locales/vi');
    const all = readdirSync(folder).flatMap((name) => texts(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    const words = all.join(' ').split(/\s+/u).length;
    expect(all.flatMap((text) => found(text.replaceAll(/\{\{.*?\}\}/gu, '5'))).length).toBeLessThan(words / 500);
  });

  it.each([
    'Nghị quyết số 06-NQ/TU, Quyết định 749/QĐ-TTg ngày 26/4/2022',
    'UBND, BCĐ, HĐND và TP.HCM; km, kg, 36C-123.45, F0, 8h30, m2',
    'tòa soạn, toà soạn, lý do, lí do, kỹ sư, kĩ sư, quý, quí',
    'tại Đắk Lắk, Krông Pắc, Pleiku, Kon Tum và ông Y Thim Byă ở buôn Kpă',
    'António Guterres, Emmanuel Macron, Mát-xcơ-va, Cam-pu-chia, vi-rút, in-tơ-nét',
    'livestream, marketing, website và smartphone của startup',
    'viết về lanhdao@baothanhhoa.vn hoặc https://vnexpress.net/thoi-su và www.nhandan.vn',
    'iPhone, TikTok, VnExpress, eSIM',
  ])('such as: %s', (line) => {
    expect(found(line)).toEqual([]);
  });

  it('are those of the office and of the person, with their capitals where they have them', () => {
    const own = new Speller(dictionaryTexts());
    const check = (line: string): number => own.check(line, 'vi').length;
    expect(check('Lò Thị Xướmm và zalopay')).toBe(2);
    own.setKnown(['zalopay', 'Lò Thị Xướmm']);
    expect(check('Lò Thị Xướmm và zalopay, Zalopay')).toBe(0);
    expect(check('xướmm')).toBe(1);
    expect(check('ÔNG XƯỚMM')).toBe(0);
    expect(new Suggestions(own).suggest('ông Xướnmm', { start: 4, end: 10 }, 'vi')).toContain('Xướmm');
  });

  it('of an English article are left alone, with the Vietnamese names in it', () => {
    expect(
      found("The people's committee of Thanh Hóa province, led by Mr Nguyễn, doesn't recognise the colour.", 'en'),
    ).toEqual([]);
    expect(found('Vietnam and Hanoi. Hanoi is big. Teh end.', 'en')).toEqual(['Teh']);
    expect(found('The goverment of Vietnam recieved it; hte end', 'en')).toEqual(['goverment', 'recieved', 'hte']);
  });
});

describe('wrong words', () => {
  type Typo = { line: string; at: number; wrong: string; right: string; want: string };
  const typos = readFileSync(join(fixtures, 'typos.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((marked): Typo => {
      const [all, wrong = '', right = ''] = /\[(.+?)→(.+?)\]/u.exec(marked)!;
      return {
        line: marked.replace(all, wrong),
        at: marked.indexOf(all),
        wrong,
        right,
        want: marked.replace(all, right),
      };
    });
  const findingOf = ({ line, at, wrong }: Typo) =>
    speller.check(line, 'vi').find(({ start, end }) => start < at + wrong.length && end > at);

  it('that people type are found, 95 of 100, and 85 of 100 have the right one among the first three', () => {
    expect(typos.length).toBeGreaterThanOrEqual(300);
    const flagged = typos.filter((typo) => findingOf(typo) !== undefined);
    const helped = flagged.filter((typo) => {
      const finding = findingOf(typo)!;
      const tries = suggestions.suggest(typo.line, finding, 'vi').slice(0, 3);
      const mended = tries.map((word) => typo.line.slice(0, finding.start) + word + typo.line.slice(finding.end));
      return mended.some((line) => line.toLowerCase() === typo.want.toLowerCase());
    });
    expect(flagged.length / typos.length).toBeGreaterThanOrEqual(0.95);
    expect(helped.length / typos.length).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    'một tài năng xuất chúng, đề xuất ăn uống, kể câu chuyện ngắn và chuyện tranh chấp đất đai',
    'ký tự thứ hai, phần đầu thứ nhất, có thể hiển thị, thanh công cụ, không dám sát hại ai',
    'nghĩ lễ hội năm nay vui, dành được ít tiền, hàng loại tốt',
  ])('are not seen where each syllable goes with another: %s', (line) => {
    expect(found(line)).toEqual([]);
  });

  it('are not looked for in what is no prose, however long', () => {
    for (const piece of ['a', 'A1-', 'chuyểnđổi', 'Xaba', 'á', '😀', '\ud800', "a'"]) {
      expect(found(piece.repeat(20_000))).toEqual([]);
    }
    expect(found('\ufffc nghành \ufffc')).toEqual(['nghành']);
    expect(suggestions.suggest('x'.repeat(90), { start: 0, end: 90 }, 'vi')).toEqual([]);
  });

  it('are told apart: no word, a syllable nobody uses, words that are taken for others', () => {
    expect(found('nghành', 'vi', 'unknown')).toEqual(['nghành']);
    expect(found('phát triễn', 'vi', 'rare')).toEqual(['triễn']);
    expect(found('việc sát nhập', 'vi', 'mistaken')).toEqual(['sát nhập']);
    expect(found('đời xống', 'vi', 'mistaken')).toEqual(['xống']);
  });

  it('are never taken for a word across a comma', () => {
    expect(found('gây xúc, tích cực')).toEqual([]);
  });

  it.each([
    ['Sát nhập hai xã', 'Sáp nhập'],
    ['NGHÀNH CÔNG AN', 'NGÀNH'],
    ['HỘi nghị', 'Hội'],
    ['Tieengs Việt', 'Tiếng'],
    ['chuyểnđổi số', 'chuyển đổi'],
    ['ngừơi dân', 'người'],
  ])('of “%s” are put right as they were written: %s', (line, right) => {
    expect(suggested(line)[0]).toBe(right);
  });

  it('of English get English', () => {
    expect(suggested('He recieved it', 'en')[0]).toBe('received');
  });
});

it('the dictionaries stay small', () => {
  const folder = join(root, 'resources/dictionaries');
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(1_500_000);
});
