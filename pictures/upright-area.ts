/**
 * Places in a picture as it is stored and as a person sees it: turned, and perhaps mirrored, as its EXIF orientation says.
 * Parts of its width and height. An orientation that nobody knows is the plain one.
 */
import type { PhotoArea } from '../shared/photos/photo-details.ts';

type Point = readonly [number, number];

/** Where a point of the stored picture is in the upright one. */
const upright: Record<number, (point: Point) => Point> = {
  2: ([x, y]) => [1 - x, y],
  3: ([x, y]) => [1 - x, 1 - y],
  4: ([x, y]) => [x, 1 - y],
  5: ([x, y]) => [y, x],
  6: ([x, y]) => [1 - y, x],
  7: ([x, y]) => [1 - y, 1 - x],
  8: ([x, y]) => [y, 1 - x],
};

/** Orientations that undo each other; all others undo themselves. */
const undone: Record<number, number> = { 6: 8, 8: 6 };

/** The place in the upright picture of one in the stored picture. */
export function uprightArea({ x, y, width, height }: PhotoArea, orientation: number): PhotoArea {
  const turn = upright[orientation] ?? ((point: Point) => point);
  const [[x1, y1], [x2, y2]] = [turn([x, y]), turn([x + width, y + height])];
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    x: rounded(Math.min(x1, x2)),
    y: rounded(Math.min(y1, y2)),
    width: rounded(Math.abs(x2 - x1)),
    height: rounded(Math.abs(y2 - y1)),
  };
}

/** The place in the stored picture of one in the upright picture. */
export function storedArea(area: PhotoArea, orientation: number): PhotoArea {
  return uprightArea(area, undone[orientation] ?? orientation);
}
