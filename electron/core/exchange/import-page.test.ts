import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDocumentSchema, blockText } from '../../../shared/article/document.ts';
import { guessReasons } from '../../../shared/article/import/guess-reasons.ts';
import { type ImportPreview, importPreviewSchema } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { previewToSeed } from './import-file.ts';
import { previewPage, readPageFile } from './import-page.ts';

const read = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/import/${name}`, import.meta.url));
const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const pageOf = (html: string): ImportPreview => previewPage(bytesOf(html), 'bài.html');
const bodyOf = ({ blocks }: ImportPreview): string[] => blocks.map((block) => `${block.kind}: ${blockText(block)}`);

const prose = 'Chợ họp vào chủ nhật hằng tuần, bán nông sản và đồ thổ cẩm của bà con các thôn trong xã và các xã bên.';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
  return 'nothing was thrown';
}

describe('a web page', () => {
  const preview = previewPage(read('2022/04/cho-phien.html'), 'cho-phien.html');
  const { document, provenance } = previewToSeed(preview, '2026-11-24T03:00:00.000Z');

  it('gives headline, lead, fields, and the photo place where its caption stands', () => {
    expect(document).toMatchObject({
      headline: 'Xã Bản Phố mở lại chợ phiên',
      lead: expect.stringMatching(/^\(Báo Sơn Hạ\) - Sáng 26\/4, .* các thôn\.$/u),
      fields: {
        category: 'Văn hóa',
        publishedOn: '2022-04-26',
        author: 'Thu Hà',
        tags: ['chợ phiên', 'Bản Phố'],
      },
      photos: [{ caption: 'Bà con đi chợ.', credit: 'Thu Hà', sha256: null }],
    });
    expect(document.blocks[0]).toEqual({ kind: 'photo', photo: document.photos[0]?.id });
  });

  it('gives the body in its kinds, with formats and links that a page may carry', () => {
    expect(bodyOf(preview).slice(2)).toEqual([
      'heading2: Mục tiêu',
      'bullet: nâng cao thu nhập',
      'bullet: giữ nghề dệt',
      'quote: “Tôi bán hết hàng trước buổi trưa”, bà Lụa nói.',
      'table: Năm\tLượt khách\n2021\t4.000',
      'heading3: Khu ẩm thực',
      expect.stringMatching(/^paragraph: Chợ còn có khu ẩm thực .* mỗi tuần\.$/u),
    ]);
    expect(document.blocks[1]).toEqual({
      kind: 'paragraph',
      runs: [
        { text: 'Chợ họp vào ' },
        { text: 'chủ nhật', bold: true },
        { text: ' hằng tuần, bán ' },
        { text: 'nông sản', link: 'https://example.vn/nong-san' },
        { text: expect.stringMatching(/^, thuốc nam và đồ thổ cẩm… Từ sáng sớm, .* xuống núi\.$/u) },
      ],
    });
    expect(document.blocks[4]).toMatchObject({ runs: [{ text: 'giữ nghề ' }, { text: 'dệt', italic: true }] });
  });

  it('keeps beside the article what is of the page, and nothing of scripts, styles and menus', () => {
    expect(provenance.dropped.map(({ text }) => text)).toEqual([
      'Trang chủ > Văn hóa',
      'Văn hóa - 26/04/2022 08:15',
      './.',
      'Tin liên quan',
      'Một bài khác của báo',
      'Bài nữa',
    ]);
    expect(JSON.stringify([document, provenance])).not.toMatch(/Không phải bài|color|Kinh tế|Bản quyền|javascript/u);
  });

  it('is a preview of the contract, with a known reason for every guess', () => {
    expect(importPreviewSchema.parse(preview)).toEqual(preview);
    expect(articleDocumentSchema.parse(document)).toEqual(document);
    for (const { why } of preview.guesses) if (why !== null) expect(guessReasons).toContain(why);
  });

  it('of the last century, without paragraphs, gives its lines, and its meta tags what the text does not say', () => {
    const old = previewPage(read('2022/khai-truong.htm'), 'khai-truong.htm');
    expect(old.headline).toBe('Sơn Hạ có khoa khám bệnh mới');
    expect(old.lead).toMatch(/^Sáng nay, Trung tâm Y tế .* các xã xa\.$/u);
    expect(bodyOf(old)).toEqual([expect.stringMatching(/^paragraph: Người bệnh lấy số .* như trước đây\.$/u)]);
    expect(old.fields).toEqual({ publishedOn: '2022-03-09', author: 'Lê Hoa' });
  });
});

describe('the headline of a page', () => {
  it.each([
    ['is its h1, wherever the menu stands', `<p>Báo Sơn Hạ</p><h1>Mở chợ phiên</h1><p>${prose}</p>`],
    [
      'is what og:title names',
      `<meta property="og:title" content="Mở chợ phiên"><h1>Báo Sơn Hạ</h1><p>Mở chợ phiên<p>${prose}`,
    ],
    ['is its title without the name of the site', `<title>Mở chợ phiên | Báo Sơn Hạ</title><p>${prose}</p>`],
    ['is a first heading before any prose', `<h2>Mở chợ phiên</h2><p>${prose}</p>`],
    ['is its first line, as in a text', `<p>Mở chợ phiên</p><p>${prose}</p>`],
  ])('%s', (_, html) => {
    expect(pageOf(html)).toMatchObject({ headline: 'Mở chợ phiên', lead: prose });
  });

  it('leaves out the name of a section and of an account, and dates that are none', () => {
    const html = `<title>Mở chợ phiên</title><meta name=author content=Administrator><meta name=pubdate content="31/02/2022"><h1>Tin tức</h1><p>Mở chợ phiên</p><p>${prose}</p>`;
    expect(pageOf(html)).toMatchObject({ headline: 'Mở chợ phiên', fields: { category: 'Tin tức' } });
    expect(pageOf(html).fields).not.toHaveProperty('author');
    expect(pageOf(html).fields).not.toHaveProperty('publishedOn');
  });
});

describe('the text of a page', () => {
  it('within an article element is the article, its own header with it, what stands beside it not', () => {
    const article = `<article><header><h1>Mở chợ phiên</h1></header><p>${prose}</p><p>${prose}</p><p>${prose}</p><p>${prose}</p></article>`;
    const preview = pageOf(`<div>Đọc nhiều</div>${article}<div><p>Bài khác hẳn, không thuộc bài này.</p></div>`);
    expect(preview).toMatchObject({ headline: 'Mở chợ phiên', lead: prose });
    expect(bodyOf(preview)).toEqual(Array(3).fill(`paragraph: ${prose}`));
  });

  it.each([
    [
      'character references',
      'L&agrave;o Cai &#8211; &#xC0; &amp;lt; &khong; &#150; &#0;',
      'Lào Cai – À &lt; &khong; – \ufffd',
    ],
    ['white space', ' một\n\t<b> hai </b> <i>ba</i>  ', 'một hai ba'],
    ['what looks like markup', 'a < b, 3<4 và <3', 'a < b, 3<4 và <3'],
    ['comments and declarations', 'a<!-- b > <p>c -->d<![if !x]>e<?php f ?>g', 'adeg'],
    ['broken attributes', '<a href="http://a.vn/>b">c</a d="e>">f', 'cf'],
  ])('has its %s resolved', (_, html, text) => {
    expect(bodyOf(pageOf(`<h1>Tít</h1><p>${prose}</p><p>${html}`))).toEqual([`paragraph: ${text}`]);
  });

  it('is whole where furniture, titles, links and formats were never closed', () => {
    const preview = pageOf(`<title>Mở chợ phiên<header><h1>Mở chợ phiên<p><b><a href=/x>${prose}<p>${prose}`);
    expect(preview).toMatchObject({ headline: 'Mở chợ phiên', lead: prose });
    expect(preview.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: prose }] }]);
  });
});

describe('what else a page holds', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  it('is its pictures, where they are in the page itself, with their captions; of others only the captions', () => {
    const figure = (src: string): string =>
      `<figure><img src="${src}" width=600 height=400><figcaption>Bà con đi chợ. Ảnh: Thu Hà</figcaption></figure>`;
    const { preview, pictures } = readPageFile(
      bytesOf(
        `<h1>Mở chợ phiên</h1><p>${prose}</p>${figure(`data:image/png;base64,${png}`)}<p>${prose}</p>${figure('/a.jpg')}`,
      ),
      'a.html',
    );
    const caption = { caption: 'Bà con đi chợ.', credit: 'Thu Hà' };
    expect(preview.captions).toEqual([
      { id: 'photo-3', ...caption, picture: pictures[0]?.sha256 },
      { id: 'photo-6', ...caption },
    ]);
    expect(Buffer.from(pictures[0]?.bytes ?? []).toString('base64')).toBe(png);
  });

  it('is its lists in lists, its rules and its formats', () => {
    const list = '<ul><li>Một<ol><li>Hai</li></ol></li><li>Ba <s>bốn</s> m<sup>2</sup></li></ul>';
    expect(pageOf(`<h1>Mở chợ phiên</h1><p>${prose}</p>${list}<hr><p>${prose}</p>`).blocks).toEqual([
      { kind: 'bullet', runs: [{ text: 'Một' }] },
      { kind: 'number', runs: [{ text: 'Hai' }], indent: 1 },
      {
        kind: 'bullet',
        runs: [{ text: 'Ba ' }, { text: 'bốn', strike: true }, { text: ' m' }, { text: '2', superscript: true }],
      },
      { kind: 'rule' },
      { kind: 'paragraph', runs: [{ text: prose }] },
    ]);
  });

  it('is no table where a table only lays the page out', () => {
    const cell = `<td><p>${prose.repeat(4)}</p><p>${prose.repeat(4)}</p></td>`;
    const preview = pageOf(
      `<h1>Mở chợ phiên</h1><p>${prose}</p><table border=1><tr>${cell}<td>Cột bên</td></tr><tr>${cell}<td>x</td></tr></table>`,
    );
    expect(preview.blocks.map(({ kind }) => kind)).not.toContain('table');
    expect(bodyOf(preview).filter((text) => text === `paragraph: ${prose.repeat(4).trim()}`)).toHaveLength(4);
  });
});

describe('the encoding of a page', () => {
  const html = (charset: string, text: string): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><h1>${text}</h1><p>${prose}`;

  it('is UTF-8 or UTF-16 whatever it says of itself', () => {
    expect(pageOf(html('windows-1252', 'Mở chợ'))).toMatchObject({ encoding: 'UTF-8', headline: 'Mở chợ' });
    const utf16 = Buffer.from(`\ufeff${html('utf-8', 'Mở chợ')}`, 'utf16le');
    expect(previewPage(utf16, 'a.html')).toMatchObject({ encoding: 'UTF-16LE', headline: 'Mở chợ' });
  });

  it('is the one it names where it is no UTF-8', () => {
    const bytes = Buffer.from('<meta charset="windows-1258"><h1>Ch\xfe \xd0\xc2\xcc</h1>', 'latin1');
    expect(previewPage(bytes, 'a.html')).toMatchObject({ encoding: 'windows-1258', headline: 'Ch₫ ĐẦ' });
  });

  it('is told by fonts with codes of their own, or by how Vietnamese it becomes; never by a name that nobody knows', () => {
    const page = (head: string, text: string): ImportPreview =>
      previewPage(Buffer.from(`${head}<h1>${text}</h1>`, 'latin1'), 'a.html');
    const font = (face: string, text: string): string => `<font face="${face}">${text}</font>`;
    expect(page('<meta charset=windows-1252>', font('.VnTime', 'C\xabng b\xe8')).headline).toBe('Công bố');
    expect(page('', `${font('VNI-Times', 'Co\xe2ng bo\xe1')} ${font('Arial', 'caf\xe9')}`).headline).toBe(
      'Công bố café',
    );
    const words = 'M\xeb l\xb9i ch\xee phi\xaan, b\xb5 con c\xb8c th\xabn \xae\xd5n r\xcat \xae\xabng';
    expect(page('<meta charset=iso-8859-1>', words)).toMatchObject({
      headline: 'Mở lại chợ phiên, bà con các thôn đến rất đông',
      encoding: 'TCVN3',
    });
    for (const head of ['<meta charset=tcvn><p>', '<p>'])
      expect(codeOf(() => page(head, 'C\xabng'))).toBe('file-broken-encoding');
  });
});

describe('a page that means harm', () => {
  const many = 200_000;

  it.each([
    ['a million nested tags', '<div><ul><li><b><blockquote>'.repeat(many)],
    ['200,000 tags without an end', '<p '.repeat(many)],
    ['200,000 quotation marks without an end', `<a b='${'<a b="x'.repeat(many)}`],
    ['200,000 titles', '<title>'.repeat(many)],
    ['200,000 scripts', '<script>'.repeat(many)],
    ['200,000 comments', '<!--'.repeat(many)],
    ['200,000 headers', '<header>'.repeat(many)],
    ['200,000 meta tags', '<meta name=a content=b>'.repeat(many)],
    ['one attribute of 200,000 blanks', `<a b${' '.repeat(many)}c>`],
  ])('of %s gives a plain result', (_, html) => {
    const before = `<h1>Mở chợ phiên</h1><p>${prose}</p>`;
    expect(pageOf(`${before}${html}`)).toMatchObject({ headline: 'Mở chợ phiên', lead: prose });
  });

  it.each([
    ['50 MB of brackets', Buffer.alloc(50 * 1024 * 1024, '<'), 'file-too-long'],
    ['20 MB of blanks by name', Buffer.alloc(20 * 1024 * 1024, 'a&nbsp;'), 'file-too-long'],
    ['too many lines', Buffer.from('<p>x'.repeat(20_002)), 'file-too-long'],
    ['more than a file may hold', Buffer.alloc(50 * 1024 * 1024 + 1, ' '), 'file-too-large'],
    ['zero bytes', Buffer.from('<p>a\0b\0</p>'), 'file-not-text'],
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['nothing to see', Buffer.from('<html><title>Tít</title><script>x</script><p>&nbsp;</p>'), 'file-empty'],
  ])('of %s is refused by name', (_, bytes, code) => {
    expect(codeOf(() => previewPage(bytes, 'a.html'))).toBe(code);
  });

  it('of formats beyond number has its text, and a bounded number of formats', () => {
    const preview = pageOf(`<h1>Tít</h1><p>${prose}</p><p>${'<b>a</b>b'.repeat(100_000)}</p>`);
    const [block] = preview.blocks;
    expect(block).toMatchObject({ kind: 'paragraph' });
    expect(blockText(block!)).toBe('ab'.repeat(100_000));
    expect(block !== undefined && 'runs' in block && block.runs.length).toBeLessThan(41_000);
  });

  it('of any markup gives a document or an AppError (seed 13)', () => {
    const pieces = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<h1>',
        '<h2>',
        '<li>',
        '<ul>',
        '</ul>',
        '<br>',
        '<b>',
        '</b>',
        '<a href="https://a.vn">',
        '</a>',
      ],
      ...[
        '<td>',
        '<tr>',
        '<table>',
        '<nav>',
        '</nav>',
        '<article>',
        '</article>',
        '<title>',
        '</title>',
        '<!--',
        '-->',
      ],
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '&amp',
        '&#',
        ';',
        '=',
        ' ',
        '\n',
        'Tin tức',
        '26/4/2022',
        'Ảnh: Thu Hà',
        prose,
        './.',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
        try {
          articleDocumentSchema.parse(previewToSeed(pageOf(parts.join('')), '').document);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { seed: 13, numRuns: 1500 },
    );
  });
});
