import { describe, expect, it } from 'vitest';
import { areaBetween, areaByKey, corners, movedBy, pulled, roundedArea, sides } from './area-moves.ts';

const area = { x: 0.2, y: 0.3, width: 0.4, height: 0.2 };
const right = { key: 'ArrowRight', shiftKey: false, altKey: false };

describe('an area', () => {
  it('is moved no further than the picture’s edge, and keeps its size', () => {
    expect(movedBy(area, 0.9, -0.9)).toEqual({ ...area, x: 0.6, y: 0 });
  });

  it('is drawn from any corner to any other', () => {
    const drawn = areaBetween({ x: 0.5, y: 0.1 }, { x: 0.2, y: 1.7 });
    expect(roundedArea(drawn)).toEqual({ x: 0.2, y: 0.1, width: 0.3, height: 0.9 });
  });

  it.each([...corners, ...sides])('pulled at %s keeps the opposite edge, within the picture', (handle) => {
    for (const to of [
      { x: -1, y: -1 },
      { x: 2, y: 2 },
      { x: 0.35, y: 0.4 },
    ]) {
      for (const wide of [null, 16 / 9]) {
        const next = pulled(area, handle, to, wide);
        if (!handle.includes('w')) expect(next.x).toBe(area.x);
        if (handle.includes('w')) expect(next.x + next.width).toBeCloseTo(0.6);
        if (!handle.includes('n')) expect(next.y).toBe(area.y);
        if (handle.includes('n')) expect(next.y + next.height).toBeCloseTo(0.5);
        expect(
          Math.min(next.x, next.y, 1.000001 - next.x - next.width, 1.000001 - next.y - next.height),
        ).toBeGreaterThan(-1e-6);
        expect(Math.min(next.width, next.height)).toBeGreaterThan(0);
        if (wide !== null) expect(next.width / next.height).toBeCloseTo(wide);
      }
    }
  });

  it('goes a hundredth with an arrow key and less with Alt, and grows with Shift', () => {
    expect(areaByKey(area, right, null).x).toBeCloseTo(0.21);
    expect(areaByKey(area, { ...right, altKey: true }, null).x).toBeCloseTo(0.202);
    expect(areaByKey(area, { ...right, shiftKey: true }, null)).toMatchObject({ x: 0.2, y: 0.3, height: 0.2 });
    expect(areaByKey(area, { ...right, shiftKey: true }, null).width).toBeCloseTo(0.41);
    const taller = areaByKey(area, { key: 'ArrowDown', shiftKey: true, altKey: false }, 2);
    expect(taller.width).toBeCloseTo(0.41);
    expect(taller.height).toBeCloseTo(0.205);
  });

  it('is written in few digits and still lies within', () => {
    const written = roundedArea({ x: 1 / 3, y: 2 / 3, width: 2 / 3, height: 1 / 3 });
    expect(written).toEqual({ x: 0.33333, y: 0.66667, width: 0.66667, height: 0.33333 });
    expect(written.x + written.width).toBeLessThanOrEqual(1 + 1e-9);
  });
});
