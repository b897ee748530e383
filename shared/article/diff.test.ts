import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDocuments } from './diff.ts';
import { diffWords } from './diff-words.ts';
import { type ArticleDocument, type Block, blockText, type Photo } from './document.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] });
const article = (blocks: Block[], rest: Partial<ArticleDocument> = {}): ArticleDocument => ({
  version: 1,
  language: 'vi',
  headline: '',
  lead: '',
  blocks,
  photos: [],
  fields: {},
  ...rest,
});
const side = (runs: { op: string; text: string }[], op: string): string =>
  runs
    .filter((run) => run.op === 'same' || run.op === op)
    .map((run) => run.text)
    .join('');
const marked = (runs: { op: string; text: string }[]): string =>
  runs.map(({ op, text }) => (op === 'same' ? text : op === 'insert' ? `{+${text}}` : `{-${text}}`)).join('');

describe('words that changed', () => {
  it('shows whole Vietnamese syllables, the old one before the new', () => {
    expect(marked(diffWords('định hướng về về các nhiệm vụ', 'định hướng về các nhiệm vụ'))).toBe(
      'định hướng về {-về }các nhiệm vụ',
    );
    expect(marked(diffWords('phục vụ người dân, doanh nghiệp', 'phục vụ nhân dân, doanh nghiệp.'))).toBe(
      'phục vụ {-người}{+nhân} dân, doanh nghiệp{+.}',
    );
  });

  it('shows a phrase that was replaced as one change, not as confetti', () => {
    expect(marked(diffWords('Quang cảnh Hội nghị.', 'Toàn thể hội trường.'))).toBe(
      '{-Quang cảnh Hội nghị}{+Toàn thể hội trường}.',
    );
  });

  it('gives both texts back, whatever they are (seed 31)', () => {
    const text = fc.oneof(
      fc
        .array(fc.constantFrom('Hội', ' ', 'nghị', ', ', 'số', '. ', '2022', '“', ' – '), { maxLength: 30 })
        .map((words) => words.join('')),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        expect(side(runs, 'delete')).toBe(before);
        expect(side(runs, 'insert')).toBe(after);
        expect(runs.every((run) => run.text !== '')).toBe(true);
        if (before === after) expect(runs.every((run) => run.op === 'same')).toBe(true);
      }),
      { seed: 31, numRuns: 2000 },
    );
  });

  it('replaces a text by one that has nothing to do with it', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, index) => `b${index}`).join('\t');
    expect(diffWords(before, after).map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
});

describe('a document that changed', () => {
  const first = paragraph('Hội nghị nhằm giúp lãnh đạo các sở hiểu rõ ý nghĩa của chuyển đổi số.');
  const second = paragraph('Tại Hội nghị, các đại biểu được nghe giới thiệu những nội dung cơ bản nhất.');

  it('is all new to somebody who never saw it', () => {
    const changes = diffDocuments(null, article([first], { headline: 'Tiêu đề', fields: { category: 'Tin tức' } }));
    expect(changes.headline).toEqual([{ op: 'insert', text: 'Tiêu đề' }]);
    expect(changes.lead).toEqual([]);
    expect(changes.blocks).toMatchObject([{ op: 'insert', kind: 'paragraph' }]);
    expect(changes.fields).toEqual([{ field: 'category', before: '', after: 'Tin tức' }]);
  });

  it('shows a paragraph put between two that stayed', () => {
    const changes = diffDocuments(article([first, second]), article([first, paragraph('Một đoạn mới.'), second]));
    expect(changes.blocks.map(({ op }) => op)).toEqual(['same', 'insert', 'same']);
  });

  it('shows a changed paragraph as one, even beside a new one', () => {
    const changed = paragraph('Tại Hội nghị, các đại biểu đã nghe giới thiệu những nội dung cơ bản.');
    const changes = diffDocuments(article([first, second]), article([first, paragraph('Đoạn khác hẳn.'), changed]));
    expect(changes.blocks.map(({ op }) => op)).toEqual(['same', 'insert', 'change']);
    expect(marked(changes.blocks[2]!.runs)).toBe(
      'Tại Hội nghị, các đại biểu {-được}{+đã} nghe giới thiệu những nội dung cơ bản{- nhất}.',
    );
  });

  it('tells a change of kind, with the kind that it was', () => {
    const changes = diffDocuments(article([first]), article([{ ...first, kind: 'heading2' } as Block]));
    expect(changes.blocks).toMatchObject([
      { op: 'change', kind: 'heading2', was: 'paragraph', runs: [{ op: 'same' }] },
    ]);
  });

  it('lists what changed in captions, files and fields, and nothing else', () => {
    const photo: Photo = { id: 'a', sha256: null, caption: 'Quang cảnh.', credit: '', alt: '' };
    const before = article([{ kind: 'photo', photo: 'a' }], {
      photos: [photo],
      fields: { tags: ['một'], author: 'PV' },
    });
    const after = article([{ kind: 'photo', photo: 'a' }], {
      photos: [{ ...photo, sha256: 'f'.repeat(64), credit: 'Thu Hà' }],
      fields: { tags: ['một', 'hai'], author: 'PV' },
    });
    expect(diffDocuments(before, after)).toEqual({
      headline: [],
      lead: [],
      blocks: [{ op: 'same', kind: 'photo', photo: 'a', runs: [] }],
      captions: [
        { photo: 'a', field: 'file', runs: [{ op: 'insert', text: 'f'.repeat(64) }] },
        { photo: 'a', field: 'credit', runs: [{ op: 'insert', text: 'Thu Hà' }] },
      ],
      pictures: [],
      fields: [{ field: 'tags', before: 'một', after: 'một, hai' }],
    });
  });

  it('lists what changed in what goes out with a photo: its details and what is done to the picture', () => {
    const area = (x: number) => ({ x, y: 0.1, width: 0.2, height: 0.2 });
    const photo: Photo = { id: 'a', sha256: 'f'.repeat(64), caption: 'c', credit: 'n', alt: 'a' };
    const blocks: Block[] = [{ kind: 'photo', photo: 'a' }];
    const before = article(blocks, {
      photos: [
        {
          ...photo,
          details: {
            creator: 'Hà',
            people: [{ name: 'Liêm', area: area(0) }, { name: 'Tiến' }],
            expires: '2026-12-31',
          },
          edits: { turn: 90, crops: { '16:9': area(0), free: area(0) }, pixelated: [area(0)], withheld: true },
        },
      ],
    });
    const after = article(blocks, {
      photos: [
        {
          ...photo,
          decorative: true,
          details: { creator: 'Thu Hà', people: [{ name: 'Liêm', title: 'Phó Chủ tịch', area: area(0.5) }] },
          edits: { crops: { '16:9': area(0.5) }, pixelated: [area(0.5)], withheld: true, focus: { x: 0.5, y: 0.5 } },
        },
      ],
    });
    const { captions, pictures } = diffDocuments(before, after);
    expect(captions.map(({ field }) => field)).toEqual(['people', 'creator']);
    expect(pictures).toEqual([
      {
        photo: 'a',
        changes: [
          { what: 'decorative', before: false, after: true },
          { what: 'value', field: 'expires', before: '2026-12-31', after: '' },
          { what: 'pixelated', before: 1, after: 1 },
          { what: 'turn', before: 90, after: 0 },
          { what: 'crop', shape: '16:9', op: 'change' },
          { what: 'crop', shape: 'free', op: 'delete' },
          { what: 'focus', op: 'insert' },
          { what: 'areas', names: ['Liêm'] },
        ],
      },
    ]);
    expect(diffDocuments(after, after)).toMatchObject({ captions: [], pictures: [] });
  });

  it('marks the words whose formats are others now, and says which they were', () => {
    const before: Block = { kind: 'paragraph', runs: [{ text: 'Một hai ba', bold: true }, { text: ' bốn.' }] };
    const after: Block = {
      kind: 'paragraph',
      runs: [{ text: 'Một', bold: true }, { text: ' hai ba bốn' }, { text: ' năm.', link: 'https://a.vn' }],
    };
    const [changed] = diffDocuments(article([before]), article([after])).blocks;
    expect(changed).toMatchObject({ op: 'change', kind: 'paragraph', was: 'paragraph' });
    expect(changed!.runs).toEqual([
      { op: 'same', text: 'Một', formats: { bold: true } },
      { op: 'same', text: ' hai ba', was: { bold: true } },
      { op: 'same', text: ' bốn' },
      { op: 'insert', text: ' năm', formats: { link: 'https://a.vn' } },
      { op: 'same', text: '.', formats: { link: 'https://a.vn' }, was: {} },
    ]);
  });

  it('says what else of a block changed: its depth, its box, its target, its file', () => {
    const item: Block = { kind: 'bullet', runs: [{ text: 'việc một' }] };
    const related: Block = { kind: 'related', article: 'a', headline: 'Bài cũ' };
    const file: Block = { kind: 'file', sha256: 'a'.repeat(64), name: 'Kế hoạch.pdf', bytes: 3 };
    const changes = diffDocuments(
      article([item, first, related, file]),
      article([
        { ...item, indent: 2 },
        { ...first, box: 'hộp' },
        { ...related, article: 'b', headline: 'Bài mới' },
        { ...file, sha256: 'b'.repeat(64), bytes: 4 },
      ]),
    );
    expect(changes.blocks.map(({ op, traits }) => [op, traits])).toEqual([
      ['change', [{ trait: 'indent', before: 0, after: 2 }]],
      ['change', [{ trait: 'box', before: false, after: true }]],
      ['change', [{ trait: 'target' }]],
      ['change', [{ trait: 'content' }]],
    ]);
    expect(marked(changes.blocks[2]!.runs)).toBe('Bài {-cũ}{+mới}');
    expect(changes.blocks[3]).toMatchObject({ runs: [{ op: 'same', text: 'Kế hoạch.pdf' }], file: { bytes: 4 } });
    expect(changes.blocks[1]).toMatchObject({ isInBox: true });
  });

  it('counts numbered items as they stand now', () => {
    const item = (text: string, indent?: number): Block => ({
      kind: 'number',
      runs: [{ text }],
      ...(indent === undefined ? {} : { indent }),
    });
    const changes = diffDocuments(
      article([item('một'), item('bỏ hẳn'), item('hai')]),
      article([item('một'), item('một a', 1), item('hai'), first, item('lại từ đầu')]),
    );
    expect(changes.blocks.map(({ op, number }) => [op, number])).toEqual([
      ['same', 1],
      ['delete', undefined],
      ['insert', 1],
      ['same', 2],
      ['insert', undefined],
      ['insert', 1],
    ]);
  });

  it('tells which photos of a gallery came, went and moved', () => {
    const gallery = (...photos: string[]): Block => ({ kind: 'gallery', photos });
    const of = (before: Block, after: Block) => diffDocuments(article([before]), article([after])).blocks[0]!;
    const changed = of(gallery('a', 'b', 'c'), gallery('a', 'c', 'd'));
    expect(changed.gallery).toEqual([
      { op: 'same', photo: 'a' },
      { op: 'delete', photo: 'b' },
      { op: 'same', photo: 'c' },
      { op: 'insert', photo: 'd' },
    ]);
    expect(changed.traits).toBeUndefined();
    expect(of(gallery('a', 'b'), gallery('b', 'a')).traits).toEqual([{ trait: 'order' }]);
  });

  it('gives both bodies back, block by block (seed 32)', () => {
    const words = fc.array(fc.constantFrom('Hội', 'nghị', 'số', 'tỉnh', 'đã', 'họp'), { maxLength: 8 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((list) => paragraph(list.join(' '))),
      words.map(
        (list): Block => ({ kind: 'bullet', runs: list.length > 0 ? [{ text: list.join(' '), bold: true }] : [] }),
      ),
      fc.constantFrom<Block>({ kind: 'rule' }, { kind: 'photo', photo: 'a' }, { kind: 'photo', photo: 'b' }),
    );
    const blocks = fc.array(block, { maxLength: 10 });
    const shape =
      (op: string) => (changed: { op: string; kind: string; was?: string; runs: { op: string; text: string }[] }) => ({
        kind: op === 'delete' ? (changed.was ?? changed.kind) : changed.kind,
        text: side(changed.runs, op),
      });
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const changes = diffDocuments(article(before), article(after)).blocks;
        const plain = (list: Block[]) => list.map((item) => ({ kind: item.kind, text: blockText(item) }));
        expect(changes.filter(({ op }) => op !== 'insert').map(shape('delete'))).toEqual(plain(before));
        expect(changes.filter(({ op }) => op !== 'delete').map(shape('insert'))).toEqual(plain(after));
      }),
      { seed: 32, numRuns: 1500 },
    );
  });
});
