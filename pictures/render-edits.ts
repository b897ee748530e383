/**
 * A picture as it is shown: what must not be known is made unknown, then it is turned, straightened, cropped and made smaller.
 *
 *   original -> the part that is wanted, in the size that is wanted -> mosaics over it -> turned and straightened -> cut to size
 *
 * A mosaic is made of the whole original and never of a part of it, so that all sizes and shapes of a picture show the very same
 * blocks and no two of them together tell more than one. Nothing of the original's metadata is taken over, least of all its
 * thumbnail. What waits in memory between two steps is of the size of the answer, never of the original's.
 */
import type { Sharp } from 'sharp';
import {
  areaFromFrame,
  cropOf,
  type PictureSize,
  pointFromFrame,
  shapeProportions,
  shownSize,
} from '../shared/photos/geometry.ts';
import type { CropShape, PhotoArea, PhotoEdits } from '../shared/photos/photo-details.ts';
import { type Mosaic, mosaicsOf, pixelsOf } from './mosaic.ts';
import { MAX_PHOTO_MEGAPIXELS } from './renditions.ts';

/** An edited picture has no more, however large its original is. */
export const MAX_EDITED_PIXELS = 50e6;

export type EditedPicture = {
  edits: PhotoEdits;
  /** Null: the whole frame. */
  shape: CropShape | null;
  /** At most, in pixels; it is never larger than its original. */
  width: number;
  height?: number;
  format: 'jpeg' | 'webp' | 'png';
  /** 1 to 100. */
  quality?: number;
};

type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };
type Box = { left: number; top: number; width: number; height: number };
/**
 * What of the upright original is wanted (in its pixels), and how large. `edge`: so many pixels around it go on as its edge does,
 * so that no background shines through where a slanting crop touches it.
 */
type Part = { box: Box; width: number; height: number; edge: number };

/** Transparent places become white. `original`: a path, or the bytes. */
export async function renderEdited(
  original: string | Uint8Array,
  options: EditedPicture,
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  const open = (): Sharp => sharp(original, { limitInputPixels: MAX_PHOTO_MEGAPIXELS * 1e6 });
  const { autoOrient } = await open().metadata();
  const size = { width: autoOrient.width, height: autoOrient.height };
  const { edits } = options;
  const target = targetSize(size, options);
  const part =
    edits.straighten === undefined ? straightPart(size, options, target) : slantingPart(size, options, target);
  const mosaics = await mosaicsOf(open, size, edits.pixelated ?? []);
  const pixels = await partOf(open(), size, part, mosaics);
  const { data, ...raw } = pixels;
  const picture = sharp(data, { raw, limitInputPixels: false });
  const drawn =
    edits.straighten === undefined
      ? picture.rotate(edits.turn ?? 0)
      : straightened(picture, pixels, { size, options, target, part });
  return { bytes: await encoded(drawn, options, target), ...target };
}

/** The size of the answer. */
function targetSize(
  size: PictureSize,
  { edits, shape, width, height = Number.POSITIVE_INFINITY }: EditedPicture,
): PictureSize {
  const shown = shownSize(edits, shape, size);
  const tallest = Math.sqrt(MAX_EDITED_PIXELS / (shown.width * shown.height));
  const scale = Math.min(1, width / shown.width, height / shown.height, tallest);
  const proportions = shape === null ? null : shapeProportions[shape];
  const across = Math.max(1, Math.round(shown.width * scale));
  return {
    width: across,
    height: Math.max(1, Math.round(proportions === null ? shown.height * scale : across / proportions)),
  };
}

/** Not slanting: the part is the crop itself. */
function straightPart(size: PictureSize, { edits, shape }: EditedPicture, target: PictureSize): Part {
  const box = boxIn(size, areaFromFrame(cropOf(edits, shape, size), size, edits), 0, Math.round);
  const isTurned = edits.turn === 90 || edits.turn === 270;
  return {
    box,
    width: isTurned ? target.height : target.width,
    height: isTurned ? target.width : target.height,
    edge: 0,
  };
}

/** So many pixels of the answer are taken beyond a slanting crop, for those that are made of several. */
const MARGIN = 3;

/** The box around the slanting crop. */
function slantingPart(size: PictureSize, { edits, shape }: EditedPicture, target: PictureSize): Part {
  const crop = cropOf(edits, shape, size);
  const scale = target.width / shownSize(edits, shape, size).width;
  const box = boxIn(size, areaFromFrame(crop, size, edits), Math.ceil(MARGIN / scale), Math.floor, Math.ceil);
  const scaled = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return { box, width: scaled(box.width), height: scaled(box.height), edge: MARGIN };
}

function boxIn(
  size: PictureSize,
  { x, y, width, height }: PhotoArea,
  margin: number,
  begin: (at: number) => number,
  end = begin,
): Box {
  const left = Math.min(size.width - 1, Math.max(0, begin(x * size.width) - margin));
  const top = Math.min(size.height - 1, Math.max(0, begin(y * size.height) - margin));
  const right = Math.min(size.width, Math.max(left + 1, end((x + width) * size.width) + margin));
  const bottom = Math.min(size.height, Math.max(top + 1, end((y + height) * size.height) + margin));
  return { left, top, width: right - left, height: bottom - top };
}

async function partOf(original: Sharp, size: PictureSize, part: Part, mosaics: Mosaic[]): Promise<Pixels> {
  const { box, width, height, edge } = part;
  const upright = original.autoOrient();
  const isWhole = box.width === size.width && box.height === size.height;
  // Without a cut a JPEG is read in the size that is wanted, which is many times faster.
  const cut = isWhole ? upright : upright.extract(box);
  const { data, info } = await cut
    .resize({ width, height, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .extend({ top: edge, bottom: edge, left: edge, right: edge, extendWith: 'copy' })
    .composite(mosaics.flatMap((mosaic) => pixelsOf(mosaic, box, part)))
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Turned around the part's centre, by quarters and by the few degrees in one, and cut to the crop. */
function straightened(
  picture: Sharp,
  { width, height }: Pixels,
  { size, options, target, part }: { size: PictureSize; options: EditedPicture; target: PictureSize; part: Part },
): Sharp {
  const { edits, shape } = options;
  const degrees = (edits.turn ?? 0) + edits.straighten!;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const crop = cropOf(edits, shape, size);
  const centre = pointFromFrame({ x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }, size, edits);
  // From the part's centre to the crop's, in pixels of the answer: first as the upright picture has it.
  const right = (centre.x * size.width - part.box.left - part.box.width / 2) * (part.width / part.box.width);
  const down = (centre.y * size.height - part.box.top - part.box.height / 2) * (part.height / part.box.height);
  // The box around the turned part, as libvips makes it.
  const across = Math.round(width * Math.abs(cos) + height * Math.abs(sin));
  const tall = Math.round(width * Math.abs(sin) + height * Math.abs(cos));
  const left = Math.round(across / 2 + right * cos - down * sin - target.width / 2);
  const top = Math.round(tall / 2 + right * sin + down * cos - target.height / 2);
  return picture.rotate(degrees, { background: '#ffffff' }).extract({
    left: Math.max(0, Math.min(left, across - target.width)),
    top: Math.max(0, Math.min(top, tall - target.height)),
    ...target,
  });
}

/** Larger ones take too long to be made as small as they could be. */
const MOST_SQUEEZED_PIXELS = 4e6;

async function encoded(
  drawn: Sharp,
  { format, quality = 82 }: EditedPicture,
  { width, height }: PictureSize,
): Promise<Uint8Array> {
  const picture = drawn.removeAlpha();
  if (format === 'png') return picture.png().toBuffer();
  if (format === 'webp') return picture.webp({ quality }).toBuffer();
  return picture.jpeg({ quality, mozjpeg: width * height <= MOST_SQUEEZED_PIXELS }).toBuffer();
}
