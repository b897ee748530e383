/** A table on paper: hairlines between rows, its head repeated on every page, cells that cover others. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { TableBlock } from '../../../../../shared/article/document.ts';
import { type GridCell, tableGrid } from '../../../../../shared/article/table-grid.ts';
import type { PdfText } from './pdf-text.ts';
import { color, leading, SANS, size } from './print-style.ts';

const PADDING = { side: 6, top: 4, bottom: 4 };
const HEAD_LINE = 0.9;
const HAIRLINE = 0.4;
/** A row with more would not fit on a page as a whole. */
const MOST_UNBROKEN = 600;

const layout = (heads: number, isLined: boolean): CustomTableLayout => ({
  hLineWidth: (row, { table }) => (row === 0 || row === table.body.length || row === heads ? HEAD_LINE : HAIRLINE),
  vLineWidth: () => (isLined ? HAIRLINE : 0),
  hLineColor: (row, { table }) => (row === 0 || row === table.body.length ? color.soft : color.rule),
  vLineColor: () => color.hairline,
  paddingLeft: () => PADDING.side,
  paddingRight: () => PADDING.side,
  paddingTop: () => PADDING.top,
  paddingBottom: () => PADDING.bottom,
});

/** Widths of the columns' text, so that the whole is `width`. */
function textWidths(block: TableBlock, columns: number, width: number): number[] {
  const shares = block.widths?.length === columns ? block.widths : Array.from({ length: columns }, () => 1);
  const sum = shares.reduce((total, share) => total + share, 0);
  const around = 2 * PADDING.side + HAIRLINE;
  return shares.map((share) => Math.max(1, (width * share) / sum - around));
}

export function pdfTable(block: TableBlock, text: PdfText, width: number): Content {
  const { rows, columns } = tableGrid(block.rows);
  const heads = block.header === true ? Math.max(1, ...(rows[0] ?? []).map((cell) => cell?.rows ?? 1)) : 0;
  const body = rows.map((row, at) =>
    row.map((place): TableCell => {
      if (place === null) return {};
      return {
        text: text.runs(place.cell.runs, SANS),
        ...(at < heads ? { bold: true, fillColor: color.paper } : {}),
        ...(place.columns === 1 ? {} : { colSpan: place.columns }),
        ...(place.rows === 1 ? {} : { rowSpan: place.rows }),
      };
    }),
  );
  const places = rows.flat();
  const isRepeated = heads > 0 && heads < body.length;
  // Rows that cells reach over would be set too high as whole ones.
  const isWhole = places.every((place) => place === null || place.rows === 1);
  return {
    table: {
      headerRows: isRepeated ? heads : 0,
      keepWithHeaderRows: isRepeated ? 1 : 0,
      dontBreakRows: isWhole && rows.every((row) => lettersOf(row) < MOST_UNBROKEN),
      widths: textWidths(block, columns, width),
      body,
    },
    layout: layout(
      heads,
      places.some((place) => place !== null && place.columns * place.rows > 1),
    ),
    font: SANS,
    fontSize: size.table,
    lineHeight: leading.sans,
    margin: [0, 6, 0, 12],
  };
}

const lettersOf = (row: readonly (GridCell | null)[]): number =>
  row.flatMap((place) => place?.cell.runs ?? []).reduce((sum, { text }) => sum + text.length, 0);
