/** Moving and resizing an area of a picture by hand or by keys. All in parts of what it lies on; it never leaves that. */
import type { PhotoArea, PhotoPoint } from '../../shared/photos/photo-details.ts';

export const corners = ['nw', 'ne', 'se', 'sw'] as const;
export const sides = ['n', 'e', 's', 'w'] as const;
export type Handle = (typeof corners)[number] | (typeof sides)[number];

/** No area that is drawn is smaller. */
export const SMALLEST_AREA = 0.01;
const KEY_STEP = 0.01;
const FINE_KEY_STEP = 0.002;

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

export function movedBy(area: PhotoArea, right: number, down: number): PhotoArea {
  const { x, y, width, height } = area;
  return { x: within(x + right, 0, 1 - width), y: within(y + down, 0, 1 - height), width, height };
}

/** What is drawn from one point to another. */
export function areaBetween(from: PhotoPoint, to: PhotoPoint): PhotoArea {
  const [left, right] = edges(from.x, to.x);
  const [top, bottom] = edges(from.y, to.y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function edges(a: number, b: number): [number, number] {
  return [within(Math.min(a, b), 0, 1), within(Math.max(a, b), 0, 1)];
}

/** A handle is pulled to a point; the opposite edge or corner stays. `wide`: width by height of its parts, null for any. */
export function pulled(area: PhotoArea, handle: Handle, to: PhotoPoint, wide: number | null): PhotoArea {
  const { x, y, width, height } = area;
  const [west, east] = [handle.includes('w'), handle.includes('e')];
  const [north, south] = [handle.includes('n'), handle.includes('s')];
  const anchor = { x: west ? x + width : x, y: north ? y + height : y };
  const most = { width: west ? anchor.x : 1 - anchor.x, height: north ? anchor.y : 1 - anchor.y };
  let across = west || east ? within((to.x - anchor.x) * (west ? -1 : 1), SMALLEST_AREA, most.width) : width;
  let tall = north || south ? within((to.y - anchor.y) * (north ? -1 : 1), SMALLEST_AREA, most.height) : height;
  if (wide !== null) {
    across = Math.min(Math.max(across, tall * wide), most.width, most.height * wide);
    tall = across / wide;
  }
  return { x: west ? anchor.x - across : x, y: north ? anchor.y - tall : y, width: across, height: tall };
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isArrow(key: string): boolean {
  return arrows[key] !== undefined;
}

export type ArrowKey = { key: string; shiftKey: boolean; altKey: boolean };

/** Where a point is after an arrow key; finer with Alt. */
export function pointByKey({ x, y }: PhotoPoint, { key, altKey }: ArrowKey): PhotoPoint {
  const [right, down] = arrows[key] ?? [0, 0];
  const step = altKey ? FINE_KEY_STEP : KEY_STEP;
  return { x: within(x + right * step, 0, 1), y: within(y + down * step, 0, 1) };
}

/** Arrows move it; with Shift they move its right and lower edge; finer with Alt. */
export function areaByKey(area: PhotoArea, arrow: ArrowKey, wide: number | null): PhotoArea {
  const [right, down] = arrows[arrow.key] ?? [0, 0];
  const step = arrow.altKey ? FINE_KEY_STEP : KEY_STEP;
  if (!arrow.shiftKey) return movedBy(area, right * step, down * step);
  const { x, y, width, height } = area;
  if (wide === null) return pulled(area, 'se', { x: x + width + right * step, y: y + height + down * step }, null);
  // Of a fixed shape each of the four arrows makes it larger or smaller.
  const across = Math.max(SMALLEST_AREA, width + (right + down) * step);
  return pulled(area, 'se', { x: x + across, y: y + across / wide }, wide);
}

const PARTS = 100_000;
const round = (value: number): number => Math.round(value * PARTS) / PARTS;

export function roundedPoint({ x, y }: PhotoPoint): PhotoPoint {
  return { x: round(x), y: round(y) };
}

/** As it is written down: in few digits, and still within the picture. */
export function roundedArea({ x, y, width, height }: PhotoArea): PhotoArea {
  const [left, top] = [round(x), round(y)];
  return { x: left, y: top, width: round(Math.min(width, 1 - left)), height: round(Math.min(height, 1 - top)) };
}
