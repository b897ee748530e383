/**
 * A picture as it is shown: what must not be known is made unknown, then it is turned, straightened, cropped and made smaller.
 *
 *   original -> the part that is wanted, in the size that is wanted -> mosaics over it -> turned -> straightened -> cut to size
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
/** What of the upright original is wanted (in its pixels), and how large. */
type Part = { box: Box; width: number; height: number };

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
  const asPixels = ({ data, width, height, channels }: Pixels): Sharp =>
    sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  let picture = asPixels(pixels);
  if (edits.turn !== undefined) picture = picture.rotate(edits.turn);
  if (edits.straighten !== undefined) {
    const turned = edits.turn === undefined ? pixels : await pixelsFrom(picture);
    picture = await straightened(asPixels, turned, { size, options, target, part });
  }
  return { bytes: await encoded(picture, options), ...target };
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
  return { box, width: isTurned ? target.height : target.width, height: isTurned ? target.width : target.height };
}

/** So many pixels of the answer are taken beyond a slanting crop, for those that are made of several. */
const MARGIN = 3;

/** The box around the slanting crop. */
function slantingPart(size: PictureSize, { edits, shape }: EditedPicture, target: PictureSize): Part {
  const crop = cropOf(edits, shape, size);
  const scale = target.width / shownSize(edits, shape, size).width;
  const box = boxIn(size, areaFromFrame(crop, size, edits), Math.ceil(MARGIN / scale), Math.floor, Math.ceil);
  const scaled = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return { box, width: scaled(box.width), height: scaled(box.height) };
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

async function partOf(
  original: Sharp,
  size: PictureSize,
  { box, width, height }: Part,
  mosaics: Mosaic[],
): Promise<Pixels> {
  const upright = original.autoOrient();
  const isWhole = box.width === size.width && box.height === size.height;
  // Without a cut a JPEG is read in the size that is wanted, which is many times faster.
  const cut = isWhole ? upright : upright.extract(box);
  const overlays = mosaics.flatMap((mosaic) => pixelsOf(mosaic, box, { width, height }));
  return pixelsFrom(
    cut
      .resize({ width, height, fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .composite(overlays),
  );
}

async function pixelsFrom(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Turned by the few degrees around the part's centre, and cut to the crop. */
async function straightened(
  asPixels: (pixels: Pixels) => Sharp,
  turned: Pixels,
  { size, options, target, part }: { size: PictureSize; options: EditedPicture; target: PictureSize; part: Part },
): Promise<Sharp> {
  const { edits, shape } = options;
  // The edge goes on a little, so that no background shines through where the crop touches it.
  const edge = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, extendWith: 'copy' as const };
  const wider = await pixelsFrom(asPixels(turned).extend(edge));
  const slanting = await pixelsFrom(asPixels(wider).rotate(edits.straighten!, { background: '#ffffff' }));
  const crop = cropOf(edits, shape, size);
  const centre = pointFromFrame({ x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }, size, edits);
  // From the part's centre to the crop's, in pixels of the answer: first as the upright picture has it.
  const right = (centre.x * size.width - part.box.left - part.box.width / 2) * (part.width / part.box.width);
  const down = (centre.y * size.height - part.box.top - part.box.height / 2) * (part.height / part.box.height);
  const radians = (((edits.turn ?? 0) + edits.straighten!) * Math.PI) / 180;
  const x = slanting.width / 2 + right * Math.cos(radians) - down * Math.sin(radians);
  const y = slanting.height / 2 + right * Math.sin(radians) + down * Math.cos(radians);
  const left = Math.round(x - target.width / 2);
  const top = Math.round(y - target.height / 2);
  return asPixels(slanting).extract({
    left: Math.max(0, Math.min(left, slanting.width - target.width)),
    top: Math.max(0, Math.min(top, slanting.height - target.height)),
    ...target,
  });
}

async function encoded(drawn: Sharp, { format, quality = 82 }: EditedPicture): Promise<Uint8Array> {
  const picture = drawn.removeAlpha();
  if (format === 'png') return picture.png().toBuffer();
  if (format === 'webp') return picture.webp({ quality }).toBuffer();
  return picture.jpeg({ quality, mozjpeg: true }).toBuffer();
}
