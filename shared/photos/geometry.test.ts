import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaFromFrame,
  areaToFrame,
  cropOf,
  focusInFrame,
  frameSize,
  type PictureSize,
  pointFromFrame,
  pointToFrame,
  shapeProportions,
  shownSize,
} from './geometry.ts';
import { cropShapes, type PhotoArea, type PhotoEdits, photoEditsSchema } from './photo-details.ts';
import { parseShownEdits, shownEditsText } from './shown-edits.ts';

const SEED = 51;
const HAIR = 1e-9;
const part = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: part, y: part });
const area: fc.Arbitrary<PhotoArea> = fc
  .tuple(part, part, part, part)
  .map(([a, b, c, d]) => ({
    x: Math.min(a, b),
    y: Math.min(c, d),
    width: Math.max(1e-7, Math.abs(a - b)),
    height: Math.max(1e-7, Math.abs(c - d)),
  }))
  .filter(({ x, y, width, height }) => x + width <= 1 && y + height <= 1);
const size: fc.Arbitrary<PictureSize> = fc.record({
  width: fc.integer({ min: 40, max: 20_000 }),
  height: fc.integer({ min: 40, max: 20_000 }),
});
const edits: fc.Arbitrary<PhotoEdits> = fc
  .record(
    {
      turn: fc.constantFrom(90 as const, 180 as const, 270 as const),
      straighten: fc.double({ min: -15, max: 15, noNaN: true }),
      focus: point,
      crops: fc.record({ '16:9': area, '4:3': area, '1:1': area, free: area }, { requiredKeys: [] }),
      pixelated: fc.array(area, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .map((read) => photoEditsSchema.parse(read));
const shape = fc.constantFrom(...cropShapes);

const property = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, check), { seed: SEED, numRuns: 500 });

describe(`the crop of any picture with any edits (seed ${SEED})`, () => {
  const any = fc.record({ edits, size, shape });

  it('lies within the frame and is not empty', () => {
    property(any, ({ edits, size, shape }) => {
      const { x, y, width, height } = cropOf(edits, shape, size);
      for (const edge of [x, y]) expect(edge).toBeGreaterThanOrEqual(0);
      for (const edge of [x + width, y + height]) expect(edge).toBeLessThanOrEqual(1 + HAIR);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    });
  });

  it('has the focus in it', () => {
    property(any, ({ edits, size, shape }) => {
      const focus = focusInFrame(edits, size);
      if (focus === null) return;
      const { x, y, width, height } = cropOf(edits, shape, size);
      expect(focus.x).toBeGreaterThanOrEqual(x - HAIR);
      expect(focus.x).toBeLessThanOrEqual(x + width + HAIR);
      expect(focus.y).toBeGreaterThanOrEqual(y - HAIR);
      expect(focus.y).toBeLessThanOrEqual(y + height + HAIR);
    });
  });

  it('has its shape’s proportions, within a pixel', () => {
    property(any, ({ edits, size, shape }) => {
      const proportions = shapeProportions[shape];
      if (proportions === null) return;
      const { width, height } = shownSize(edits, shape, size);
      expect(Math.abs(width - height * proportions)).toBeLessThanOrEqual(1 + proportions / 2);
    });
  });

  it('is as large as it can be where nobody drew one', () => {
    property(fc.record({ edits, size, shape: fc.constantFrom('16:9', '4:3', '1:1') }), ({ edits, size, shape }) => {
      const { crops: _, ...undrawn } = edits;
      const { width, height } = cropOf(undrawn, shape as '1:1', size);
      expect(Math.max(width, height)).toBeCloseTo(1, 9);
    });
  });
});

describe(`the frame of any picture (seed ${SEED})`, () => {
  const any = fc.record({ edits, size, point });

  it('is filled by the picture: every corner of it is a place in the upright picture', () => {
    property(any, ({ edits, size }) => {
      for (const x of [0, 1]) {
        for (const y of [0, 1]) {
          const upright = pointFromFrame({ x, y }, size, edits);
          for (const place of [upright.x, upright.y]) {
            expect(place).toBeGreaterThanOrEqual(-HAIR);
            expect(place).toBeLessThanOrEqual(1 + HAIR);
          }
        }
      }
    });
  });

  it('has the proportions of the turned picture and is the largest such', () => {
    property(any, ({ edits, size }) => {
      const { width, height } = frameSize(size, edits);
      const isTurned = edits.turn === 90 || edits.turn === 270;
      expect(width / height).toBeCloseTo(isTurned ? size.height / size.width : size.width / size.height, 6);
      const corners = [0, 1].flatMap((x) => [0, 1].map((y) => pointFromFrame({ x, y }, size, edits)));
      const reach = Math.max(...corners.flatMap(({ x, y }) => [Math.abs(x - 0.5), Math.abs(y - 0.5)]));
      expect(reach).toBeCloseTo(0.5, 9);
    });
  });

  it('leads there and back to the same point', () => {
    property(any, ({ edits, size, point }) => {
      const back = pointFromFrame(pointToFrame(point, size, edits), size, edits);
      expect(back.x).toBeCloseTo(point.x, 9);
      expect(back.y).toBeCloseTo(point.y, 9);
    });
  });

  it('holds the whole of an area’s picture in the box of the area', () => {
    property(fc.record({ edits, size, area, point }), ({ edits, size, area, point }) => {
      const inside = { x: area.x + area.width * point.x, y: area.y + area.height * point.y };
      const shown = pointToFrame(inside, size, edits);
      if (shown.x < 0 || shown.x > 1 || shown.y < 0 || shown.y > 1) return;
      const box = areaToFrame(area, size, edits)!;
      expect(shown.x).toBeGreaterThanOrEqual(box.x - HAIR);
      expect(shown.x).toBeLessThanOrEqual(box.x + box.width + HAIR);
      expect(shown.y).toBeGreaterThanOrEqual(box.y - HAIR);
      expect(shown.y).toBeLessThanOrEqual(box.y + box.height + HAIR);
    });
  });
});

describe('a picture of 4000 by 3000', () => {
  const picture = { width: 4000, height: 3000 };

  it('shows as 16:9 what is around its focus', () => {
    expect(cropOf({}, '16:9', picture)).toEqual({ x: 0, y: 0.125, width: 1, height: 0.75 });
    expect(cropOf({ focus: { x: 0.9, y: 0.1 } }, '16:9', picture).y).toBe(0);
    expect(cropOf({ focus: { x: 0.9, y: 0.1 } }, '1:1', picture).x).toBeCloseTo(0.25);
    expect(shownSize({}, '16:9', picture)).toEqual({ width: 4000, height: 2250 });
  });

  it('turned to the right has its left upper corner at the right', () => {
    expect(pointToFrame({ x: 0, y: 0 }, picture, { turn: 90 })).toEqual({ x: 1, y: 0 });
    expect(pointToFrame({ x: 0, y: 0 }, picture, { turn: 270 })).toEqual({ x: 0, y: 1 });
    expect(frameSize(picture, { turn: 90 })).toEqual({ width: 3000, height: 4000 });
    expect(areaFromFrame({ x: 0.5, y: 0, width: 0.5, height: 0.5 }, picture, { turn: 90 })).toEqual({
      x: 0,
      y: 0,
      width: 0.5,
      height: 0.5,
    });
  });

  it('moves a drawn crop over the focus and lets a free one grow to it', () => {
    const drawn = { x: 0, y: 0, width: 0.3, height: 0.3 };
    const moved = cropOf({ focus: { x: 0.8, y: 0.5 }, crops: { '4:3': drawn } }, '4:3', picture);
    expect(moved).toMatchObject({ x: 0.5, width: 0.3, height: 0.3 });
    expect(moved.y).toBeCloseTo(0.2);
    expect(cropOf({ focus: { x: 0.8, y: 0.5 }, crops: { free: drawn } }, 'free', picture)).toEqual({
      x: 0,
      y: 0,
      width: 0.8,
      height: 0.5,
    });
  });
});

describe('edits in an address', () => {
  it(`are read as they were written, as far as they are seen (seed ${SEED})`, () => {
    property(edits, (edits) => {
      const text = shownEditsText(edits);
      expect(text).toMatch(/^[-\w.,]*$/);
      if (text === '') return;
      const read = parseShownEdits(text)!;
      expect(shownEditsText(read)).toBe(text);
      expect(read.pixelated?.length).toBe(edits.pixelated?.length);
    });
  });

  it('are none where the picture looks as it is', () => {
    expect(
      shownEditsText({ withheld: true, focus: { x: 0, y: 0 }, crops: { '1:1': { x: 0, y: 0, width: 1, height: 1 } } }),
    ).toBe('');
  });

  it.each(['', 't45', 'x1', 't90_', 'c0,0,1', 'p0,0,2,1', 's99', '../../etc', 'c,,,', 't90 '])('%j is none', (text) => {
    expect(parseShownEdits(text)).toBeNull();
  });
});
