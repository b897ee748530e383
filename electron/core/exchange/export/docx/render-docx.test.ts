import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../../../shared/article/document.ts';
import { expectInOrder, hasTools, officePdf, pdfInk, pdfText } from '../../../../../tests/support/office-tools.ts';
import { articleArbitrary, RANDOM_PHOTO } from '../../../../../tests/support/random-article.ts';
import { sourceOf, wholeArticle, wholeArticleWords } from '../../../../../tests/support/whole-article.ts';
import { xmlText } from './docx-runs.ts';
import { renderDocx } from './render-docx.ts';

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** Throws on XML that is not well formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const first = (element: Element, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');
const styleOf = (paragraph: Element): string | undefined => first(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'];

async function open(bytes: Uint8Array): Promise<{ part: (name: string) => Element; names: string[] }> {
  const files = unzipSync(bytes);
  return { names: Object.keys(files), part: (name) => parse(strFromU8(files[name]!)) };
}

/** The order in which the schema (ECMA-376, wml.xsd) has what we write; Word refuses a file that has it otherwise. */
const orders: Record<string, string[]> = {
  'w:pPr': 'pStyle keepNext keepLines numPr pBdr shd tabs spacing ind contextualSpacing jc rPr'.split(' '),
  'w:rPr': 'rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign lang'.split(' '),
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd tcMar vAlign'.split(' '),
  'w:trPr': 'cantSplit tblHeader'.split(' '),
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(' '),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
};

function checkSchema(element: Element): void {
  const order = orders[element.name];
  if (order !== undefined) {
    const places = element.children.map(({ name }) => order.indexOf(name.replace('w:', '')));
    expect([element.name, places]).toEqual([element.name, places.filter((at) => at >= 0).toSorted((a, b) => a - b)]);
  }
  // A cell ends with a paragraph.
  if (element.name === 'w:tc') expect(element.children.at(-1)?.name).toBe('w:p');
  if (element.name === 'w:tr') expect(all(element, 'w:tc').length).toBeGreaterThan(0);
  element.children.forEach(checkSchema);
}

describe('an article as a Word file', () => {
  it('has real styles, nested lists that count for themselves, and a table with a head and merged cells', async () => {
    const { part } = await open(await renderDocx(sourceOf(wholeArticle)));
    const body = part('word/document.xml');
    checkSchema(body);
    const paragraphs = all(body, 'w:p');
    const said = (style: string): string[] => paragraphs.filter((p) => styleOf(p) === style).map(textOf);
    expect(said('Title')).toEqual([wholeArticle.headline]);
    expect(said('Lead')).toEqual([wholeArticle.lead]);
    expect(said('Heading2')).toEqual(['Ba việc phải làm ngay']);
    expect(said('Heading3')).toEqual(['Lời người trong cuộc', 'Hộp thông tin: đường dây nóng']);
    expect(said('Quote')).toEqual([expect.stringContaining('Biển lặng')]);
    expect(said('Attribution')).toEqual(['— Ông Nguyễn Văn Ẩn, ngư dân phường Quảng Tiến']);
    expect(said('Caption')).toContain('Tàu cá neo ở bến Lạch Hới. Ảnh: Thu Hà');
    const styles = all(part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    expect(styles).toEqual(expect.arrayContaining(paragraphs.flatMap((p) => styleOf(p) ?? [])));

    const items = paragraphs.flatMap((p) => {
      const numbering = first(p, 'w:pPr', 'w:numPr');
      if (numbering === undefined) return [];
      const value = (name: string): string => first(numbering, name)?.attributes['w:val'] ?? '';
      return [{ text: textOf(p), level: Number(value('w:ilvl')), list: value('w:numId') }];
    });
    expect(items.map(({ level }) => level)).toEqual([0, 1, 1, 2, 0, 0, 0, 0]);
    const [a, b, , c, d, , again] = items.map(({ list }) => list);
    expect(d).toBe(a);
    expect(new Set([a, b, c, again]).size).toBe(4);

    const [table] = all(body, 'w:tbl');
    expect(said('TableHead')).toEqual(['Phường', 'Số tàu', 'Sản lượng (tấn)']);
    expect(first(table!, 'w:tr', 'w:trPr', 'w:tblHeader')).toBeDefined();
    expect(all(table!, 'w:gridSpan').map(({ attributes }) => attributes['w:val'])).toEqual(['2']);
    expect(all(table!, 'w:vMerge').map(({ attributes }) => attributes['w:val'])).toEqual(['restart', 'continue']);
    const grid = all(first(table!, 'w:tblGrid')!, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(grid.map((width) => Math.round((width * 100) / grid.reduce((x, y) => x + y)))).toEqual([40, 30, 30]);
  });

  it('carries formats, links, pictures with what they show, and says what it is', async () => {
    const { part, names } = await open(await renderDocx(sourceOf(wholeArticle)));
    const body = part('word/document.xml');
    const formats = (name: string): string[] =>
      all(body, 'w:r')
        .filter((r) => all(r, name).length > 0)
        .map(textOf);
    expect(formats('w:strike')).toEqual(['Giá dầu 24.000 đồng']);
    expect(all(body, 'w:vertAlign').map(({ attributes }) => attributes['w:val'])).toEqual(['superscript', 'subscript']);
    expect(formats('w:br')).toEqual(['Dòng thứ hai của cùng một đoạn.']);
    const targets = all(part('word/_rels/document.xml.rels'), 'Relationship').map(
      ({ attributes }) => attributes.Target,
    );
    expect(targets).toContain('https://vi-du.example/quyet-dinh?so=1976&nam=2022');
    expect(targets).toContain('https://vi-du.example/bai/bai-hoc');
    // The same picture twice is one file.
    expect(names.filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    expect(all(body, 'wp:docPr').map(({ attributes }) => attributes.descr)).toEqual([
      ...['Những chiếc tàu gỗ', 'Những chiếc tàu gỗ', 'Vách đá'],
    ]);
    const core = part('docProps/core.xml');
    expect(core.children.map((element) => [element.name, textOf(element)])).toEqual(
      expect.arrayContaining([
        ['dc:title', wholeArticle.headline],
        ['dc:creator', 'Lê Thu Hà'],
        ['cp:keywords', 'nghề cá, bão'],
      ]),
    );
    expect(all(part('word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('vi-VN');
  });

  it('is read back in order by an importer of Word files', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(sourceOf(wholeArticle))) });
    expectInOrder(value, wholeArticleWords);
  });

  it('holds whatever a person or a machine wrote, in order, as well-formed XML (seed 43)', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(articleArbitrary, async (article) => {
        const photo = [...sourceOf(wholeArticle).photos.values()][0]!;
        const bytes = await renderDocx(sourceOf(article, { photos: new Map([[RANDOM_PHOTO, photo]]) }));
        const { part, names } = await open(bytes);
        for (const name of names.filter((one) => /\.(?:xml|rels)$/.test(one)))
          parse(strFromU8(unzipSync(bytes)[name]!));
        checkSchema(part('word/document.xml'));
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
        const bare = (text: string): string => xmlText(text).replace(/[\s\u2028]+/gu, '');
        const texts = article.blocks.flatMap((block) => blockText(block).split(/[\t\n]/u));
        expectInOrder(bare(value), [article.headline, article.lead, ...texts].map(bare));
      }),
      { seed: 43, numRuns: 40 },
    );
  });

  it('makes whole rows of a table that has none, or too few cells in them', async () => {
    const cell = (text: string) => ({ runs: [{ text }] });
    const tables = [[], [[]], [[cell('a')], [cell('b'), cell('c')], []], [[{ ...cell('d'), rows: 9, columns: 2 }], []]];
    const blocks = tables.map((rows) => ({ kind: 'table' as const, table: 't', rows }));
    const { part } = await open(await renderDocx(sourceOf({ ...wholeArticle, blocks })));
    const body = part('word/document.xml');
    checkSchema(body);
    expect(all(body, 'w:tbl').map((table) => all(table, 'w:tr').length)).toEqual([3, 2]);
  });

  it.skipIf(!hasTools('soffice', 'pdftotext', 'pdftoppm'))(
    'opens in LibreOffice with every word and picture in its place',
    { timeout: 180_000 },
    async () => {
      const pdf = await officePdf(await renderDocx(sourceOf(wholeArticle)), 'bai.docx');
      expectInOrder(await pdfText(pdf), wholeArticleWords);
      const ink = await pdfInk(pdf);
      const without = await officePdf(await renderDocx(sourceOf(wholeArticle, { photos: new Map() })), 'bai.docx');
      const sum = (pages: readonly number[]): number => pages.reduce((total, page) => total + page, 0);
      expect(Math.min(...ink)).toBeGreaterThan(0.01);
      expect(sum(ink)).toBeGreaterThan(sum(await pdfInk(without)) + 0.2);
    },
  );
});
