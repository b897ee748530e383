/** The words that go into a rendition: the places of people are those in the picture as it is shown. */
import { areaToFrame, cropOf, type PictureSize } from './geometry.ts';
import type { CropShape, PhotoArea, PhotoEdits, PhotoPerson } from './photo-details.ts';
import type { PictureWords } from './picture-words.ts';

/** `size`: of the upright original, in pixels. `shape`: as in `cropOf`. Whom the crop leaves out keeps the name and loses the place. */
export function wordsAsShown(
  words: PictureWords,
  edits: PhotoEdits,
  shape: CropShape | null,
  size: PictureSize,
): PictureWords {
  const crop = cropOf(edits, shape, size);
  const people = words.people.map(({ area, ...person }): PhotoPerson => {
    const inFrame = area === undefined ? null : areaToFrame(area, size, edits);
    const shown = inFrame === null ? null : areaInCrop(inFrame, crop);
    return shown === null ? person : { ...person, area: shown };
  });
  return { ...words, people };
}

function areaInCrop(area: PhotoArea, crop: PhotoArea): PhotoArea | null {
  const part = (at: number, from: number, length: number): number => Math.min(1, Math.max(0, (at - from) / length));
  const [left, right] = [part(area.x, crop.x, crop.width), part(area.x + area.width, crop.x, crop.width)];
  const [top, bottom] = [part(area.y, crop.y, crop.height), part(area.y + area.height, crop.y, crop.height)];
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
