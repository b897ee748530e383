/**
 * How a Word file looks: the page and the type of state offices (NĐ 30/2020/NĐ-CP, Phụ lục I), in styles that a person
 * changes once for the whole text. Names of Word's own styles are those that Word translates and importers know.
 */
import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import { MAX_INDENT } from '../../../../../shared/article/document.ts';

/** Every Vietnamese office has it. */
export const FONT = 'Times New Roman';
/** Word counts type in half points, everything else in twentieths of a point. */
const BODY_SIZE = 26;
const SMALL_SIZE = 22;
export const TWIPS_PER_POINT = 20;
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), right: mm(20), bottom: mm(20), left: mm(30) },
};
export const TEXT_WIDTH = page.size.width - page.margin.left - page.margin.right;

const INDENT = mm(10);
const LIST_STEP = mm(7.5);
const INK = '1F1F1F';
export const RULE_COLOR = '7F7F7F';
export const BOX_FILL = 'F2F2F2';
export const HEAD_FILL = 'E7E6E6';

/** Ids of styles, which paragraphs name. */
export const styleIds = {
  title: 'Title',
  lead: 'Lead',
  body: 'BodyText',
  kicker: 'Kicker',
  quote: 'Quote',
  attribution: 'Attribution',
  figure: 'Figure',
  caption: 'Caption',
  cell: 'TableText',
  head: 'TableHead',
  byline: 'Byline',
  note: 'ArticleNote',
  list: 'ListParagraph',
  spacer: 'Spacer',
} as const;

/** Points below and above a paragraph; between its lines in hundredths of their height. */
const space = (below: number, above = 0, lines = 115) => ({
  spacing: {
    before: above * TWIPS_PER_POINT,
    after: below * TWIPS_PER_POINT,
    line: Math.round(lines * 2.4),
    lineRule: LineRuleType.AUTO,
  },
});

const own = (id: string, name: string, rest: object) => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });

export function docxStyles(language: 'vi-VN' | 'en-GB'): IStylesOptions {
  const heading = (size: number, italics = false) => ({
    run: { font: FONT, size, bold: true, italics, color: INK },
    paragraph: { ...space(4, 12), keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: BODY_SIZE, language: { value: language } },
        paragraph: space(0),
      },
      title: {
        run: { font: FONT, size: 36, bold: true, color: INK },
        paragraph: { alignment: AlignmentType.LEFT, ...space(8, 4, 105), keepNext: true },
      },
      heading2: heading(28),
      heading3: heading(BODY_SIZE, true),
      listParagraph: { run: {}, paragraph: space(4) },
      caption: {
        run: { font: FONT, size: SMALL_SIZE, italics: true, color: INK },
        paragraph: { alignment: AlignmentType.CENTER, ...space(12) },
      },
      hyperlink: { run: { color: '0B4F8A', underline: {} } },
    },
    paragraphStyles: [
      own(styleIds.lead, 'Sapo', {
        run: { bold: true },
        paragraph: { alignment: AlignmentType.JUSTIFIED, ...space(10) },
      }),
      own(styleIds.body, 'Body Text', {
        paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: INDENT }, ...space(6) },
      }),
      own(styleIds.kicker, 'Chuyên mục', { run: { size: SMALL_SIZE, color: '595959' }, paragraph: space(2) }),
      own(styleIds.quote, 'Quote', {
        run: { italics: true },
        paragraph: {
          indent: { left: INDENT, right: INDENT },
          alignment: AlignmentType.JUSTIFIED,
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: RULE_COLOR } },
          ...space(6, 6),
        },
      }),
      own(styleIds.attribution, 'Nguồn trích dẫn', {
        paragraph: { alignment: AlignmentType.RIGHT, indent: { right: INDENT }, ...space(8) },
      }),
      own(styleIds.figure, 'Ảnh', { paragraph: { alignment: AlignmentType.CENTER, keepNext: true, ...space(4, 8) } }),
      own(styleIds.cell, 'Chữ trong bảng', {
        run: { size: 24 },
        paragraph: space(2, 2, 105),
      }),
      own(styleIds.head, 'Đầu bảng', {
        run: { size: 24, bold: true },
        paragraph: { ...space(2, 2, 105), keepNext: true },
      }),
      own(styleIds.byline, 'Tác giả', {
        run: { bold: true },
        paragraph: { alignment: AlignmentType.RIGHT, ...space(2, 10) },
      }),
      own(styleIds.note, 'Ghi chú bài', { run: { size: SMALL_SIZE }, paragraph: space(4) }),
      own(styleIds.spacer, 'Khoảng cách', { run: { size: 12 }, paragraph: space(0, 0, 100) }),
    ],
  };
}

/** Signs as state offices write them: a dash, then a plus. */
const bullets = ['–', '+', '–', '+', '–'];

export const numberReferences = { bullet: 'bullets', number: 'numbers' } as const;

/** A list that begins anew is an instance of one of these. */
export function docxNumbering() {
  const levels = (format: (level: number) => object) =>
    Array.from({ length: MAX_INDENT + 1 }, (_, level) => ({
      level,
      alignment: AlignmentType.LEFT,
      ...(format(level) as { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }),
      style: { paragraph: { indent: { left: LIST_STEP * (level + 1), hanging: LIST_STEP } } },
    }));
  return {
    config: [
      {
        reference: numberReferences.bullet,
        levels: levels((level) => ({ format: LevelFormat.BULLET, text: bullets[level] ?? '–' })),
      },
      {
        reference: numberReferences.number,
        levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
      },
    ],
  };
}
