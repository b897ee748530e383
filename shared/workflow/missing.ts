/** What submitting asks for: the same list for the core, which refuses by it, and for the page, which leads to each thing. */
import { type ArticleDocument, type Photo, photosOf } from '../article/document.ts';
import { AppError } from '../errors/app-error.ts';

/** Something that submitting asks for: a field of the article, or of the photo that stands `number`th in the text. */
export type Missing = {
  what: 'headline' | 'file' | 'caption' | 'credit' | 'alt';
  photo: string | null;
  number: number;
};

/** What is missing, thing by thing, in the order of the article. Photos that stand nowhere in the body are not asked for. */
export function missingThings(document: ArticleDocument): Missing[] {
  const missing: Missing[] = [];
  if (document.headline.trim() === '') missing.push({ what: 'headline', photo: null, number: 0 });
  const placed = [...new Set(document.blocks.flatMap(photosOf))];
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

/** The refusals of submitting now: one for each kind of thing that is missing, the most important first. */
export function submissionBlockers(missing: readonly Missing[]): AppError[] {
  const photosLacking = (isIt: (what: Missing['what']) => boolean): number =>
    new Set(missing.filter(({ what }) => isIt(what)).map(({ photo }) => photo)).size;
  const blockers: AppError[] = [];
  if (missing.some(({ what }) => what === 'headline')) blockers.push(new AppError('headline-missing'));
  const files = photosLacking((what) => what === 'file');
  if (files > 0) blockers.push(new AppError('photo-missing', { count: files }));
  const words = photosLacking((what) => what === 'caption' || what === 'credit' || what === 'alt');
  if (words > 0) blockers.push(new AppError('caption-missing', { count: words }));
  return blockers;
}
