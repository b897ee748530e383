import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articleDocumentSchema, blockText, isTextBlock } from '../../../shared/article/document.ts';
import { reclassify } from '../../../shared/article/import/reclassify.ts';
import { type ImportPreview, importPreviewSchema } from '../../../shared/contract/desk-imports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { previewImport, previewToSeed } from './import-file.ts';
import { readImport } from './import-readers.ts';

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)));
const fixture = (name: string): Uint8Array => read(`tests/fixtures/documents/${name}`);
const NOW = '2026-11-24T03:00:00.000Z';

async function documentOf(name: string, bytes = fixture(name)) {
  const { preview, pictures } = await readImport(bytes, name);
  expect(importPreviewSchema.parse(preview)).toEqual(preview);
  const kept = new Set(pictures.map(({ sha256 }) => sha256));
  const { document, provenance } = previewToSeed(preview, NOW, kept);
  articleDocumentSchema.parse(document);
  return { preview, pictures, document, provenance };
}

async function codeOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readImport(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'read';
}

const kindsOf = ({ guesses }: ImportPreview): string[] =>
  guesses.filter(({ as }) => as !== 'photo').map(({ as }) => as);

describe('the sample article as a document', () => {
  const asText = previewImport(read('resources/sample/seed-article.txt'), 'seed-article.txt');
  const expected = previewToSeed(asText, NOW).document;

  it.each(['docx', 'odt', 'rtf'])(
    'as .%s comes out the same, with its photos where their captions stand',
    async (format) => {
      const { preview, pictures, document, provenance } = await documentOf(`hoi-nghi.${format}`);
      expect(kindsOf(preview)).toEqual(kindsOf(asText));
      const { headline, lead, fields, language } = document;
      expect({ headline, lead, fields, language }).toEqual({
        headline: expected.headline,
        lead: expected.lead,
        fields: expected.fields,
        language: expected.language,
      });
      expect(document.blocks.map(({ kind }) => kind)).toEqual(expected.blocks.map(({ kind }) => kind));
      expect(document.blocks.map(blockText)).toEqual(expected.blocks.map(blockText));
      expect(document.photos.map(({ caption }) => caption)).toEqual(expected.photos.map(({ caption }) => caption));
      expect(document.photos.map(({ sha256 }) => sha256)).toEqual(pictures.map(({ sha256 }) => sha256));
      expect(new Set(pictures.map(({ sha256 }) => sha256)).size).toBe(4);
      expect(provenance.dropped.map(({ text }) => text)).toEqual([
        '0967.001.001 info@goldlandvietnam.com',
        './.',
        'Bài viết liên quan',
      ]);
    },
  );

  it('as .doc comes out the same without its photos, whose captions keep their places', async () => {
    const { preview, document } = await documentOf('hoi-nghi.doc');
    expect(kindsOf(preview)).toEqual(kindsOf(asText));
    expect(document.blocks.map(blockText)).toEqual(expected.blocks.map(blockText));
    expect(document.photos.map(({ caption, sha256 }) => [caption, sha256])).toEqual(
      expected.photos.map(({ caption }) => [caption, null]),
    );
  });

  it('as .pdf has its paragraphs put together from printed lines, and every word once', async () => {
    const { document } = await documentOf('hoi-nghi.pdf');
    expect([document.headline, document.lead, document.fields]).toEqual([
      expected.headline,
      expected.lead,
      expected.fields,
    ]);
    expect(document.photos.map(({ caption }) => caption)).toEqual(expected.photos.map(({ caption }) => caption));
    const words = (blocks: typeof document.blocks): string =>
      blocks.map(blockText).join(' ').replace(/\s+/gu, ' ').trim();
    expect(words(document.blocks)).toBe(words(expected.blocks));
  });
});

describe('a document with everything in it', () => {
  const legacy = [
    'Chợ được mở từ sáng sớm, ai đến trước thì được chọn chỗ, người ở xa thì có nhà nghỉ',
    'Các gian hàng được xếp thành từng dãy, mỗi dãy một mặt hàng để khách dễ tìm',
  ];
  const accepted =
    'Ban quản lý chợ sẽ sắp xếp lại các gian hàng trước mùa mưa, để bà con không phải dời chợ như những năm trước đây.';

  it.each(['docx', 'odt', 'rtf'])('keeps blocks, formats, links and notes of a .%s', async (format) => {
    const { preview, document } = await documentOf(`cho-phien.${format}`);
    expect(preview.format).toBe(format);
    const { photos, blocks } = document;
    expect([document.headline, document.fields]).toEqual(['Xã Bản Phố mở lại chợ phiên', { author: 'Thu Hà' }]);
    expect(photos).toMatchObject([
      { caption: 'Bà con đi chợ trong ngày đầu mở lại.', credit: 'Thu Hà', alt: 'Chợ phiên' },
    ]);
    expect(blocks.map((block) => (isTextBlock(block) ? `${block.kind}${block.indent ?? ''}` : block.kind))).toEqual(
      'photo paragraph heading2 bullet bullet number1 number1 bullet paragraph table paragraph paragraph paragraph quote heading2 number'.split(
        ' ',
      ),
    );
    expect(blocks[1]).toEqual({
      kind: 'paragraph',
      runs: [
        { text: 'Chợ họp vào ' },
        { text: 'chủ nhật', bold: true },
        { text: ' hằng tuần, bán ' },
        { text: 'nông sản', link: 'https://example.vn/nong-san' },
        { text: ', thuốc nam và đồ thổ cẩm' },
        { text: '1', superscript: true },
        { text: '. Diện tích chợ là 2.000 m' },
        { text: '2', superscript: true },
        { text: ', có nước H' },
        { text: '2', subscript: true },
        { text: 'O sạch; ' },
        { text: 'phiên đầu', italic: true },
        { text: ' thu được ' },
        { text: '40 triệu đồng', underline: true },
        { text: ', không phải ' },
        { text: '30 triệu', strike: true },
        { text: '.' },
      ],
    });
    expect(blocks[9]).toMatchObject({
      rows: [
        [{ runs: [{ text: 'Năm' }] }, { runs: [{ text: 'Lượt khách' }] }, { runs: [{ text: 'Doanh thu' }] }],
        [{ runs: [{ text: '2021' }] }, { runs: [{ text: '4.000' }] }, { runs: [{ text: '1,2 tỷ đồng' }] }],
        [{ runs: [{ text: '2022' }] }, { runs: [{ text: 'Chưa thống kê' }], columns: 2 }],
      ],
    });
    expect(blocks.slice(10, 13).map(blockText)).toEqual([accepted, ...legacy]);
    expect(blocks.slice(14).map(blockText)).toEqual(['Chú thích', 'Theo số liệu của Ủy ban nhân dân xã.']);
    expect(preview.found).toEqual({ insertions: 1, deletions: 1, comments: 1, notes: 1, legacy: 2 });
  });

  it('gives the text of a .doc, its table, and its old fonts as Unicode', async () => {
    const { preview, document } = await documentOf('cho-phien.doc');
    const texts = document.blocks.map(blockText);
    expect(texts).toEqual(expect.arrayContaining([accepted, ...legacy, 'Theo số liệu của Ủy ban nhân dân xã.']));
    expect(document.blocks.find(({ kind }) => kind === 'table')).toMatchObject({ rows: [{}, {}, { length: 2 }] });
    expect(preview.found).toMatchObject({ comments: 1, notes: 1, legacy: 2 });
  });

  it('gives the text of a .pdf', async () => {
    const { document } = await documentOf('cho-phien.pdf');
    expect(document.headline).toBe('Xã Bản Phố mở lại chợ phiên');
    expect(document.blocks.map(blockText)).toEqual(expect.arrayContaining(['Nâng cao thu nhập của bà con', legacy[1]]));
  });

  it('keeps formats, tables and pictures when a line is taken for something else', async () => {
    const { preview } = await documentOf('cho-phien.docx');
    const line = preview.guesses.find(({ text }) => text.startsWith('Chợ họp'))?.line ?? 0;
    const changed = reclassify(preview, line, 'quote');
    expect(changed.blocks[1]).toMatchObject({
      kind: 'quote',
      runs: preview.blocks[1]?.kind === 'paragraph' ? preview.blocks[1].runs : [],
    });
    const table = changed.guesses.find((guess) => guess.table !== undefined)?.line ?? 0;
    const without = reclassify(changed, table, 'boilerplate');
    expect(without.blocks.some(({ kind }) => kind === 'table')).toBe(false);
    expect(reclassify(without, table, 'table').blocks).toEqual(changed.blocks);
    expect(changed.captions).toEqual(preview.captions);
  });
});

/** The fixture with some of its parts replaced or added. */
function withParts(name: string, parts: Record<string, string | Uint8Array>): Uint8Array {
  const all: Zippable = unzipSync(fixture(name));
  for (const [path, part] of Object.entries(parts)) all[path] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(all);
}
const partOf = (name: string, path: string): string => new TextDecoder().decode(unzipSync(fixture(name))[path]);

describe('a document that is not what it should be', () => {
  it('is known by its content, whatever its name says', async () => {
    expect((await readImport(fixture('cho-phien.rtf'), 'cho-phien.doc')).preview.format).toBe('rtf');
    expect((await readImport(fixture('cho-phien.docx'), 'cho-phien.txt')).preview.format).toBe('docx');
    const html = strToU8('<html><body><h1>Mở chợ phiên</h1><p>Chợ họp vào chủ nhật.</p></body></html>');
    expect((await readImport(html, 'bai.doc')).preview.format).toBe('html');
    expect((await readImport(strToU8('Mở chợ phiên\n\nChợ họp vào chủ nhật.'), 'bai.docx')).preview.format).toBe('txt');
    const archive =
      'From: <Saved by Word>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a';
    expect(await codeOf(strToU8(archive), 'bai.doc')).toBe('file-not-text');
    expect(await codeOf(new Uint8Array([1, 2, 3, 0, 0, 5]), 'bai.docx')).toBe('file-damaged');
    expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }), 'bai.docx')).toBe('file-not-text');
    expect(await codeOf(read('resources/sample/nagasaki-boats.jpg'), 'anh.txt')).toBe('file-not-text');
  });

  it('is refused by name where a password stands before it', async () => {
    const manifest = '<manifest><encryption-data/></manifest>';
    expect(await codeOf(withParts('cho-phien.odt', { 'META-INF/manifest.xml': manifest }), 'a.odt')).toBe(
      'file-locked',
    );
    const doc = fixture('cho-phien.doc');
    const head = Buffer.from(doc).indexOf(Buffer.from([0xec, 0xa5]), 512);
    doc[head + 11] = (doc[head + 11] ?? 0) | 1;
    expect(await codeOf(doc, 'a.doc')).toBe('file-locked');
  });

  it('is refused where it unpacks to far more than an article', async () => {
    const parts: Zippable = unzipSync(fixture('cho-phien.docx'));
    parts['word/document.xml'] = [new Uint8Array(130 * 1024 * 1024).fill(32), { level: 1 }];
    const bomb = zipSync(parts);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await codeOf(bomb, 'a.docx')).toBe('file-unpacks-too-large');
  });

  it.each(['docx', 'odt'])('is refused where a .%s defines entities, and expands none', async (format) => {
    const path = format === 'docx' ? 'word/document.xml' : 'content.xml';
    const entities = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';
    const xml = partOf(`cho-phien.${format}`, path).replace('?>', `?>${entities}`).replace('Mục tiêu', '&b;&b;');
    expect(await codeOf(withParts(`cho-phien.${format}`, { [path]: xml }), `a.${format}`)).toBe('file-damaged');
  });

  it.each(['docx', 'odt'])('is refused where a .%s is nested without end', async (format) => {
    const path = format === 'docx' ? 'word/document.xml' : 'content.xml';
    const [open, close] = format === 'docx' ? ['<w:smartTag>', '</w:smartTag>'] : ['<text:span>', '</text:span>'];
    const xml = partOf(`cho-phien.${format}`, path).replace(
      'Mục tiêu',
      `${open.repeat(50_000)}x${close.repeat(50_000)}`,
    );
    expect(['file-damaged', 'file-too-hard', 'read']).toContain(
      await codeOf(withParts(`cho-phien.${format}`, { [path]: xml }), `a.${format}`),
    );
    expect(await codeOf(fixture('cho-phien.docx'), 'a.docx')).toBe('read');
  });

  it.each(['docx', 'odt', 'rtf', 'doc', 'pdf'])(
    'is told as such, or read, wherever a .%s was cut off',
    async (format) => {
      const whole = fixture(`cho-phien.${format}`);
      for (let at = 1; at <= 15; at += 1) {
        const cut = whole.slice(0, Math.floor((whole.length * at) / 16));
        const code = await codeOf(cut, `a.${format}`);
        expect(['file-damaged', 'file-not-text', 'file-empty', 'file-without-text', 'read']).toContain(code);
        if (format === 'docx' || format === 'odt' || format === 'rtf')
          expect(code).toMatch(/^file-(?:damaged|not-text)$/);
      }
    },
  );

  it.each(['docx', 'odt', 'rtf', 'doc', 'pdf'])(
    'gives an article or an error for a .%s with flipped bytes (seed 7)',
    async (format) => {
      let state = 7;
      const next = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      for (let round = 0; round < 25; round += 1) {
        const bytes = fixture(`cho-phien.${format}`);
        for (let flips = 1 + next(6); flips > 0; flips -= 1) bytes[next(bytes.length)] = next(256);
        expect(await codeOf(bytes, `a.${format}`)).toMatch(/^(?:read|file-[a-z-]+)$/);
      }
    },
  );
});
