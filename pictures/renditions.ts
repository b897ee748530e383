/** Reads pictures by really decoding them, and makes the smaller ones that lists and articles show. */
import { AppError } from '../shared/errors/app-error.ts';

export const MAX_PHOTO_MEGAPIXELS = 200;

/** The longer side in pixels. */
export const renditionPixels = { thumb: 320, preview: 1600 } as const;
export type Rendition = keyof typeof renditionPixels;

export const photoFormats = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
export type PhotoFormat = keyof typeof photoFormats;

/** Width and height as a person sees the picture: turned as the camera says. */
export type DecodedPhoto = {
  width: number;
  height: number;
  format: PhotoFormat;
  renditions: Record<Rendition, Uint8Array>;
};

/** The first bytes of what we take; other loaders of the library (SVG, PDF, ...) never see a stranger's file. */
function formatByMagic(bytes: Uint8Array): PhotoFormat | null {
  const starts = (at: number, ...magic: number[]): boolean => magic.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return null;
}

/**
 * Decodes a whole picture. `name` is for the error's text. Throws AppError: photo-not-an-image (no JPEG, PNG or WebP),
 * photo-truncated (it begins well and cannot be read to its end), photo-too-large (over 200 megapixels).
 */
export async function decodePhoto(bytes: Uint8Array, name: string): Promise<DecodedPhoto> {
  return withPicture(bytes, name, async (open, size, format) => {
    const preview = await render(open(bytes), 'preview');
    const thumb = await render(open(preview), 'thumb');
    return { ...size, format, renditions: { preview, thumb } };
  });
}

/** What a list shows of a picture that may not be kept, with its width and height. Throws as `decodePhoto`. */
export async function lookAtPhoto(
  bytes: Uint8Array,
  name: string,
): Promise<{ width: number; height: number; thumb: Uint8Array }> {
  return withPicture(bytes, name, async (open, size) => ({ ...size, thumb: await render(open(bytes), 'thumb') }));
}

type Open = (bytes: Uint8Array) => import('sharp').Sharp;

async function withPicture<T>(
  bytes: Uint8Array,
  name: string,
  use: (open: Open, size: { width: number; height: number }, format: PhotoFormat) => Promise<T>,
): Promise<T> {
  const { default: sharp } = await import('sharp');
  const format = formatByMagic(bytes);
  if (format === null) throw new AppError('photo-not-an-image', { file: name });
  const open: Open = (picture) => sharp(picture, { failOn: 'error', limitInputPixels: false, sequentialRead: true });
  try {
    const { width, height, autoOrient } = await open(bytes).metadata();
    const megapixels = Math.ceil((width * height) / 1e6);
    if (megapixels > MAX_PHOTO_MEGAPIXELS) {
      const limit = `${MAX_PHOTO_MEGAPIXELS} MP`;
      throw new AppError('photo-too-large', { file: name, size: `${megapixels} MP`, limit });
    }
    return await use(open, { width: autoOrient.width, height: autoOrient.height }, format);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('photo-truncated', { file: name }, { cause: error });
  }
}

/** One rendition of a picture that was decoded before. */
export async function renderPhoto(path: string, rendition: Rendition): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return render(sharp(path, { limitInputPixels: MAX_PHOTO_MEGAPIXELS * 1e6, sequentialRead: true }), rendition);
}

async function render(picture: import('sharp').Sharp, rendition: Rendition): Promise<Uint8Array> {
  const side = renditionPixels[rendition];
  return picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer();
}
