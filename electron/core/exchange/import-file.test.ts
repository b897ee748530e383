import { readFileSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDocumentSchema, blockText } from '../../../shared/article/document.ts';
import { guessReasons } from '../../../shared/article/import/guess-reasons.ts';
import { parseMetaLine } from '../../../shared/article/import/meta-line.ts';
import { reclassify } from '../../../shared/article/import/reclassify.ts';
import { isVisible } from '../../../shared/article/import/split-paragraphs.ts';
import { type ImportPreview, importPreviewSchema } from '../../../shared/contract/desk-imports.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import { encodeTcvn3, encodeVni, encodeWindows1258 } from '../../../tests/support/old-encodings.ts';
import { previewImport, previewToSeed } from './import-file.ts';
import { readImportFile } from './read-import-file.ts';

const root = new URL('../../../', import.meta.url);
const fixtures = {
  'seed-article': 'resources/sample/seed-article.txt',
  'trong-rung-ngap-man': 'tests/fixtures/articles/trong-rung-ngap-man.txt',
  'thu-vien-xe-buyt': 'tests/fixtures/articles/thu-vien-xe-buyt.txt',
};
const NOW = '2026-11-24T03:00:00.000Z';
const read = (path: string): Uint8Array => readFileSync(new URL(path, root));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const previewOf = (text: string): ImportPreview => previewImport(utf8(text), 'bài.txt');
const seedOf = (preview: ImportPreview) => previewToSeed(preview, NOW);

/** The article as the tables of the fixtures show it: photos where they stand, with caption and credit. */
function tableOf(preview: ImportPreview) {
  const { document, provenance } = seedOf(preview);
  const body = document.blocks.map((block) => {
    if (block.kind !== 'photo') return { kind: block.kind, text: blockText(block) };
    const photo = document.photos.find(({ id }) => id === block.photo);
    return { kind: 'photo', caption: photo?.caption, credit: photo?.credit };
  });
  return {
    headline: document.headline,
    lead: document.lead,
    body,
    fields: document.fields,
    language: document.language,
    dropped: provenance.dropped.map(({ line, text }) => ({ line, text })),
    guesses: preview.guesses.map(({ line, as }) => `${line} ${as}`),
  };
}

/** Signs that these encodings have from the code page of Windows. */
const SIGNS = new Map([...'–“”'].map((sign, at) => [sign, '\u0096\u0093\u0094'.charAt(at)]));
const oldEncodings = { TCVN3: encodeTcvn3, VNI: encodeVni, 'windows-1258': encodeWindows1258 };
const legacyBytes = (text: string, encoding: keyof typeof oldEncodings): Uint8Array =>
  Buffer.from(oldEncodings[encoding](text.replace(/[–“”]/gu, (sign) => SIGNS.get(sign) ?? sign)), 'latin1');

function codeOf(run: () => unknown): { code: string; details: object } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, details: error.details };
  }
  throw new Error('nothing was thrown');
}

describe('importing the seed article', () => {
  const preview = previewImport(read(fixtures['seed-article']), 'seed-article.txt');
  const { document, provenance } = seedOf(preview);
  const lines = readFileSync(new URL(fixtures['seed-article'], root), 'utf8').split('\n');
  const line = (number: number): string => lines[number - 1] ?? '';

  it('finds headline, lead, seven paragraphs and four photo places', () => {
    expect(document.headline).toBe(line(5).slice(0, -1));
    expect(document.lead).toBe(line(7));
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph').map(blockText);
    expect(paragraphs).toEqual([...[11, 13, 19, 23, 27, 29].map(line), line(31).slice(0, -2)]);
    expect(document.photos.map(({ caption }) => caption)).toEqual([
      line(9),
      `${line(15)} ${line(17)}`,
      line(21),
      line(25),
    ]);
    expect(document.photos.every(({ sha256, credit, alt }) => sha256 === null && credit === '' && alt === '')).toBe(
      true,
    );
    expect(document.blocks.map(({ kind }) => kind[1]).join('')).toBe('haahahahaaa');
  });

  it('keeps section and date as fields, and the page’s furniture as provenance only', () => {
    expect(document.fields).toEqual({ category: 'Tin tức', publishedOn: '2022-04-26' });
    expect(provenance).toEqual({
      file: 'seed-article.txt',
      importedAt: NOW,
      encoding: 'UTF-8',
      dropped: [
        { line: 1, text: '0967.001.001 info@goldlandvietnam.com', why: 'contact' },
        { line: 31, text: './.', why: 'end-mark' },
        { line: 33, text: 'Bài viết liên quan', why: 'related-heading' },
      ],
    });
  });

  it('changes nothing inside a line', () => {
    expect(blockText(document.blocks[4]!)).toContain('Truyền thông \u00a0đã giới thiệu');
    expect(document.blocks.map(blockText).join('\n')).toContain('định hướng về về các nhiệm vụ');
  });
});

describe('importing articles of the same kind', () => {
  for (const [name, path] of Object.entries(fixtures)) {
    const expected = JSON.parse(readFileSync(new URL(`tests/fixtures/articles/${name}.expected.json`, root), 'utf8'));

    it(`reads ${name} as its table says`, () => {
      const preview = previewImport(read(path), `${name}.txt`);
      expect(tableOf(preview)).toEqual(expected);
      expect(importPreviewSchema.parse(preview)).toEqual(preview);
      articleDocumentSchema.parse(seedOf(preview).document);
    });

    it(`reads ${name} alike in every encoding and with any line ends`, () => {
      const text = readFileSync(new URL(path, root), 'utf8');
      const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
      const utf16 = Buffer.from(text, 'utf16le');
      const forms: [string, Uint8Array][] = [
        ['UTF-8 BOM', Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
        ['UTF-8', Buffer.from(text.normalize('NFD').replaceAll('\n', '\r'))],
        ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
        ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), swap(utf16)])],
        ['UTF-16LE', utf16],
        ['UTF-16BE', swap(utf16)],
      ];
      for (const [encoding, bytes] of forms) {
        const preview = previewImport(bytes, `${name}.txt`);
        expect(preview.encoding).toBe(encoding);
        expect(tableOf(preview)).toEqual(expected);
      }
    });
  }

  it.each(['TCVN3', 'VNI', 'windows-1258'] as const)(
    'reads the seed article alike in %s, which it tells by itself',
    (encoding) => {
      const text = readFileSync(new URL(fixtures['seed-article'], root), 'utf8');
      const preview = previewImport(legacyBytes(text, encoding), 'seed-article.txt');
      expect(preview.encoding).toBe(encoding);
      const expected = previewImport(utf8(text), 'seed-article.txt');
      // Capitals with a tone mark are written as small letters in TCVN3: `Ủy ban` has no other form there.
      const asWritten = ({ headline, lead, blocks, captions, guesses }: ImportPreview): string =>
        JSON.stringify({ headline, lead, blocks, captions, guesses }).normalize('NFC');
      const fold = (whole: string): string => (encoding === 'TCVN3' ? whole.toLowerCase() : whole);
      expect(fold(asWritten(preview))).toBe(fold(asWritten(expected)));
      expect(previewImport(legacyBytes(text, encoding), 'a.txt', encoding)).toMatchObject({ blocks: preview.blocks });
    },
  );

  it('gives a known reason for every guess', () => {
    for (const path of Object.values(fixtures)) {
      for (const { why } of previewImport(read(path), 'a.txt').guesses) {
        if (why !== null) expect(guessReasons).toContain(why);
      }
    }
  });

  it('puts lines that were wrapped at a width together again', () => {
    const paragraph =
      'Sáng nay, Trung tâm Y tế huyện Sơn Hạ khai trương khoa khám bệnh mới với mười hai phòng khám, ba phòng siêu âm và một khu chờ có mái che cho người bệnh từ các xã xa. Người bệnh lấy số bằng điện thoại và được nhắn tin trước lượt khám.';
    const wrapped = paragraph.replace(/(.{1,72})(?:\s|$)/gu, '$1\n');
    const preview = previewOf(`Sơn Hạ có khoa khám bệnh mới\n\n${wrapped}\n${wrapped}`);
    expect(preview.headline).toBe('Sơn Hạ có khoa khám bệnh mới');
    expect(preview.lead).toBe(paragraph);
    expect(preview.blocks.map(blockText)).toEqual([paragraph]);
  });

  it('reads section and date in many forms', () => {
    const both = { category: 'Thời sự', publishedOn: '2022-04-26' };
    const forms: [string, object][] = [
      ['Thời sự - 26/04/2022', both],
      ['Thời sự – 26.4.2022', both],
      ['Thời sự | 26/04/2022 08:15', both],
      ['26-04-2022 • Thời sự', both],
      ['Thứ Ba, 26/4/2022, 8h15 (GMT+7) | Chuyên mục: Thời sự', both],
      ['Thời sự, 26/4/2022', both],
      ['Thời sự | Ngày đăng: 2022-04-26', both],
      ['Tin tức - Sự kiện - 26/4/2022', { ...both, category: 'Tin tức - Sự kiện' }],
      ['Thời sự | 26/4/2022 | Tác giả: Minh Tuấn', { ...both, author: 'Minh Tuấn' }],
      ['Đăng ngày 26 tháng 4 năm 2022', { publishedOn: '2022-04-26' }],
      ['An Lạc, ngày 26 tháng 4 năm 2022', { place: 'An Lạc', publishedOn: '2022-04-26' }],
      ['Chuyên mục: Thời sự', { category: 'Thời sự' }],
    ];
    for (const [text, fields] of forms) expect(parseMetaLine(text)?.fields, text).toEqual(fields);
    for (const text of [
      'Lịch tiếp công dân ngày 26/4/2022',
      'Tin tức - 31/02/2022',
      'Hội nghị - từ 26/4/2022 đến 28/4/2022',
      'Nghị quyết số 06-NQ/TU ngày 10/11/2021',
    ]) {
      expect(parseMetaLine(text), text).toBeNull();
    }
  });

  it('takes the lines below “Một số hình ảnh” for captions, until prose goes on', () => {
    const prose = `Ngày hội có 12 hoạt động, ${'trong đó có thi nấu ăn, bóng đá nữ và hội trại, '.repeat(4)}kéo dài ba ngày.`;
    const lines = [
      'Khai mạc ngày hội',
      prose,
      'Một số hình ảnh tại lễ khai mạc:',
      'Múa xòe của xã Bản Phố',
      'Đánh trống khai hội',
    ];
    const preview = previewOf([...lines, 'Ảnh: Người dân xem hội xuân', prose, 'Lễ bế mạc sẽ họp sau.'].join('\n'));
    expect(preview.captions.map(({ caption }) => caption)).toEqual([
      'Múa xòe của xã Bản Phố',
      'Đánh trống khai hội',
      'Người dân xem hội xuân',
    ]);
    expect(preview.blocks.map(blockText).filter((text) => text !== '')).toEqual([
      lines[2],
      prose,
      'Lễ bế mạc sẽ họp sau.',
    ]);
  });

  it('does not take reported speech, questions or plain sentences for captions', () => {
    const prose = `Chương trình kéo dài đến hết năm, ${'với nhiều đợt khảo sát ở các xã vùng cao và ven biển, '.repeat(4)}rồi tổng kết.`;
    for (const text of [
      'Ông Trần Văn Đức cho biết, lúa năm nay được mùa.',
      'Đồng chí Lê Thị Hoa nhấn mạnh: phải làm từ cơ sở.',
      'Bà Nguyễn Thị Lụa nói “tôi rất mừng”.',
      'Hội nghị đã thông qua Nghị quyết.',
    ]) {
      const preview = previewOf(['Tiêu đề của bài', prose, prose, text, prose].join('\n'));
      expect(preview.captions, text).toEqual([]);
      expect(preview.blocks.map(blockText), text).toContain(text);
    }
  });
});

describe('what a person changes in the preview', () => {
  const preview = previewImport(read(fixtures['seed-article']), 'seed-article.txt');

  it('turns a caption into a paragraph in the same place, and back', () => {
    const changed = reclassify(preview, 21, 'body');
    expect(changed.captions.map(({ id }) => id)).toEqual(['photo-9', 'photo-15', 'photo-25']);
    expect(blockText(changed.blocks[5]!)).toMatch(/^Đồng chí Mai Xuân Liêm .* tại Hội nghị\.$/u);
    const { document } = seedOf(changed);
    expect(document.photos).toHaveLength(3);
    expect(document.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(8);
    expect(tableOf(reclassify(changed, 21, 'caption'))).toEqual(tableOf(preview));
  });

  it('brings a dropped line into the article, and an article’s line out of it', () => {
    const kept = seedOf(reclassify(preview, 33, 'body'));
    expect(blockText(kept.document.blocks.at(-1)!)).toBe('Bài viết liên quan');
    expect(kept.provenance.dropped.map(({ line }) => line)).toEqual([1, 31]);
    const dropped = seedOf(reclassify(preview, 29, 'boilerplate'));
    expect(dropped.document.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(6);
    expect(dropped.provenance.dropped.map(({ line }) => line)).toEqual([1, 29, 31, 33]);
  });

  it('has one headline: naming another line makes the former a paragraph, full stop and all', () => {
    const changed = reclassify(preview, 9, 'headline');
    expect(changed.headline).toBe('Quang cảnh Hội nghị');
    expect(blockText(changed.blocks[0]!)).toMatch(/năm 2022\.$/u);
  });

  it('keeps what was typed elsewhere in the preview', () => {
    const typed: ImportPreview = {
      ...preview,
      headline: 'Tiêu đề mới',
      fields: { ...preview.fields, author: 'Minh Tuấn', category: 'Chuyển đổi số' },
      captions: preview.captions.map((photo) => (photo.id === 'photo-9' ? { ...photo, caption: 'Toàn cảnh.' } : photo)),
    };
    const { document } = seedOf(reclassify(typed, 25, 'body'));
    expect(document.headline).toBe('Tiêu đề mới');
    expect(document.fields).toEqual({ author: 'Minh Tuấn', category: 'Chuyển đổi số', publishedOn: '2022-04-26' });
    expect(document.photos[0]?.caption).toBe('Toàn cảnh.');
  });

  it('makes a valid document of any preview that the contract lets through', () => {
    const hostile: ImportPreview = {
      ...preview,
      headline: 'Hai\ndòng\u0000 \ud800',
      blocks: [...preview.blocks, { kind: 'photo', photo: 'không có' }, preview.blocks[0]!],
      fields: { publishedOn: '2022-02-31', category: ' ', unknown: 'x', tags: 'a, ,b' },
    };
    const { document } = seedOf(hostile);
    expect(articleDocumentSchema.parse(document)).toEqual(document);
    expect(document.headline).toBe('Hai dòng \ufffd');
    expect(document.fields).toEqual({ tags: ['a', 'b'] });
    expect(document.blocks.filter(({ kind }) => kind === 'photo')).toHaveLength(4);
  });
});

describe('files that cannot be imported', () => {
  it('names an empty file, whether it holds nothing or nothing to see', () => {
    for (const text of ['', ' \n\t\r\n', '\ufeff', '\u200b\u00a0\n']) {
      expect(codeOf(() => previewOf(text))).toEqual({ code: 'file-empty', details: { file: 'bài.txt' } });
    }
  });

  it('names the byte where broken UTF-8 begins', () => {
    const broken: [number[], number][] = [
      [[0x41, 0xff], 1],
      [[0x41, 0xc3], 1],
      [[0xe1, 0xba, 0x20], 0],
      [[0x41, 0x42, 0xc0, 0x80], 2],
      [[0xed, 0xa0, 0x80], 0],
      [[0xf4, 0x90, 0x80, 0x80], 0],
      [[0xef, 0xbb, 0xbf, 0x41, 0x80], 4],
    ];
    for (const [bytes, offset] of broken) {
      const { code, details } = codeOf(() => previewImport(Uint8Array.from(bytes), 'a.txt'));
      expect({ code, details }).toEqual({ code: 'file-broken-encoding', details: { file: 'a.txt', offset } });
    }
    const lone = Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]);
    expect(codeOf(() => previewImport(lone, 'a.txt')).details).toMatchObject({ offset: 4 });
  });

  it('says that pictures, documents, programs and web pages are not text', () => {
    const cut = (path: string): Uint8Array => read(path).subarray(0, 5000);
    const inputs = [
      cut('resources/sample/black-canyon.jpg'),
      utf8('%PDF-1.7\n'),
      utf8('{\\rtf1\\ansi'),
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      Uint8Array.from([0x41, 0x00, 0x42, 0x43, 0x00, 0x00]),
      utf8('<!DOCTYPE html><html><body>Bài</body></html>'),
    ];
    for (const bytes of inputs) expect(codeOf(() => previewImport(bytes, 'a')).code).toBe('file-not-text');
  });

  it('refuses what is larger than a file or longer than an article may be', async () => {
    expect(codeOf(() => previewImport(new Uint8Array(50 * 1024 * 1024 + 1), 'a.txt'))).toEqual({
      code: 'file-too-large',
      details: { file: 'a.txt', size: 50.1, limit: 50 },
    });
    expect(codeOf(() => previewOf('a '.repeat(1_000_001))).code).toBe('file-too-long');
    expect(codeOf(() => previewOf('a\r'.repeat(20_001))).details).toMatchObject({ lines: 20_002 });
  });

  it('does not read a file of 200 MB to know that it is too large', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'toasoan-import-'));
    try {
      const path = join(folder, 'lớn.txt');
      const file = await open(path, 'w');
      await file.truncate(200 * 1024 * 1024);
      await file.close();
      const refusal = async (name: string) =>
        asAppError(await readImportFile(join(folder, name)).catch((error) => error));
      expect(await refusal('lớn.txt')).toMatchObject({ code: 'file-too-large', details: { size: 200, limit: 50 } });
      expect(await refusal('không có.txt')).toMatchObject({ code: 'file-not-found' });
      expect(await refusal('.')).toMatchObject({ code: 'file-not-text' });
      await writeFile(join(folder, 'bài.txt'), 'Một bài');
      expect(await readImportFile(join(folder, 'bài.txt'))).toMatchObject({ name: 'bài.txt' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('any file at all', () => {
  it('gives a preview or an AppError for arbitrary bytes (seed 11)', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 300 }).map(utf8));
    fc.assert(
      fc.property(bytes, (input) => {
        try {
          articleDocumentSchema.parse(seedOf(previewImport(input, 'a.txt')).document);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('loses no line: each is in the article or in the provenance (seed 12)', () => {
    const samples = Object.values(fixtures).flatMap((path) => readFileSync(new URL(path, root), 'utf8').split('\n'));
    const words = fc.constantFrom(
      'Hội',
      'nghị',
      'Ảnh:',
      '26/4/2022',
      '-',
      '|',
      'Nguyễn',
      'Văn',
      'đã',
      ',',
      '(',
      ')',
      './.',
      '“',
      '”',
      'Nguồn:',
      '1.',
      'x@y.vn',
    );
    const line = fc.oneof(
      fc.constantFrom(...samples, 'Hết', 'Ảnh: Thu Hà', '- Một', '- Hai?', '1. A b', '2. C d', 'Tags: a, b', '***'),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        if (!isVisible(text) || /^\s*<|^(?:%PDF|GIF8|PK|RIFF|Rar!|MZ)/u.test(text)) return;
        const preview = previewOf(text);
        expectNothingLost(text, preview);
      }),
      { seed: 12, numRuns: 800 },
    );
  });
});

function expectNothingLost(text: string, preview: ImportPreview): void {
  const { document, provenance } = seedOf(preview);
  const dropped = provenance.dropped.map((entry) => entry.text);
  const inDocument = [
    document.headline,
    document.lead,
    ...document.blocks.map(blockText),
    ...document.photos.flatMap(({ caption, credit }) => [caption, credit]),
  ].join('\n');
  const values = JSON.stringify([document.fields, document.photos]).normalize('NFC');
  const raws = preview.guesses.map((guess) => guess.raw ?? guess.text);
  for (const line of text.split(/[\n\r\v\f\u0085\u2028\u2029]/u)) {
    const shown = line
      .replace(/(?!\t)\p{Cc}/gu, '')
      .normalize('NFC')
      .trim();
    if (isVisible(shown))
      expect(
        raws.some((raw) => raw.includes(shown)),
        shown,
      ).toBe(true);
  }
  for (const guess of preview.guesses) {
    const label = `${guess.as}: ${guess.text}`;
    if (['boilerplate', 'related', 'end-mark'].includes(guess.as)) expect(dropped, label).toContain(guess.text);
    else if (guess.as === 'meta') {
      const found = Object.values(parseMetaLine(guess.text)?.fields ?? { category: guess.text });
      const kept = found.every((value) => value.split(/[,;]/u).every((part) => values.includes(part.trim())));
      expect(kept || dropped.includes(guess.text), label).toBe(true);
    } else if (['author', 'source', 'credit'].includes(guess.as)) {
      const last =
        guess.text
          .replace(/[\s.)"\\]+$/u, '')
          .split(/[\s"\\]+/u)
          .at(-1) ?? '';
      expect(values.includes(last) || dropped.includes(guess.text), label).toBe(true);
    } else expect(inDocument, label).toContain(guess.text);
  }
}
