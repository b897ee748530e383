import { describe, expect, it } from 'vitest';
import { MOST_AREAS, MOST_BLOCKS, mosaicAreas, mosaicBlocks } from './mosaic-areas.ts';
import { shownEditsText } from './shown-edits.ts';

const at = (x: number, y: number, size = 0.1) => ({ x, y, width: size, height: size });

describe('hidden places', () => {
  it('that overlap, also by way of others, are one; those that only touch are apart', () => {
    expect(mosaicAreas([at(0, 0), at(0.5, 0.5), at(0.1, 0)])).toHaveLength(3);
    const [joined, ...rest] = mosaicAreas([at(0, 0), at(0.15, 0), at(0.6, 0.6), at(0.05, 0.02, 0.12)]);
    expect(rest).toHaveLength(1);
    expect([joined, ...rest]).toContainEqual(at(0.6, 0.6));
    const all = [joined!, ...rest].find(({ x }) => x === 0)!;
    expect(all.width).toBeCloseTo(0.25);
    expect(all.height).toBeCloseTo(0.14);
  });

  it('have few blocks, as good as square', () => {
    expect(mosaicBlocks({ width: 600, height: 600 })).toEqual({ across: MOST_BLOCKS, down: MOST_BLOCKS });
    expect(mosaicBlocks({ width: 200, height: 600 })).toEqual({ across: 2, down: MOST_BLOCKS });
    expect(mosaicBlocks({ width: 1, height: 4_000 })).toEqual({ across: 1, down: MOST_BLOCKS });
  });

  it('without number are the whole picture, not some of them', () => {
    const many = Array.from({ length: MOST_AREAS + 1 }, (_, index) => at((index % 50) / 60, index / 500, 0.001));
    expect(mosaicAreas(many)).toEqual([{ x: 0, y: 0, width: 1, height: 1 }]);
    expect(shownEditsText({ pixelated: many })).toBe('p0,0,1,1');
    expect(mosaicAreas(many.slice(1)).length).toBeGreaterThan(1);
  });
});
