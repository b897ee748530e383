/** Which blocks lie over pixelated areas: the same in renditions and in what the editor shows. */
import type { PictureSize } from './geometry.ts';
import type { PhotoArea } from './photo-details.ts';

/** Along an area's longer side. People know a face again from some sixteen blocks across it, programs from ten. */
export const MOST_BLOCKS = 6;

/** `area` in pixels, or in anything in which width and height are alike. */
export function mosaicBlocks({ width, height }: PictureSize): { across: number; down: number } {
  const block = Math.max(width, height) / MOST_BLOCKS;
  return { across: Math.max(1, Math.round(width / block)), down: Math.max(1, Math.round(height / block)) };
}

/** No crowd has more faces that somebody hides one by one. */
export const MOST_AREAS = 200;

/** Where a hostile peer wrote more, the whole picture is hidden: leaving some out would show what somebody hid. */
export function boundedAreas(areas: readonly PhotoArea[]): readonly PhotoArea[] {
  return areas.length > MOST_AREAS ? [{ x: 0, y: 0, width: 1, height: 1 }] : areas;
}

/** Those that overlap become one, for two grids over one face would tell more of it than each does. */
export function mosaicAreas(areas: readonly PhotoArea[]): PhotoArea[] {
  const apart: PhotoArea[] = [];
  for (const area of boundedAreas(areas)) {
    let whole = area;
    for (let index = apart.findIndex((other) => overlap(whole, other)); index !== -1; ) {
      whole = around(whole, apart.splice(index, 1)[0]!);
      index = apart.findIndex((other) => overlap(whole, other));
    }
    apart.push(whole);
  }
  return apart;
}

function overlap(a: PhotoArea, b: PhotoArea): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function around(a: PhotoArea, b: PhotoArea): PhotoArea {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
