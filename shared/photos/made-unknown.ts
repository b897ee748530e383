/** Who may not be known again: a face that is pixelated has no name beside it either, in no file and on no page. */
import type { PhotoArea, PhotoPerson } from './photo-details.ts';

/** So much of the smaller of two areas lies in the other where they are the same face. */
const SAME_FACE = 0.25;

export function withoutUnknown<T extends PhotoPerson>(people: readonly T[], pixelated: readonly PhotoArea[] = []): T[] {
  return people.filter(({ area }) => area === undefined || !pixelated.some((face) => isSameFace(area, face)));
}

function isSameFace(a: PhotoArea, b: PhotoArea): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (across <= 0 || down <= 0) return false;
  return across * down >= SAME_FACE * Math.min(a.width * a.height, b.width * b.height);
}
