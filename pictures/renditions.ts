/** Reads pictures by really decoding them, and makes the smaller ones that lists and articles show. */
import { open as openFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { AppError } from '../shared/errors/app-error.ts';
import { type PhotoFormat, photoFormats, SNIFFED_BYTES, sniffPicture } from './picture-format.ts';

export const MAX_PHOTO_MEGAPIXELS = 200;

/** The longer side in pixels. */
export const renditionPixels = { thumb: 320, preview: 1600 } as const;
export type Rendition = keyof typeof renditionPixels;

/** A picture in memory, or the path of its file. */
export type PictureSource = Uint8Array | string;

/** Width and height as a person sees the picture: turned as the camera says. */
export type PictureSize = { width: number; height: number; format: PhotoFormat };
export type DecodedPhoto = PictureSize & { renditions: Record<Rendition, Uint8Array> };

/**
 * Decodes a whole picture. `name` is for the error's text. Throws AppError: photo-not-an-image, -empty, -heic, -raw and -animated
 * by its first bytes, photo-truncated (it begins well and cannot be read to its end), photo-too-large (over 200 megapixels).
 */
export async function decodePhoto(source: PictureSource, name: string): Promise<DecodedPhoto> {
  return withPicture(source, name, async (open, size) => {
    const preview = await render(open(source), 'preview');
    const thumb = await render(open(preview), 'thumb');
    return { ...size, renditions: { preview, thumb } };
  });
}

/** What a list shows of a picture that may not be kept, with its width and height. Throws as `decodePhoto`. */
export async function lookAtPhoto(
  bytes: Uint8Array,
  name: string,
): Promise<{ width: number; height: number; thumb: Uint8Array }> {
  return withPicture(bytes, name, async (open, { width, height }) => {
    return { width, height, thumb: await render(open(bytes), 'thumb') };
  });
}

/** By its header alone. Throws as `decodePhoto`. */
export async function measurePhoto(source: PictureSource, name: string): Promise<PictureSize> {
  return withPicture(source, name, async (_, size) => size);
}

type Open = (source: PictureSource) => Sharp;

async function withPicture<T>(
  source: PictureSource,
  name: string,
  use: (open: Open, size: PictureSize) => Promise<T>,
): Promise<T> {
  const { default: sharp } = await import('sharp');
  const format = sniffPicture(typeof source === 'string' ? await headOf(source) : source.subarray(0, SNIFFED_BYTES));
  if (!isPhotoFormat(format)) throw new AppError(format, { file: name });
  const open: Open = (picture) => sharp(picture, { failOn: 'error', limitInputPixels: false, sequentialRead: true });
  try {
    const { width, height, autoOrient, format: loaded } = await open(source).metadata();
    // Only what its first bytes promise is ever decoded.
    if (loaded !== loaders[format]) throw new AppError('photo-not-an-image', { file: name });
    const megapixels = Math.ceil((width * height) / 1e6);
    if (megapixels > MAX_PHOTO_MEGAPIXELS) {
      const limit = `${MAX_PHOTO_MEGAPIXELS} MP`;
      throw new AppError('photo-too-large', { file: name, size: `${megapixels} MP`, limit });
    }
    return await use(open, { width: autoOrient.width, height: autoOrient.height, format });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(codeOf(error), { file: name }, { cause: error });
  }
}

/** What the decoding library calls them. */
const loaders = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif', tiff: 'tiff' } as const;

function isPhotoFormat(found: string): found is PhotoFormat {
  return Object.hasOwn(photoFormats, found);
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await openFile(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A kind of its format that nobody here can decode is no damaged file. */
function codeOf(error: unknown): 'photo-not-an-image' | 'photo-truncated' {
  const reason = error instanceof Error ? error.message : '';
  return /unsupported (?!image format|marker)|not supported|compression (scheme|support)/i.test(reason)
    ? 'photo-not-an-image'
    : 'photo-truncated';
}

async function render(picture: Sharp, rendition: Rendition): Promise<Uint8Array> {
  const side = renditionPixels[rendition];
  return picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer();
}
