/** Photos of the site: which renditions a page names, and how large they are drawn. */
import { type ArticleDocument, type Photo, photosOf } from '../../shared/article/document.ts';
import type { PhotoImage } from '../../shared/article/render-html.ts';
import { type SitePhotos, type SitePhotoWidth, sitePhotoWidths } from './types.ts';

/** Where a photo stands on a page, as its `sizes` attribute says. */
export const photoSizes = {
  alone: '(min-width: 58rem) 54rem, 100vw',
  gallery: '(min-width: 58rem) 26rem, 50vw',
  lead: '(min-width: 60rem) 38rem, 100vw',
  row: '(min-width: 40rem) 12rem, 30vw',
} as const;

/** The widths worth offering: none wider than the original, but always one. */
function widthsFor(originalWidth: number): SitePhotoWidth[] {
  const fitting = sitePhotoWidths.filter((width) => width <= originalWidth);
  const next = sitePhotoWidths.find((width) => width > originalWidth);
  return next === undefined ? fitting : [...fitting, next];
}

/** The attributes of an image, or null while its file has not arrived. */
export function siteImage(photos: SitePhotos, sha256: string, sizes: string): PhotoImage | null {
  const original = photos.photoSize(sha256);
  if (original === null) return null;
  const widths = widthsFor(original.width);
  const srcset = widths.map((width) => `${photos.photoUrl(sha256, width)} ${Math.min(width, original.width)}w`);
  return {
    src: photos.photoUrl(sha256, widths.includes(960) ? 960 : (widths[0] ?? 480)),
    srcset: srcset.join(', '),
    sizes,
    width: original.width,
    height: original.height,
  };
}

/** The first photo that stands in the body and has a file: the article's picture in lists and on other sites. */
export function firstPhoto(document: ArticleDocument): (Photo & { sha256: string }) | null {
  for (const placed of document.blocks.flatMap(photosOf)) {
    const photo = document.photos.find(({ id }) => id === placed);
    if (photo !== undefined && photo.sha256 !== null) return { ...photo, sha256: photo.sha256 };
  }
  return null;
}
