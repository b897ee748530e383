/** Where cells of the contact sheet are, in CSS pixels of its scrolled area. All cells are alike, so that nothing is measured. */
import type { ThumbSize } from './photo-place.ts';

export type CellBox = { minWidth: number; picture: number };
export const cellBoxes: Record<ThumbSize, CellBox> = {
  small: { minWidth: 136, picture: 104 },
  medium: { minWidth: 188, picture: 142 },
  large: { minWidth: 288, picture: 216 },
};
export const GAP = 8;
export const SHEET_PADDING = 12;
/** Below the picture: a line of words and a line of marks. */
const WORDS = 52;

export type Geometry = { columns: number; cellWidth: number; cellHeight: number; rowHeight: number; picture: number };

/** `width`: of the sheet without its scroll bar. */
export function geometryOf(width: number, size: ThumbSize): Geometry {
  const { minWidth, picture } = cellBoxes[size];
  const room = width - 2 * SHEET_PADDING;
  const columns = Math.max(1, Math.floor((room + GAP) / (minWidth + GAP)));
  const cellHeight = picture + WORDS;
  return {
    columns,
    cellWidth: (room - GAP * (columns - 1)) / columns,
    cellHeight,
    rowHeight: cellHeight + GAP,
    picture,
  };
}

export type Box = { left: number; top: number; right: number; bottom: number };

/** The cells that a box touches, as index ranges, one a row. */
export function cellsWithin(
  { left, top, right, bottom }: Box,
  { columns, cellWidth, cellHeight, rowHeight }: Geometry,
  total: number,
): { first: number; last: number }[] {
  const stride = cellWidth + GAP;
  const firstOf = (from: number, length: number, step: number): number =>
    Math.floor(from / step) + (from >= 0 && from % step > length ? 1 : 0);
  const fromColumn = Math.max(0, firstOf(left - SHEET_PADDING, cellWidth, stride));
  const toColumn = Math.min(columns - 1, Math.floor((right - SHEET_PADDING) / stride));
  const fromRow = Math.max(0, firstOf(top - SHEET_PADDING, cellHeight, rowHeight));
  const toRow = Math.min(Math.ceil(total / columns) - 1, Math.floor((bottom - SHEET_PADDING) / rowHeight));
  const ranges: { first: number; last: number }[] = [];
  if (toColumn < fromColumn) return ranges;
  for (let row = fromRow; row <= toRow; row += 1) {
    const first = row * columns + fromColumn;
    const last = Math.min(total - 1, row * columns + toColumn);
    if (first <= last) ranges.push({ first, last });
  }
  return ranges;
}
