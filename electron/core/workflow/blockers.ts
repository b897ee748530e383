/** What stands in the way of submitting an article. */
import type { ArticleDocument, Photo } from '../../../shared/article/document.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

/** One error for each kind of thing that is missing. Photos that stand nowhere in the body are not asked for. */
export function submissionBlockers(document: ArticleDocument): AppError[] {
  const placed = new Set(document.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])));
  const photos = document.photos.filter((photo) => placed.has(photo.id));
  const blockers: AppError[] = [];
  if (document.headline.trim() === '') blockers.push(new AppError('headline-missing'));
  const withoutFile = photos.filter((photo) => photo.sha256 === null).length;
  if (withoutFile > 0) blockers.push(new AppError('photo-missing', { count: withoutFile }));
  const withoutWords = photos.filter((photo) => photo.sha256 !== null && !isCaptioned(photo)).length;
  if (withoutWords > 0) blockers.push(new AppError('caption-missing', { count: withoutWords }));
  return blockers;
}

function isCaptioned(photo: Photo): boolean {
  return [photo.caption, photo.credit, photo.alt].every((text) => text.trim() !== '');
}
