import type { PhotoArea, PhotoEdits } from '../../shared/photos/photo-details.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';
import { roundedArea } from './area-moves.ts';

/**
 * The picture turned by a quarter, clockwise or not. Drawn crops turn with it, but those of a shape that lies: they would stand,
 * and are forgotten.
 */
export function turnedEdits({ turn, crops = {} }: PhotoEdits, way: 'left' | 'right'): RecordChange {
  const next = ((turn ?? 0) + (way === 'right' ? 90 : 270)) % 360;
  const turned = (area: PhotoArea): PhotoArea =>
    roundedArea(
      way === 'right'
        ? { x: 1 - area.y - area.height, y: area.x, width: area.height, height: area.width }
        : { x: area.y, y: 1 - area.x - area.width, width: area.height, height: area.width },
    );
  return {
    turn: next === 0 ? null : (next as 90 | 180 | 270),
    crops: {
      ...(crops['16:9'] === undefined ? {} : { '16:9': null }),
      ...(crops['4:3'] === undefined ? {} : { '4:3': null }),
      ...(crops['1:1'] === undefined ? {} : { '1:1': turned(crops['1:1']) }),
      ...(crops.free === undefined ? {} : { free: turned(crops.free) }),
    },
  };
}

/** As the camera took it; that it may not go out without its faces hidden stays said. */
export function withoutEdits(pixelated: readonly { id: string }[]): RecordChange {
  return {
    turn: null,
    straighten: null,
    focus: null,
    crops: { '16:9': null, '4:3': null, '1:1': null, free: null },
    pixelated: Object.fromEntries(pixelated.map(({ id }) => [id, null])),
  };
}
