/** Articles made at random, of every kind of block, every format and what people and machines put into text. */
import fc from 'fast-check';
import {
  type ArticleDocument,
  type Block,
  MAX_INDENT,
  type Photo,
  type Run,
  textBlockKinds,
} from '../../shared/article/document.ts';

export const RANDOM_PHOTO = 'ab'.repeat(32);

/** Each is awkward to some format: signs of markup, what XML forbids, other directions, words without an end. */
const awkward = [
  ']]>',
  '<script>alert(1)</script>',
  '&amp; &#x0; &',
  '\u0000\u0001\u000b\u001f',
  '\ufffe\uffff',
  'שלום עולם',
  'مرحبا',
  '👩‍👩‍👧‍👦 🇻🇳',
  'x'.repeat(300),
  'https://vi-du.example/duong-dan/rat-dai/'.repeat(4),
  '*a* _b_ `c` ~~d~~ | e | [f](g) # 1. - > \\',
  'một\u2028hai',
  '\tthụt',
  '   ',
  'e\u0301\u0323',
  '\u00a0\u200b\u202e\u2066',
  'Nguyễn Thị Ỷ Ẫm ở Đắk Lắk, quyết định 06-NQ/TU',
];

export const textArbitrary: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.lorem()), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '));

const format = fc.option(fc.constant(true as const), { nil: undefined });

const runArbitrary: fc.Arbitrary<Run> = fc
  .record({
    text: textArbitrary,
    bold: format,
    italic: format,
    underline: format,
    strike: format,
    script: fc.constantFrom('none', 'none', 'superscript', 'subscript'),
    link: fc.constantFrom(
      undefined,
      undefined,
      'https://vi-du.example/a_(b)?c=1&d="2"',
      'mailto:a@vi-du.example',
      'javascript:alert(1)',
    ),
  })
  .map(({ script, ...run }) => {
    const formats = { ...run, ...(script === 'none' ? {} : { [script]: true }) };
    return Object.fromEntries(Object.entries(formats).filter(([, value]) => value !== undefined)) as Run;
  });

const runs = fc.array(runArbitrary, { maxLength: 3 });

const tableArbitrary: fc.Arbitrary<Block> = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 4 }),
    header: format,
    widths: fc.boolean(),
    merged: fc.constantFrom('none', 'across', 'down', 'both'),
    runs: fc.array(runs, { minLength: 16, maxLength: 16 }),
  })
  .map(({ columns, rows, header, widths, merged, runs: texts }) => {
    const across = merged === 'across' || merged === 'both' ? Math.min(2, columns) : 1;
    const down = merged === 'down' || merged === 'both' ? Math.min(2, rows) : 1;
    const isCovered = (row: number, column: number): boolean =>
      row < down && column < across && (row > 0 || column > 0);
    return {
      kind: 'table',
      table: 't',
      ...(header === undefined ? {} : { header }),
      ...(widths ? { widths: Array.from({ length: columns }, (_, index) => 10 + index * 7) } : {}),
      rows: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => column)
          .filter((column) => !isCovered(row, column))
          .map((column) => ({
            runs: texts[row * 4 + column]!,
            ...(row === 0 && column === 0 && across > 1 ? { columns: across } : {}),
            ...(row === 0 && column === 0 && down > 1 ? { rows: down } : {}),
          })),
      ),
    };
  });

const blockArbitrary: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...textBlockKinds), runs }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('bullet' as const, 'number' as const),
        runs,
        indent: fc.nat({ max: MAX_INDENT }),
      })
      .map(({ indent, ...item }) => (indent === 0 ? item : { ...item, indent })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Block>({ kind: 'rule' }, { kind: 'photo', photo: 'gone' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Block>(
      { kind: 'photo', photo: 'a' },
      { kind: 'photo', photo: 'b' },
      { kind: 'gallery', photos: ['a', 'b', 'gone', 'a'] },
    ),
  },
  { weight: 1, arbitrary: textArbitrary.map((headline): Block => ({ kind: 'related', article: 'khac', headline })) },
  {
    weight: 1,
    arbitrary: textArbitrary.map((name): Block => ({ kind: 'file', sha256: 'cd'.repeat(32), name, bytes: 1_234_567 })),
  },
  { weight: 2, arbitrary: tableArbitrary },
);

/** Some blocks stand in one of two info boxes. */
const boxedArbitrary: fc.Arbitrary<Block> = fc
  .tuple(blockArbitrary, fc.constantFrom(undefined, undefined, 'h1', 'h2'))
  .map(([block, box]) => (box === undefined ? block : { ...block, box }));

const photoArbitrary = (id: string, sha256: string | null): fc.Arbitrary<Photo> =>
  fc
    .record({ caption: textArbitrary, credit: textArbitrary, alt: textArbitrary })
    .map((said) => ({ id, sha256, ...said }));

export const articleArbitrary: fc.Arbitrary<ArticleDocument> = fc
  .record({
    language: fc.constantFrom('vi', 'en'),
    headline: textArbitrary,
    lead: fc.oneof(fc.constant(''), textArbitrary),
    blocks: fc.array(boxedArbitrary, { maxLength: 12 }),
    photos: fc.tuple(photoArbitrary('a', RANDOM_PHOTO), photoArbitrary('b', null)),
    author: fc.option(textArbitrary, { nil: undefined }),
    tags: fc.option(fc.array(textArbitrary, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ author, tags, ...rest }) => ({
    version: 1,
    ...rest,
    fields: {
      category: 'Tin tức',
      publishedOn: '2022-04-26',
      ...(author === undefined ? {} : { author }),
      ...(tags === undefined ? {} : { tags }),
    },
  }));
