import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInOrder, hasTools, pdfInk, pdfText } from '../../../../../tests/support/office-tools.ts';
import { articleArbitrary, RANDOM_PHOTO } from '../../../../../tests/support/random-article.ts';
import { sourceOf, wholeArticle, wholeArticleWords } from '../../../../../tests/support/whole-article.ts';
import { resourcesFolder } from '../../../resources.ts';
import type { ExportMark, Trail, TrailStep } from '../export-source.ts';
import { PdfText } from './pdf-text.ts';
import { printFonts } from './print-fonts.ts';
import { SANS, SERIF } from './print-style.ts';
import { readCoverage } from './read-coverage.ts';
import { renderPdf } from './render-pdf.ts';

const own = sourceOf(wholeArticle).revision;
const step = (type: TrailStep['type'], rest: Partial<TrailStep> = {}): TrailStep => ({
  ...{ type, at: '2026-09-13T02:10:00Z', actor: 'Lê Thu Hà', role: 'writer', reason: null },
  ...{ revision: null, standing: 'accepted', ...rest },
});
const trail: Trail = {
  hash: 'f3'.repeat(32),
  steps: [
    step('created'),
    step('returned', { actor: 'Trần Minh Tuấn', role: 'reviewer', revision: 'ab'.repeat(32), reason: 'Thiếu số liệu' }),
    step('submitted', { revision: own }),
    step('published', { actor: null, role: null, revision: own, standing: 'waiting' }),
  ],
};
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Every Vietnamese letter, with and without its tone, small and capital. */
const vietnamese = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  .flatMap((vowel) => ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize()))
  .concat('đ')
  .flatMap((letter) => [letter, letter.toUpperCase()]);

describe('an article on paper', () => {
  it('is the same to the byte for the same article at the same time, and fetches nothing', async () => {
    const once = await renderPdf(sourceOf(wholeArticle, { trail }));
    expect(Buffer.compare(once, await renderPdf(sourceOf(wholeArticle, { trail })))).toBe(0);
    expect(latin(once).match(/D:2\d+Z/g)).toEqual(['D:20260914030500Z']);
    expect(/\/Lang \(vi-VN\)/.test(latin(once))).toBe(true);
    const later = await renderPdf(sourceOf(wholeArticle, { trail, at: '2026-09-14T03:06:00.000Z' }));
    expect(Buffer.compare(once, later)).not.toBe(0);
  });

  it('asks for a printer at once only where it is to be printed', async () => {
    const asks = (bytes: Uint8Array): boolean => latin(bytes).includes('/OpenAction');
    expect(asks(await renderPdf(sourceOf(wholeArticle)))).toBe(false);
    expect(asks(await renderPdf(sourceOf(wholeArticle), { forPrint: true }))).toBe(true);
  });

  it('can be made of whatever an article holds (seed 45)', { timeout: 120_000 }, async () => {
    const photo = [...sourceOf(wholeArticle).photos.values()][0]!;
    await fc.assert(
      fc.asyncProperty(articleArbitrary, async (article) => {
        const source = sourceOf(article, { photos: new Map([[RANDOM_PHOTO, photo]]), trail });
        expect(
          latin(await renderPdf(source))
            .trimEnd()
            .endsWith('%%EOF'),
        ).toBe(true);
      }),
      { seed: 45, numRuns: 25 },
    );
  });

  it('tables that say of themselves what cannot be are set as well as they can', async () => {
    const runs = [{ text: 'ô' }];
    const rows = [[{ runs, rows: 9, columns: 7 }, { runs }], [{ runs, columns: 5 }], []];
    const table = { kind: 'table' as const, table: 't', header: true as const, widths: [1], rows };
    const bytes = await renderPdf(
      sourceOf({
        ...wholeArticle,
        blocks: [table, { ...table, rows: [rows[0]!] }, { ...table, rows: [] }, { ...table, rows: [[]] }],
      }),
    );
    expect(latin(bytes).startsWith('%PDF')).toBe(true);
  });
});

describe('letters on paper', () => {
  const text = new PdfText(printFonts());
  const shown = (value: string): string =>
    text
      .plain(value)
      .map((piece) => piece.text)
      .join('');

  it('are all there in Vietnamese, in both families and every style of them', () => {
    expect(vietnamese).toHaveLength(146);
    for (const files of Object.values(printFonts().files)) {
      for (const file of Object.values(files)) {
        const covered = readCoverage(readFileSync(file));
        const missing = [...vietnamese, ...'“”‘’–—…·₫'].filter((letter) => !covered.has(letter.codePointAt(0)!));
        expect([file, missing]).toEqual([file, []]);
      }
    }
    expect(readCoverage(readFileSync(join(resourcesFolder(), 'fonts', 'literata-400.ttf'))).has(0x5d0)).toBe(false);
  });

  it('that no font has are one box each; what shows nothing is left out', () => {
    expect(shown('A 👩‍👩‍👧‍👦 ש')).toBe('A □ □');
    expect(shown('a\u200b\u202eb\u0000\ufe0f')).toBe('ab');
    expect(shown('Nguye\u0302\u0303n')).toBe('Nguyễn');
  });

  it('that only the other family has are set in that', () => {
    expect(printFonts().coverage[SANS]!.has(0x3b1)).toBe(false);
    expect(text.plain('aα', SANS)).toEqual([
      { text: 'a', font: SANS },
      { text: 'α', font: SERIF },
    ]);
    expect(text.plain('\t\u2009a\u2011b', SANS)).toEqual([{ text: '\u00a0\u00a0  a-b', font: SANS }]);
  });
});

describe.skipIf(!hasTools('pdftotext', 'pdftoppm'))('a printed page, read by another program', () => {
  it('has every word in order, what may be said of it on every page, and its number', async () => {
    const pdf = await renderPdf(sourceOf(wholeArticle));
    const read = await pdfText(pdf);
    expectInOrder(read, ['BÁO THANH HÓA', 'Thứ Hai, 14/9/2026', 'BẢN NHÁP', 'KINH TẾ']);
    expectInOrder(read, wholeArticleWords.slice(0, -1));
    const pages = await pdfInk(pdf);
    expect(read.match(/BẢN NHÁP/g)).toHaveLength(pages.length + 1);
    expect(read).toContain(`Trang ${pages.length}/${pages.length}`);
    expect(Math.min(...pages)).toBeGreaterThan(0.005);
    const sum = (ink: readonly number[]): number => ink.reduce((total, page) => total + page, 0);
    const without = await pdfInk(await renderPdf(sourceOf(wholeArticle, { photos: new Map() })));
    expect(sum(pages)).toBeGreaterThan(sum(without) + 0.2);
  });

  it('has every Vietnamese letter in every style', async () => {
    const all = vietnamese.join(' ');
    const blocks = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }].map((formats) => ({
      ...{ kind: 'paragraph' as const, runs: [{ text: all, ...(formats as { bold?: true; italic?: true }) }] },
    }));
    const attribution = { kind: 'attribution' as const, runs: [{ text: all, bold: true as const }] };
    const read = await pdfText(await renderPdf(sourceOf({ ...wholeArticle, blocks: [...blocks, attribution] })));
    expect(read.split(all)).toHaveLength(6);
  });

  it.each<[ExportMark, boolean, string]>([
    ['in-review', false, 'CHỜ DUYỆT'],
    ['approved', false, 'ĐÃ DUYỆT'],
    ['approved', true, 'ĐÃ DUYỆT · CHỜ ĐỒNG BỘ'],
    ['live', false, 'ĐÃ ĐĂNG'],
  ])('says %s (waiting: %s) as %s, and no draft', async (mark, isMarkWaiting, words) => {
    const read = await pdfText(await renderPdf(sourceOf(wholeArticle, { mark, isMarkWaiting })));
    expect(read).toContain(words);
    expect(read).not.toContain('BẢN NHÁP');
  });

  it('tells on request how it was approved, and else does not', async () => {
    const read = await pdfText(await renderPdf(sourceOf(wholeArticle, { trail })));
    expectInOrder(read, ['Từ khóa', 'Quá trình duyệt', 'Tạo bài', 'Trả lại', 'Trần Minh Tuấn', 'Thiếu số liệu']);
    expectInOrder(read, ['Đăng', 'chờ đồng bộ', 'Trang tin']);
    expect(read).toContain('09:10, 13/9/2026');
    expect(read.replaceAll(' ', '')).toContain(own);
    expect(read).toContain('bản đang in');
    expect(await pdfText(await renderPdf(sourceOf(wholeArticle)))).not.toContain('Quá trình duyệt');
  });

  it('breaks a word that is longer than a line, in the text and in a table, and loses none of it', async () => {
    const word = 'dài'.repeat(90);
    const cell = { runs: [{ text: word }] };
    const blocks = [
      { kind: 'paragraph' as const, runs: [{ text: word }] },
      { kind: 'table' as const, table: 't', rows: [[cell, cell, cell]] },
    ];
    const read = await pdfText(await renderPdf(sourceOf({ ...wholeArticle, blocks })));
    expect(read.match(/dài|d(?= ?ài)|dà(?= ?i)/g)?.length).toBeGreaterThan(330);
  });
});
