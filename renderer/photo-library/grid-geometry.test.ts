import { describe, expect, it } from 'vitest';
import { cellsWithin, GAP, geometryOf, SHEET_PADDING } from './grid-geometry.ts';

describe('the cells of a contact sheet', () => {
  it('fill its width, as many as fit', () => {
    for (const width of [200, 777, 1_150, 1_700]) {
      for (const size of ['small', 'medium', 'large'] as const) {
        const { columns, cellWidth } = geometryOf(width, size);
        expect(columns * cellWidth + (columns - 1) * GAP).toBeCloseTo(width - 2 * SHEET_PADDING);
      }
    }
    expect(geometryOf(1_150, 'small').columns).toBeGreaterThan(geometryOf(1_150, 'large').columns);
    expect(geometryOf(10, 'large').columns).toBe(1);
  });

  it('are found within a box that the mouse draws', () => {
    const geometry = geometryOf(1_000, 'medium');
    const { columns, cellWidth, cellHeight, rowHeight } = geometry;
    expect(columns).toBe(5);
    const at = (column: number, row: number) => ({
      x: SHEET_PADDING + column * (cellWidth + GAP),
      y: SHEET_PADDING + row * rowHeight,
    });
    const inside = { left: at(1, 0).x + 5, top: at(1, 0).y + 5, right: at(2, 1).x + 5, bottom: at(2, 1).y + 5 };
    expect(cellsWithin(inside, geometry, 12)).toEqual([
      { first: 1, last: 2 },
      { first: 6, last: 7 },
    ]);
    const all = { left: -50, top: -50, right: 5_000, bottom: 5_000 };
    expect(cellsWithin(all, geometry, 12)).toEqual([
      { first: 0, last: 4 },
      { first: 5, last: 9 },
      { first: 10, last: 11 },
    ]);
    const gap = at(1, 0).x - GAP;
    expect(cellsWithin({ left: gap + 1, right: gap + 2, top: 0, bottom: 500 }, geometry, 12)).toEqual([]);
    const below = at(0, 0).y + cellHeight;
    expect(cellsWithin({ left: 0, right: 100, top: below + 1, bottom: below + 2 }, geometry, 12)).toEqual([]);
  });
});
