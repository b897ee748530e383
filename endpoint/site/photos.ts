/** Photos of the site: which renditions a page names, and how large they are drawn. */
import { type ArticleDocument, type Photo, photosOf } from '../../shared/article/document.ts';
import type { PhotoImage } from '../../shared/article/render-html.ts';
import { shownSize } from '../../shared/photos/geometry.ts';
import type { CropShape, PhotoEdits } from '../../shared/photos/photo-details.ts';
import { type SitePhoto, type SitePhotos, type SitePhotoWidth, sitePhotoWidths } from './types.ts';

/** Where a photo stands on a page, as its `sizes` attribute says. */
export const photoSizes = {
  alone: '(min-width: 58rem) 54rem, 100vw',
  gallery: '(min-width: 58rem) 26rem, 50vw',
  lead: '(min-width: 60rem) 38rem, 100vw',
  row: '(min-width: 40rem) 12rem, 30vw',
} as const;

/** The widths worth offering: none wider than what is shown of the original, but always one. */
function widthsFor(shownWidth: number): SitePhotoWidth[] {
  const fitting = sitePhotoWidths.filter((width) => width <= shownWidth);
  const next = sitePhotoWidths.find((width) => width > shownWidth);
  return next === undefined ? fitting : [...fitting, next];
}

/** The address of a photo in a shape. */
export function photoAddress(
  photos: SitePhotos,
  { sha256, edits = {} }: SitePhoto,
  width: SitePhotoWidth,
  shape: CropShape = 'free',
): string {
  return photos.photoUrl(sha256, width, { edits, shape });
}

/** The attributes of an image, or null while its file has not arrived. */
export function siteImage(
  photos: SitePhotos,
  photo: SitePhoto,
  sizes: string,
  shape: CropShape = 'free',
): PhotoImage | null {
  const original = photos.photoSize(photo.sha256);
  if (original === null) return null;
  const shown = shownSize(photo.edits ?? {}, shape, original);
  const widths = widthsFor(shown.width);
  const srcset = widths.map((width) => `${photoAddress(photos, photo, width, shape)} ${Math.min(width, shown.width)}w`);
  return {
    src: photoAddress(photos, photo, widths.includes(960) ? 960 : (widths[0] ?? 480), shape),
    srcset: srcset.join(', '),
    sizes,
    ...shown,
  };
}

/** Width and height, in pixels, of the largest rendition of a shape; null while its file has not arrived. */
export function largestSize(
  photos: SitePhotos,
  { sha256, edits = {} }: SitePhoto,
  shape: CropShape,
): { width: number; height: number } | null {
  const original = photos.photoSize(sha256);
  if (original === null) return null;
  const { width, height } = shownSize(edits, shape, original);
  const scale = Math.min(1, sitePhotoWidths.at(-1)! / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** What the article does to a picture of it. */
export function editsIn(document: ArticleDocument, sha256: string): PhotoEdits | undefined {
  return document.photos.find((photo) => photo.sha256 === sha256)?.edits;
}

/** The first photo that stands in the body and has a file: the article's picture in lists and on other sites. */
export function firstPhoto(document: ArticleDocument): (Photo & { sha256: string }) | null {
  for (const placed of document.blocks.flatMap(photosOf)) {
    const photo = document.photos.find(({ id }) => id === placed);
    if (photo !== undefined && photo.sha256 !== null) return { ...photo, sha256: photo.sha256 };
  }
  return null;
}
