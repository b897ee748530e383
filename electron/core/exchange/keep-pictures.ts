import { AppError } from '../../../shared/errors/app-error.ts';
import type { Photos } from '../photos/photos.ts';
import type { SourcePicture } from './source-line.ts';

/**
 * Takes the pictures that are wanted in among the photos, and answers the SHA-256 of those that are photos. One that is
 * none is left out: its place in the article stays empty. Throws AppError for a disk that takes nothing.
 */
export async function keepPictures(
  photos: Photos,
  pictures: readonly SourcePicture[],
  wanted: ReadonlySet<string>,
  file: string,
): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const [index, { sha256, bytes }] of pictures.entries()) {
    if (!wanted.has(sha256)) continue;
    try {
      await photos.add(bytes, `${file} (${index + 1})`);
      kept.add(sha256);
    } catch (error) {
      if (!(error instanceof AppError && error.code.startsWith('photo-'))) throw error;
    }
  }
  return kept;
}
