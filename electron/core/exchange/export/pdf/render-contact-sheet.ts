/** Pictures on paper, three beside each other, each with its name, stars, caption and credit, for a desk to choose from with a pen. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { creditApart } from '../../../../../shared/article/credit-apart.ts';
import { formatInstant } from '../../../../../shared/text/dates.ts';
import type { ContactSheet, SheetPicture } from '../contact-sheet-source.ts';
import type { ExportedPhoto, PdfOptions } from '../export-source.ts';
import { makePdf } from './make-pdf.ts';
import { PdfText } from './pdf-text.ts';
import { printFonts } from './print-fonts.ts';
import { color, leading, SANS, size } from './print-style.ts';

const PAGE_WIDTH = 595.28;
const MARGINS = { side: 36, top: 56, bottom: 40 };
const WIDTH = PAGE_WIDTH - 2 * MARGINS.side;
const COLUMNS = 3;
const GUTTER = 14;
const COLUMN = (WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS;
/** Almost as tall as a picture of 3:2 that is as wide as its column: four rows to a page. */
const PICTURE_HEIGHT = 106;
/** More than that has no room below a picture; the whole caption is in the file. */
const MOST_LETTERS = 150;
const NAME_LETTERS = 34;
/** One line at the head of each page. */
const TITLE_LETTERS = 60;
const STAR = { radius: 3.2, inner: 1.35, step: 7.6 };

const words = {
  vi: {
    title: 'Ảnh để chọn',
    count: (count: number) => `${count} ảnh`,
    page: (page: number, pages: number) => `Trang ${page}/${pages}`,
    made: (at: string) => `In lúc ${at}`,
    elsewhere: 'Ảnh chưa về máy này',
    'held-back': 'Ảnh chưa đưa ra được: phải che mặt',
    aside: 'để riêng',
    noCaption: 'Chưa có chú thích',
    credit: 'Ảnh',
  },
  en: {
    title: 'Photos to choose from',
    count: (count: number) => (count === 1 ? '1 photo' : `${count} photos`),
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    made: (at: string) => `Printed at ${at}`,
    elsewhere: 'Not on this computer yet',
    'held-back': 'May not go out: faces have to be pixelated',
    aside: 'put aside',
    noCaption: 'No caption yet',
    credit: 'Photo',
  },
} as const;

export async function renderContactSheet(
  sheet: ContactSheet,
  { resources }: PdfOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = printFonts(resources);
  const made = await makePdf(definition(sheet, new PdfText(fonts)), fonts);
  return new Uint8Array(await made.getBuffer());
}

function definition(sheet: ContactSheet, text: PdfText): TDocumentDefinitions {
  const { language, pictures, at, office } = sheet;
  const said = words[language];
  const title = sheet.title.trim() === '' ? said.title : sheet.title.trim();
  const rows = Math.ceil(pictures.length / COLUMNS);
  return {
    pageSize: 'A4',
    pageMargins: [MARGINS.side, MARGINS.top, MARGINS.side, MARGINS.bottom],
    version: '1.7',
    language: language === 'en' ? 'en-GB' : 'vi-VN',
    displayTitle: true,
    info: { title, author: office, creator: 'Tòa Soạn', producer: 'Tòa Soạn', creationDate: new Date(at) },
    images: Object.fromEntries(
      pictures.flatMap(({ image }, index) => (typeof image === 'string' ? [] : [[`p${index}`, dataOf(image)]])),
    ),
    defaultStyle: { font: SANS, fontSize: size.tiny, lineHeight: leading.sans, color: color.ink },
    header: () => ({
      columns: [
        { width: '*', text: text.plain(shorten(title, TITLE_LETTERS), SANS), bold: true, fontSize: 11 },
        { width: 'auto', text: text.plain(office, SANS), color: color.soft, margin: [0, 3, 0, 0] },
      ],
      columnGap: GUTTER,
      margin: [MARGINS.side, 26, MARGINS.side, 0],
    }),
    footer: (page, pages) => ({
      columns: [
        { width: '*', text: `${said.count(pictures.length)}  ·  ${said.made(formatInstant(at, language))}` },
        { width: 'auto', text: said.page(page, pages), alignment: 'right' },
      ],
      color: color.soft,
      margin: [MARGINS.side, 14, MARGINS.side, 0],
    }),
    content: Array.from({ length: rows }, (_, row) => ({
      columns: pictures.slice(row * COLUMNS, (row + 1) * COLUMNS).map((picture, column) => ({
        width: COLUMN,
        stack: cell(picture, `p${row * COLUMNS + column}`, text, language),
      })),
      columnGap: GUTTER,
      unbreakable: true,
      margin: [0, 0, 0, 12],
    })),
  };
}

function cell(picture: SheetPicture, image: string, text: PdfText, language: 'vi' | 'en'): Content[] {
  const said = words[language];
  const { name, description, rating } = picture;
  const credit = creditApart({ caption: description, credit: picture.credit });
  const caption =
    description.trim() === ''
      ? { text: said.noCaption, italics: true, color: color.soft }
      : { text: text.plain(shorten(description.replace(/\s+/gu, ' ').trim(), MOST_LETTERS), SANS) };
  return [
    pictureIn(picture, image, text, said),
    {
      columns: [
        { width: '*', text: text.plain(shortName(name), SANS), bold: true, noWrap: true },
        rating < 0
          ? { width: 'auto', text: said.aside, color: color.soft }
          : {
              width: 'auto',
              canvas: rating === 0 ? [] : Array.from({ length: rating }, (_, at) => star(at)),
              margin: [0, 1.5, 0, 0],
            },
      ],
      columnGap: 6,
      margin: [0, 4, 0, 1],
    },
    { ...caption, fontSize: size.small },
    ...(credit === '' ? [] : [{ text: [`${said.credit}: `, ...text.plain(credit, SANS)], color: color.soft }]),
  ];
}

/** In the middle of a field that is as large for every picture, so that rows stand straight. */
function pictureIn({ image }: SheetPicture, name: string, text: PdfText, said: (typeof words)['vi' | 'en']): Content {
  if (typeof image === 'string')
    return field({
      text: text.plain(said[image], SANS),
      color: color.soft,
      alignment: 'center',
      margin: [14, 44, 14, 0],
    });
  const scale = Math.min(COLUMN / image.width, PICTURE_HEIGHT / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const aside = (COLUMN - width) / 2;
  return field({ image: name, width, height, margin: [aside, (PICTURE_HEIGHT - height) / 2, aside, 0] });
}

function field(content: Content): Content {
  return {
    table: { widths: [COLUMN], heights: [PICTURE_HEIGHT], body: [[{ stack: [content], fillColor: color.paper }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}

const dataOf = ({ mime, bytes }: ExportedPhoto): string =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;

/** Drawn, since the fonts have none. */
function star(at: number) {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? STAR.radius : STAR.inner;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return { x: at * STAR.step + STAR.radius + radius * Math.cos(angle), y: STAR.radius + radius * Math.sin(angle) };
  });
  return { type: 'polyline' as const, points, closePath: true, color: color.ink, lineWidth: 0 };
}

/** Cut at a word. */
function shorten(text: string, letters: number): string {
  if (text.length <= letters) return text;
  return `${text.slice(0, letters).replace(/\s+\S*$/u, '')}…`;
}

/** Names of files are told apart at their ends. */
function shortName(name: string): string {
  const letters = [...name];
  if (letters.length <= NAME_LETTERS) return name;
  const half = (NAME_LETTERS - 1) / 2;
  return `${letters.slice(0, Math.ceil(half)).join('')}…${letters.slice(-Math.floor(half)).join('')}`;
}
