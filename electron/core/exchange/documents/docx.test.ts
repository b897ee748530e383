/** What Word itself writes and LibreOffice does not: fonts by style, drawings in two versions, fields, tracked moves. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type SourceLine, textLine } from '../source-line.ts';
import { readDocx } from './docx.ts';
import { tableLines } from './table-lines.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function docx(body: string, styles = '', numbering = ''): Uint8Array {
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="n" Type="${RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="p" Type="${RELATIONS}/image" Target="media/1.png"/><Relationship Id="x" Type="${RELATIONS}/image" Target="http://example.vn/a.png" TargetMode="External"/></Relationships>`,
    ),
    'word/document.xml': xml(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': xml(`<w:styles ${NAMESPACES}>${styles}</w:styles>`),
    'word/numbering.xml': xml(`<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`),
    'word/media/1.png': new Uint8Array(png),
  });
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const picture = (embed: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Toàn cảnh"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${embed}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readDocx(bytes)).lines.map(({ as, text, indent }: SourceLine) => `${as}${indent ?? ''}: ${text}`);

describe('a .docx of Word', () => {
  it('has old fonts in its styles as well, which a run and a style of its own overrule', async () => {
    const font = (name: string): string => `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr>`;
    const styles = [
      `<w:docDefaults><w:rPrDefault>${font('Times New Roman')}</w:rPrDefault></w:docDefaults>`,
      `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${font('.VnTime')}</w:style>`,
      `<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/></w:style>`,
      `<w:style w:type="paragraph" w:styleId="Caps"><w:name w:val="Tit"/><w:basedOn w:val="Normal"/>${font('.VnTimeH')}</w:style>`,
      `<w:style w:type="character" w:styleId="Uni"><w:name w:val="Uni"/>${font('Arial')}</w:style>`,
    ].join('');
    const body = [
      paragraph(run('Héi nghÞ'), '<w:pStyle w:val="Caps"/>'),
      paragraph(run('chuyÓn ®æi sè'), '<w:pStyle w:val="Body"/>'),
      paragraph(`${run('m')}${run('\u00ad')}${run('êi giê')}`),
      paragraph(`${run('caf\u00e9', '<w:rStyle w:val="Uni"/>')}${run(' Nh\u00b5')}`),
      paragraph(run('Vieät Nam', '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')),
    ].join('');
    expect(await linesOf(docx(body, styles))).toEqual([
      'text: HỘI NGHỊ',
      'text: chuyển đổi số',
      'text: mười giờ',
      'text: café Nhà',
      'text: Việt Nam',
    ]);
    expect((await readDocx(docx(body, styles))).found.legacy).toBe(5);
  });

  it('has pictures above their captions, a text box once, and nothing of a picture that lies elsewhere', async () => {
    const box = (inner: string): string =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const sequence =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Hình </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = [
      paragraph(picture('r:embed="p"')),
      paragraph(`${run('Hình ')}${sequence}${run(': Toàn cảnh chợ')}`, '<w:pStyle w:val="Caption"/>'),
      paragraph(picture('r:link="x"')),
      paragraph(`${run('Bảng ')}<w:fldSimple w:instr=" SEQ Bảng ">${run('2')}</w:fldSimple>${run(': khách')}`),
      paragraph(`${run('Đoạn văn.')}${box(paragraph(run('Trong khung.')))}`),
      paragraph(`${picture('r:embed="p"')}${picture('r:embed="p"')}`),
    ].join('');
    const styles = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>';
    const { lines, pictures } = await readDocx(docx(body, styles));
    expect(lines.map(({ as, text }) => `${as}: ${text}`)).toEqual([
      'pictures: Toàn cảnh',
      'caption: Hình 1: Toàn cảnh chợ',
      'text: Bảng 2: khách',
      'text: Đoạn văn.',
      'text: Trong khung.',
      'pictures: Toàn cảnh',
    ]);
    expect(lines.at(-1)?.pictures).toHaveLength(2);
    expect(pictures.map(({ bytes }) => Buffer.from(bytes).equals(png))).toEqual([true]);
  });

  it('counts insertions, deletions and moves, takes what was added and leaves out what was deleted', async () => {
    const by = 'w:id="1" w:author="A" w:date="2022-04-26T08:00:00Z"';
    const body = [
      paragraph(
        `${run('Chợ ')}<w:ins ${by}>${run('phiên ')}</w:ins><w:del ${by}><w:r><w:delText>cũ </w:delText></w:r></w:del>${run('họp.')}`,
      ),
      paragraph(`<w:moveFrom ${by}>${run('Đi nơi khác.')}</w:moveFrom>`),
      paragraph(`<w:moveTo ${by}>${run('Đi nơi khác.')}</w:moveTo>`, `<w:rPr><w:ins ${by}/></w:rPr>`),
    ].join('');
    const { lines, found } = await readDocx(docx(body));
    expect(lines.map(({ text }) => text)).toEqual(['Chợ phiên họp.', 'Đi nơi khác.']);
    expect(found).toMatchObject({ insertions: 2, deletions: 2 });
  });

  it('folds its headings to two levels, the first above all others being the title; keeps lists in lists', async () => {
    const heading = (level: number, text: string): string => paragraph(run(text), `<w:pStyle w:val="H${level}"/>`);
    const styles = [1, 2, 3]
      .map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`)
      .join('');
    const item = (level: number, text: string): string =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body = [
      heading(1, 'Tít'),
      heading(2, 'Phần'),
      heading(3, 'Mục'),
      item(0, 'Một'),
      item(1, 'Hai'),
      item(0, 'Ba'),
    ];
    expect(await linesOf(docx(body.join(''), styles, numbering))).toEqual([
      'title: Tít',
      'heading2: Phần',
      'heading3: Mục',
      'number: Một',
      'bullet1: Hai',
      'number: Ba',
    ]);
  });

  it('has tables that only lay it out line by line, and others as tables', async () => {
    const cell = (content: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${content}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const text = (words: string): string => cell(paragraph(run(words)));
    const letterhead = `<w:tbl>${row(text('UBND TỈNH'), text('CỘNG HÒA'))}</w:tbl>`;
    const framed = `<w:tbl>${row(cell(paragraph(picture('r:embed="p"'))))}${row(text('Quang cảnh chợ.'))}</w:tbl>`;
    const merged = `<w:tbl>${row(cell(paragraph(run('A')), '<w:vMerge w:val="restart"/>'), text('B'))}${row(cell(paragraph(''), '<w:vMerge/>'), text('C'))}</w:tbl>`;
    const { lines } = await readDocx(docx(letterhead + framed + merged));
    expect(lines.map(({ as, text }) => `${as}: ${text}`)).toEqual([
      'text: UBND TỈNH',
      'text: CỘNG HÒA',
      'pictures: Toàn cảnh',
      'text: Quang cảnh chợ.',
      'table: A | B\nC',
    ]);
    expect(lines.at(-1)?.table?.rows[0]?.[0]).toEqual({ runs: [{ text: 'A' }], rows: 2 });
  });

  it('has tables whose bold first row names the columns, and none that no article could hold', async () => {
    const cell = (words: string, properties = '', more = ''): string =>
      `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(run(words, properties))}</w:tc>`;
    const head = `<w:tr>${cell('Năm', '<w:b/>')}${cell('Khách', '<w:b/>')}</w:tr>`;
    const [named] = (await readDocx(docx(`<w:tbl>${head}<w:tr>${cell('2021')}${cell('4.000')}</w:tr></w:tbl>`))).lines;
    expect(named?.table).toMatchObject({ header: true, rows: [[{ runs: [{ text: 'Năm' }] }, {}], {}] });
    const wide = `<w:tbl>${`<w:tr>${cell('a', '', '<w:gridSpan w:val="100000000"/>')}${cell('b')}</w:tr>`.repeat(2)}</w:tbl>`;
    expect(await linesOf(docx(wide))).toEqual(['text: a\tb', 'text: a\tb']);
    const row = {
      isHeader: false,
      cells: ['a', 'b'].map((words) => ({ lines: [textLine('text', [{ text: words }])], columns: 1, rows: 1 })),
    };
    expect(tableLines(Array(2_001).fill(row), 'x').map(({ as, text }) => `${as}: ${text}`)).toEqual(
      Array(2_001).fill('text: a	b'),
    );
  });
});
