/**
 * The picture as it is shown: turned, straightened, cropped. Three rectangles, each with its own parts (0 to 1):
 *
 *   upright   as the camera says; people's and pixelated areas and the focus are in it
 *   frame     turned, then straightened: the largest rectangle of the same proportions that the slanting picture fills
 *   crop      an area of the frame
 *
 * The centre of the frame is the centre of the picture, so that straightening back and forth leads back to the same place.
 */
import { type CropShape, cropShapes, type PhotoArea, type PhotoEdits, type PhotoPoint } from './photo-details.ts';

/** In pixels. */
export type PictureSize = { width: number; height: number };

/** Width by height; null where any will do. */
export const shapeProportions: Record<CropShape, number | null> = {
  '16:9': 16 / 9,
  '4:3': 4 / 3,
  '1:1': 1,
  free: null,
};
export const fixedShapes = cropShapes.filter((shape) => shapeProportions[shape] !== null);

/** No crop is smaller than this part of the frame's shorter side. */
export const SMALLEST_CROP = 1 / 50;

type Turned = Pick<PhotoEdits, 'turn' | 'straighten'>;

export function turnedSize({ width, height }: PictureSize, { turn }: Turned): PictureSize {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** The frame's size in pixels of the original, not rounded. */
export function frameSize(size: PictureSize, edits: Turned): PictureSize {
  const { width, height } = turnedSize(size, edits);
  const { sin, cos } = slantOf(edits);
  const part = Math.min(
    width / (width * cos + height * Math.abs(sin)),
    height / (width * Math.abs(sin) + height * cos),
  );
  return { width: width * part, height: height * part };
}

function slantOf({ straighten = 0 }: Turned): { sin: number; cos: number } {
  const radians = (straighten * Math.PI) / 180;
  return { sin: Math.sin(radians), cos: Math.cos(radians) };
}

/** Where a point of the upright picture is in the frame; below 0 or above 1 where straightening has cut it off. */
export function pointToFrame({ x, y }: PhotoPoint, size: PictureSize, edits: Turned): PhotoPoint {
  const turned = turnPoint({ x, y }, edits.turn);
  const picture = turnedSize(size, edits);
  const frame = frameSize(size, edits);
  const { sin, cos } = slantOf(edits);
  const [right, down] = [(turned.x - 0.5) * picture.width, (turned.y - 0.5) * picture.height];
  return {
    x: 0.5 + (right * cos - down * sin) / frame.width,
    y: 0.5 + (right * sin + down * cos) / frame.height,
  };
}

/** The same backwards. */
export function pointFromFrame({ x, y }: PhotoPoint, size: PictureSize, edits: Turned): PhotoPoint {
  const picture = turnedSize(size, edits);
  const frame = frameSize(size, edits);
  const { sin, cos } = slantOf(edits);
  const [right, down] = [(x - 0.5) * frame.width, (y - 0.5) * frame.height];
  const turned = {
    x: 0.5 + (right * cos + down * sin) / picture.width,
    y: 0.5 + (down * cos - right * sin) / picture.height,
  };
  return turnPoint(turned, edits.turn === undefined ? undefined : ((360 - edits.turn) as 90 | 180 | 270));
}

function turnPoint({ x, y }: PhotoPoint, turn: PhotoEdits['turn']): PhotoPoint {
  if (turn === 90) return { x: 1 - y, y: x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  return turn === 270 ? { x: y, y: 1 - x } : { x, y };
}

/** The box around an area in the frame, cut off at its edges; null where nothing of it is left. */
export function areaToFrame(area: PhotoArea, size: PictureSize, edits: Turned): PhotoArea | null {
  return boxOf(cornersOf(area).map((corner) => pointToFrame(corner, size, edits)));
}

/** The box around an area of the frame in the upright picture. */
export function areaFromFrame(area: PhotoArea, size: PictureSize, edits: Turned): PhotoArea {
  return (
    boxOf(cornersOf(area).map((corner) => pointFromFrame(corner, size, edits))) ?? { x: 0, y: 0, width: 1, height: 1 }
  );
}

function cornersOf({ x, y, width, height }: PhotoArea): PhotoPoint[] {
  return [x, x + width].flatMap((left) => [y, y + height].map((top) => ({ x: left, y: top })));
}

function boxOf(points: readonly PhotoPoint[]): PhotoArea | null {
  const xs = points.map(({ x }) => within(x, 0, 1));
  const ys = points.map(({ y }) => within(y, 0, 1));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The focus in the frame, at its edge where straightening has cut it off; null where nobody has set it. */
export function focusInFrame(edits: PhotoEdits, size: PictureSize): PhotoPoint | null {
  if (edits.focus === undefined) return null;
  const { x, y } = pointToFrame(edits.focus, size, edits);
  return { x: within(x, 0, 1), y: within(y, 0, 1) };
}

/**
 * The area of the frame that is shown in a shape: as it was drawn, or else the largest one around the focus. Whatever was drawn,
 * the focus is in it and it has the shape's proportions. Without a shape (null) the whole frame.
 */
export function cropOf(edits: PhotoEdits, shape: CropShape | null, size: PictureSize): PhotoArea {
  if (shape === null) return { x: 0, y: 0, width: 1, height: 1 };
  const frame = frameSize(size, edits);
  const focus = focusInFrame(edits, size);
  const drawn = edits.crops?.[shape];
  const least = SMALLEST_CROP * Math.min(frame.width, frame.height);
  const proportions = shapeProportions[shape];
  if (proportions === null) {
    if (drawn === undefined) return { x: 0, y: 0, width: 1, height: 1 };
    return withPoint(atLeast(drawn, least / frame.width, least / frame.height), focus);
  }
  // Of parts, not of pixels.
  const wide = (proportions * frame.height) / frame.width;
  const most = Math.min(1, wide);
  const fitting = drawn === undefined ? most : Math.min(drawn.width, drawn.height * wide);
  const width = within(fitting, Math.min(most, Math.max(least / frame.width, (least / frame.height) * wide)), most);
  const middle =
    drawn === undefined
      ? (focus ?? { x: 0.5, y: 0.5 })
      : { x: drawn.x + drawn.width / 2, y: drawn.y + drawn.height / 2 };
  return movedOver({ width, height: Math.min(1, width / wide) }, middle, focus ?? middle);
}

function atLeast(area: PhotoArea, width: number, height: number): PhotoArea {
  const grown = {
    width: within(area.width, Math.min(1, width), 1),
    height: within(area.height, Math.min(1, height), 1),
  };
  return { x: within(area.x, 0, 1 - grown.width), y: within(area.y, 0, 1 - grown.height), ...grown };
}

/** Grown until the point is in it. */
function withPoint(area: PhotoArea, point: PhotoPoint | null): PhotoArea {
  if (point === null) return area;
  const [x, y] = [Math.min(area.x, point.x), Math.min(area.y, point.y)];
  return {
    x,
    y,
    width: Math.max(area.x + area.width, point.x) - x,
    height: Math.max(area.y + area.height, point.y) - y,
  };
}

/** As near to the middle as it can stand with the point in it and itself in the frame. */
function movedOver({ width, height }: PictureSize, middle: PhotoPoint, point: PhotoPoint): PhotoArea {
  const x = within(middle.x - width / 2, point.x - width, point.x);
  const y = within(middle.y - height / 2, point.y - height, point.y);
  return { x: within(x, 0, 1 - width), y: within(y, 0, 1 - height), width, height };
}

/** The width and height, in whole pixels of the original, of what is shown in a shape. */
export function shownSize(edits: PhotoEdits, shape: CropShape | null, size: PictureSize): PictureSize {
  const crop = cropOf(edits, shape, size);
  const frame = frameSize(size, edits);
  const width = Math.max(1, Math.round(crop.width * frame.width));
  return { width, height: Math.max(1, Math.round(crop.height * frame.height)) };
}
