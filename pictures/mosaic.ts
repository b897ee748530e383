/** Areas whose faces nobody can know again: a few blocks of one colour each, made of the whole picture's own colours. */
import type { OverlayOptions, Sharp } from 'sharp';
import type { PictureSize } from '../shared/photos/geometry.ts';
import { mosaicAreas, mosaicBlocks } from '../shared/photos/mosaic-areas.ts';
import type { PhotoArea } from '../shared/photos/photo-details.ts';

/** `left` to `height` in pixels of the upright original; `colours`: RGB of its blocks, row by row. */
export type Mosaic = { left: number; top: number; width: number; height: number } & {
  across: number;
  down: number;
  colours: Uint8Array;
};

/** A block's colour needs no more of the picture than this. */
const LOOKED_AT_PIXELS = 1_000;
/** Making a picture smaller mixes neighbours: so many pixels around an area could still tell of what is in it. */
const SPILL = 4;

export async function mosaicsOf(open: () => Sharp, size: PictureSize, areas: readonly PhotoArea[]): Promise<Mosaic[]> {
  if (areas.length === 0) return [];
  const { data, info } = await open()
    .autoOrient()
    .resize({ width: LOOKED_AT_PIXELS, height: LOOKED_AT_PIXELS, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return mosaicAreas(areas).map(({ x, y, width, height }) => {
    const left = Math.floor(x * size.width);
    const top = Math.floor(y * size.height);
    const box = {
      ...{ left, top },
      width: Math.max(1, Math.min(size.width, Math.ceil((x + width) * size.width)) - left),
      height: Math.max(1, Math.min(size.height, Math.ceil((y + height) * size.height)) - top),
    };
    const { across, down } = mosaicBlocks(box);
    const colours = new Uint8Array(across * down * 3);
    for (let row = 0; row < down; row += 1) {
      for (let column = 0; column < across; column += 1) {
        const mean = meanColour(data, info, {
          left: ((box.left + (box.width * column) / across) * info.width) / size.width,
          right: ((box.left + (box.width * (column + 1)) / across) * info.width) / size.width,
          top: ((box.top + (box.height * row) / down) * info.height) / size.height,
          bottom: ((box.top + (box.height * (row + 1)) / down) * info.height) / size.height,
        });
        colours.set(mean, (row * across + column) * 3);
      }
    }
    return { ...box, across, down, colours };
  });
}

type Edges = { left: number; right: number; top: number; bottom: number };

function meanColour(
  data: Uint8Array,
  info: { width: number; height: number; channels: number },
  edges: Edges,
): number[] {
  const left = Math.min(info.width - 1, Math.floor(edges.left));
  const top = Math.min(info.height - 1, Math.floor(edges.top));
  const right = Math.min(info.width, Math.max(left + 1, Math.round(edges.right)));
  const bottom = Math.min(info.height, Math.max(top + 1, Math.round(edges.bottom)));
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * info.width + x) * info.channels;
      for (let channel = 0; channel < 3; channel += 1) sums[channel]! += data[at + channel]!;
    }
  }
  const count = (right - left) * (bottom - top);
  return sums.map((sum) => Math.round(sum / count));
}

/**
 * A mosaic as it lies over a part of the picture that is drawn in another size, with an edge of so many pixels around it; none
 * where it lies outside.
 */
export function pixelsOf(
  mosaic: Mosaic,
  part: { left: number; top: number; width: number; height: number },
  drawn: PictureSize & { edge: number },
): OverlayOptions[] {
  const { edge } = drawn;
  const across = drawn.width / part.width;
  const down = drawn.height / part.height;
  const left = Math.max(-edge, Math.floor((mosaic.left - part.left) * across) - SPILL);
  const top = Math.max(-edge, Math.floor((mosaic.top - part.top) * down) - SPILL);
  const right = Math.min(drawn.width + edge, Math.ceil((mosaic.left + mosaic.width - part.left) * across) + SPILL);
  const bottom = Math.min(drawn.height + edge, Math.ceil((mosaic.top + mosaic.height - part.top) * down) + SPILL);
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return [];
  const pixels = Buffer.alloc(width * height * 3);
  const block = (at: number, from: number, length: number, blocks: number): number =>
    Math.min(blocks - 1, Math.max(0, Math.floor(((at - from) / length) * blocks)));
  const columns = Uint8Array.from({ length: width }, (_, x) =>
    block(part.left + (left + x + 0.5) / across, mosaic.left, mosaic.width, mosaic.across),
  );
  // All lines of a row of blocks are one line.
  const line = new Uint8Array(width * 3);
  let drawnRow = -1;
  for (let y = 0; y < height; y += 1) {
    const row = block(part.top + (top + y + 0.5) / down, mosaic.top, mosaic.height, mosaic.down);
    if (row !== drawnRow) {
      for (let x = 0; x < width; x += 1) {
        const from = (row * mosaic.across + columns[x]!) * 3;
        line.set(mosaic.colours.subarray(from, from + 3), x * 3);
      }
      drawnRow = row;
    }
    pixels.set(line, y * line.length);
  }
  return [{ input: pixels, raw: { width, height, channels: 3 }, left: left + edge, top: top + edge }];
}
