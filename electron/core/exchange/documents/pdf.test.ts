import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { describe, expect, it } from 'vitest';
import { printFonts } from '../export/pdf/print-fonts.ts';
import { SANS } from '../export/pdf/print-style.ts';
import { readPdf } from './pdf.ts';
import { LockedFile, WordlessFile } from './reading-faults.ts';

const prose =
  'Chợ họp vào chủ nhật hằng tuần, bán nông sản và đồ thổ cẩm của bà con các thôn trong xã và các xã bên, ai đến trước thì được chọn chỗ trước.';

async function pdfOf(content: Content, more: Partial<TDocumentDefinitions> = {}): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = printFonts();
  pdfmake.setFonts(fonts.files);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const made = pdfmake.createPdf({ content, defaultStyle: { font: SANS, fontSize: 11 }, ...more });
  return new Uint8Array(await made.getBuffer());
}

const linesOf = async (content: Content, more?: Partial<TDocumentDefinitions>): Promise<string[]> =>
  (await readPdf(await pdfOf(content, more))).lines.map(({ as, text }) => `${as}: ${text}`);

describe('a .pdf', () => {
  it('has paragraphs put together from its lines, parted by gaps or by indents, and larger letters as headings', async () => {
    const apart = { margin: [0, 0, 0, 10] as [number, number, number, number] };
    expect(
      await linesOf([
        { text: 'Xã Bản Phố mở lại chợ phiên', fontSize: 22, ...apart },
        { text: prose.repeat(3), ...apart },
        { text: 'Mục tiêu của chợ', fontSize: 15, ...apart },
        { text: prose.repeat(2), leadingIndent: 20 },
        { text: prose, leadingIndent: 20 },
      ]),
    ).toEqual([
      'title: Xã Bản Phố mở lại chợ phiên',
      `text: ${prose.repeat(3)}`,
      'heading2: Mục tiêu của chợ',
      `text: ${prose.repeat(2)}`,
      `text: ${prose}`,
    ]);
  });

  it('has no headers, footers and page numbers in its text, and paragraphs that go on over the page', async () => {
    const lines = await linesOf([prose.repeat(60)], {
      header: 'Báo Sơn Hạ, số 12',
      footer: (page: number, pages: number): Content => ({ text: `Trang ${page}/${pages}`, alignment: 'center' }),
    });
    const text = lines.join(' ');
    expect(text).not.toMatch(/Báo Sơn Hạ|Trang \d/u);
    expect(text.replaceAll('text: ', '').replace(/\s/gu, '')).toBe(prose.repeat(60).replace(/\s/gu, ''));
    expect(lines.length).toBeLessThan(4);
  });

  it('is known as pictures of pages, or as locked', async () => {
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const scan = await pdfOf([
      { image: png, width: 400 },
      { text: '1', alignment: 'center' },
    ]);
    await expect(readPdf(scan)).rejects.toThrow(WordlessFile);
    const locked = await pdfOf([prose], { userPassword: 'secret' });
    await expect(readPdf(locked)).rejects.toThrow(LockedFile);
  });
});
