/** A table of a Word file: its head repeated on every page, cells that cover others, widths as people set them. */
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { TableBlock } from '../../../../../shared/article/document.ts';
import { tableGrid } from '../../../../../shared/article/table-grid.ts';
import { docxRuns } from './docx-runs.ts';
import { HEAD_FILL, RULE_COLOR, styleIds } from './docx-styles.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE_COLOR };
export const tableBorders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const CELL_MARGIN = { top: 40, bottom: 40, left: 100, right: 100 };

/** Widths of columns in twips, which together are `width`. */
export function columnWidths(block: TableBlock, columns: number, width: number): number[] {
  const widths = block.widths?.length === columns ? block.widths : Array.from({ length: columns }, () => 1);
  const sum = widths.reduce((total, one) => total + one, 0);
  return widths.map((one) => Math.floor((width * one) / sum));
}

export function docxTable(block: TableBlock, width: number): Table {
  const { rows: grid, columns } = tableGrid(block.rows);
  const widths = columnWidths(block, columns, width);
  const rows = grid.map((places, row) => {
    const isHead = block.header === true && row === 0;
    const cells = places.flatMap((place, column) => {
      if (place === null) return [];
      const over = widths.slice(column, column + place.columns).reduce((sum, one) => sum + one, 0);
      return new TableCell({
        children: [
          new Paragraph({ style: isHead ? styleIds.head : styleIds.cell, children: docxRuns(place.cell.runs) }),
        ],
        width: { size: over, type: WidthType.DXA },
        ...(place.columns === 1 ? {} : { columnSpan: place.columns }),
        ...(place.rows === 1 ? {} : { rowSpan: place.rows }),
        ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: HEAD_FILL, color: 'auto' } } : {}),
      });
    });
    return new TableRow({ children: cells, tableHeader: isHead, cantSplit: true });
  });
  return new Table({
    rows,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: CELL_MARGIN,
  });
}
