import type { PhotoArea } from './photo-details.ts';

const ROUNDING = 1e-6;

/** Whether each of the places that are to be hidden lies in one that is. */
export function hidesAsMuch(hidden: readonly PhotoArea[], wanted: readonly PhotoArea[]): boolean {
  return wanted.every((area) => hidden.some((around) => isIn(area, around)));
}

function isIn(area: PhotoArea, around: PhotoArea): boolean {
  return (
    area.x >= around.x - ROUNDING &&
    area.y >= around.y - ROUNDING &&
    area.x + area.width <= around.x + around.width + ROUNDING &&
    area.y + area.height <= around.y + around.height + ROUNDING
  );
}
