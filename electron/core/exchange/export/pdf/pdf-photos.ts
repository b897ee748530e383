/** Pictures on paper, each with what is said below it on the same page. */
import type { Content } from 'pdfmake/interfaces.js';
import { creditApart } from '../../../../../shared/article/credit-apart.ts';
import type { Photo } from '../../../../../shared/article/document.ts';
import { furnitureOf } from '../../../../../shared/article/render-html.ts';
import type { ExportedPhoto, ExportSource } from '../export-source.ts';
import type { PdfText } from './pdf-text.ts';
import { color, leading, SANS, size, TEXT_WIDTH } from './print-style.ts';

const MAX_HEIGHT = 336;
const GALLERY_COLUMNS = 2;
const GALLERY_HEIGHT = 170;
const GUTTER = 12;
/** A picture of 96 pixels to the inch is not made coarser. */
const POINTS_PER_PIXEL = 0.75;

/** The address of each picture for pdfmake, by SHA-256. */
export function pdfImages(photos: ReadonlyMap<string, ExportedPhoto>): Record<string, string> {
  return Object.fromEntries(
    [...photos].map(([sha256, { mime, bytes }]) => [
      sha256,
      `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`,
    ]),
  );
}

/** As wide as there is room for, where its pixels allow that. */
export function pdfPhoto(photo: Photo, source: ExportSource, text: PdfText, width = TEXT_WIDTH): Content {
  const words = furnitureOf(source.document);
  const file = photo.sha256 === null ? undefined : source.photos.get(photo.sha256);
  const apart = creditApart(photo);
  const credit = apart === '' ? '' : `${words.photo}: ${apart}`;
  const said: Content[] = [
    ...text.plain(photo.caption, SANS),
    ...(photo.caption === '' || credit === '' ? [] : ['  ']),
    ...text.plain(credit, SANS).map((piece) => ({ ...piece, color: color.soft })),
  ];
  const caption: Content = {
    text: said,
    font: SANS,
    fontSize: size.small,
    lineHeight: leading.sans,
    margin: [0, 5, 0, 0],
  };
  const shown = file === undefined ? missing(words.missing, width) : picture(photo.sha256!, file, width);
  return { stack: said.length === 0 ? [shown] : [shown, caption], unbreakable: true, margin: [0, 8, 0, 14] };
}

function picture(sha256: string, file: ExportedPhoto, width: number): Content {
  const height = width === TEXT_WIDTH ? MAX_HEIGHT : GALLERY_HEIGHT;
  const scale = Math.min(width / file.width, height / file.height, POINTS_PER_PIXEL);
  return { image: sha256, width: file.width * scale, height: file.height * scale };
}

function missing(words: string, width: number): Content {
  const height = 54;
  return {
    table: {
      widths: [width - 1],
      heights: [height],
      body: [[{ text: words, alignment: 'center', margin: [0, 18, 0, 0] }]],
    },
    layout: {
      hLineColor: () => color.rule,
      vLineColor: () => color.rule,
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 0,
      paddingRight: () => 0,
    },
    font: SANS,
    fontSize: size.small,
    color: color.soft,
  };
}

/** Two beside each other, row after row. */
export function pdfGallery(photos: readonly Photo[], source: ExportSource, text: PdfText, width: number): Content[] {
  const column = (width - GUTTER) / GALLERY_COLUMNS;
  return Array.from({ length: Math.ceil(photos.length / GALLERY_COLUMNS) }, (_, row) => ({
    columns: photos
      .slice(row * GALLERY_COLUMNS, (row + 1) * GALLERY_COLUMNS)
      .map((photo) => ({ width: column, stack: [pdfPhoto(photo, source, text, column)] })),
    columnGap: GUTTER,
    unbreakable: true,
  }));
}
