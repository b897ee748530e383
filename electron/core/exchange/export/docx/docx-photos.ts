/** Pictures of a Word file with what is said below them. */
import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { creditApart } from '../../../../../shared/article/credit-apart.ts';
import type { ArticleDocument, Photo } from '../../../../../shared/article/document.ts';
import { furnitureOf } from '../../../../../shared/article/render-html.ts';
import type { ExportSource } from '../export-source.ts';
import { plainRuns, xmlLine } from './docx-runs.ts';
import { styleIds, TWIPS_PER_POINT } from './docx-styles.ts';

/** Word measures pictures in pixels of 96 to the inch. */
const TWIPS_PER_PIXEL = (72 / 96) * TWIPS_PER_POINT;
const MAX_HEIGHT = 400;
const MAX_NAME_LENGTH = 80;
const COLUMNS = 2;
const GUTTER = 160;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function picture(photo: Photo, { photos }: ExportSource, width: number): ImageRun | null {
  const file = photo.sha256 === null ? undefined : photos.get(photo.sha256);
  if (file === undefined) return null;
  const most = width / TWIPS_PER_PIXEL;
  // A small picture is not blown up.
  const scale = Math.min(most / file.width, MAX_HEIGHT / file.height, 1);
  return new ImageRun({
    type: file.mime === 'image/png' ? 'png' : 'jpg',
    data: file.bytes,
    transformation: {
      width: Math.max(1, Math.round(file.width * scale)),
      height: Math.max(1, Math.round(file.height * scale)),
    },
    altText: { name: xmlLine(photo.caption.slice(0, MAX_NAME_LENGTH)), description: xmlLine(photo.alt), title: '' },
  });
}

export function photoParagraphs(photo: Photo, source: ExportSource, width: number): Paragraph[] {
  const words = furnitureOf(source.document);
  const image = picture(photo, source, width);
  const shown = image === null ? plainRuns(`[${words.missing}]`, { italic: true }) : [image];
  const apart = creditApart(photo);
  const credit = apart === '' ? '' : `${words.photo}: ${apart}`;
  const said = [photo.caption, credit].filter((part) => part !== '').join(' ');
  const figure = new Paragraph({ style: styleIds.figure, children: shown });
  return said === '' ? [figure] : [figure, new Paragraph({ style: styleIds.caption, children: plainRuns(said) })];
}

/** Two pictures beside each other, in a table without lines. */
export function galleryTable(
  document: ArticleDocument,
  ids: readonly string[],
  source: ExportSource,
  width: number,
): Table | null {
  const photos = ids.flatMap((id) => document.photos.find((photo) => photo.id === id) ?? []);
  if (photos.length === 0) return null;
  const column = Math.floor(width / COLUMNS);
  const rows = Array.from({ length: Math.ceil(photos.length / COLUMNS) }, (_, row) => {
    const cells = Array.from({ length: COLUMNS }, (_, at) => {
      const photo = photos[row * COLUMNS + at];
      const children = photo === undefined ? [new Paragraph({})] : photoParagraphs(photo, source, column - GUTTER);
      return new TableCell({ children, width: { size: column, type: WidthType.DXA } });
    });
    return new TableRow({ children: cells, cantSplit: true });
  });
  return new Table({
    rows,
    width: { size: column * COLUMNS, type: WidthType.DXA },
    columnWidths: Array.from({ length: COLUMNS }, () => column),
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: GUTTER / 2, right: GUTTER / 2 },
  });
}
