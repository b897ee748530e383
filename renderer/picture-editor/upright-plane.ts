/** Where the upright picture lies behind a box that shows an area of its frame, in hundredths of the box: for CSS. */
import type { CSSProperties } from 'react';
import { frameSize, type PictureSize } from '../../shared/photos/geometry.ts';
import type { PhotoArea, PhotoEdits } from '../../shared/photos/photo-details.ts';

export const wholeArea: PhotoArea = { x: 0, y: 0, width: 1, height: 1 };

const percent = (part: number): string => `${(part * 100).toFixed(4)}%`;

/** For an element that lies in the box and turns around its middle. The box has the crop's proportions. */
export function uprightPlane(
  size: PictureSize,
  edits: Pick<PhotoEdits, 'turn' | 'straighten'>,
  crop: PhotoArea,
): CSSProperties {
  const frame = frameSize(size, edits);
  const width = size.width / (crop.width * frame.width);
  const height = size.height / (crop.height * frame.height);
  return {
    position: 'absolute',
    left: percent((0.5 - crop.x) / crop.width - width / 2),
    top: percent((0.5 - crop.y) / crop.height - height / 2),
    width: percent(width),
    height: percent(height),
    rotate: `${(edits.turn ?? 0) + (edits.straighten ?? 0)}deg`,
  };
}

/** For an element over an area of its box. */
export function placeOf({ x, y, width, height }: PhotoArea): CSSProperties {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

export function proportionsOf(size: PictureSize, edits: PhotoEdits, crop: PhotoArea): number {
  const frame = frameSize(size, edits);
  return (crop.width * frame.width) / (crop.height * frame.height);
}
