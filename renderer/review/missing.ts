import type { ArticleDocument, Photo } from '../../shared/article/document.ts';
import { AppError } from '../../shared/errors/app-error.ts';

/** Something that submitting asks for: a field of the article, or of the photo that stands `number`th in the text. */
export type Missing = {
  what: 'headline' | 'file' | 'caption' | 'credit' | 'alt';
  photo: string | null;
  number: number;
};

/** What is missing, thing by thing, in the order of the article; the core asks for the same (workflow/blockers.ts). */
export function missingThings(document: ArticleDocument): Missing[] {
  const missing: Missing[] = [];
  if (document.headline.trim() === '') missing.push({ what: 'headline', photo: null, number: 0 });
  const placed = [...new Set(document.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])))];
  for (const [index, id] of placed.entries()) {
    const photo = document.photos.find((known) => known.id === id);
    for (const what of missingOf(photo)) missing.push({ what, photo: id, number: index + 1 });
  }
  return missing;
}

/** A place without a picture lacks that first of all. */
export function missingOf(photo: Photo | undefined): Exclude<Missing['what'], 'headline'>[] {
  if (photo === undefined || photo.sha256 === null) return ['file'];
  return (['caption', 'credit', 'alt'] as const).filter((field) => photo[field].trim() === '');
}

/** What the core would say to submitting now. `missing` holds something. */
export function refusalOf(missing: readonly Missing[]): AppError {
  if (missing.some(({ what }) => what === 'headline')) return new AppError('headline-missing');
  const files = missing.filter(({ what }) => what === 'file').length;
  if (files > 0) return new AppError('photo-missing', { count: files });
  return new AppError('caption-missing', { count: new Set(missing.map(({ photo }) => photo)).size });
}
