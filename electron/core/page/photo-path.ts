/** The addresses of photos below the page: `/photos/{sha256}/{thumb|preview|original}`. */
import { type PhotoSize, photoSizes } from '../photos/photos.ts';

export type PhotoAddress = { sha256: string; size: PhotoSize };

/** Null for anything else. */
export function parsePhotoPath(path: string): PhotoAddress | null {
  const match = /^\/photos\/([0-9a-f]{64})\/([a-z]+)$/.exec(path);
  const size = photoSizes.find((known) => known === match?.[2]);
  return match === null || size === undefined ? null : { sha256: match[1]!, size };
}

/** Photos are named by their content, so the page may keep them. */
export const PHOTO_CACHE = 'private, max-age=31536000, immutable';
