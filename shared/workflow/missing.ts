/** What submitting asks for: the same list for the core, which refuses by it, and for the page, which leads to each thing. */
import { type ArticleDocument, blockText, type Photo, photosOf } from '../article/document.ts';
import type { Lost } from '../contract/desk-references.ts';
import { AppError } from '../errors/app-error.ts';
import { findKind, type KindField } from '../kinds/article-kinds.ts';
import { findPlaceholders } from '../kinds/placeholders.ts';

type PhotoThing = 'file' | 'caption' | 'credit' | 'alt';

/** Something that submitting asks for. */
export type Missing =
  | { what: 'headline' | 'lead' }
  /** A field of the article that its kind must have. */
  | { what: 'field'; field: KindField }
  /** A field of the photo that stands `number`th in the text. */
  | { what: PhotoThing; photo: string; number: number }
  /** Its picture may not be shown as it is, or no longer; `on` is the last day on which it could. */
  | { what: 'withheld'; photo: string; number: number; sha256: string }
  | { what: 'expired'; photo: string; number: number; sha256: string; on: string }
  | { what: 'photos'; has: number; wants: number }
  /** An attached document that is not on this computer, a related article that is not known or was set aside. */
  | { what: 'attachment'; sha256: string; name: string }
  | { what: 'related'; article: string; headline: string }
  /** A place that is still to be filled in; `place` says where, `block` counts the blocks of the body. */
  | { what: 'placeholder'; text: string; place: 'headline' | 'lead' | 'body'; block: number };

export const nothingLost: Lost = { files: [], articles: [], withheld: [], expired: [] };

/**
 * What is missing, thing by thing, in the order of the article. Photos that stand nowhere in the body are not asked for.
 * `lost`: what it names (`referencesOf`) and cannot be had or shown.
 */
export function missingThings(document: ArticleDocument, lost: Lost = nothingLost): Missing[] {
  const kind = findKind(document.fields.kind);
  const missing: Missing[] = [];
  if (document.headline.trim() === '') missing.push({ what: 'headline' });
  for (const name of kind?.required ?? []) {
    if (name !== 'lead') {
      if ((document.fields[name] ?? '').length === 0) missing.push({ what: 'field', field: name });
    } else if (document.lead.trim() === '') missing.push({ what: 'lead' });
  }
  const placed = [...new Set(document.blocks.flatMap(photosOf))];
  if (kind?.minPhotos !== undefined && placed.length < kind.minPhotos) {
    missing.push({ what: 'photos', has: placed.length, wants: kind.minPhotos });
  }
  for (const [index, id] of placed.entries()) {
    const photo = document.photos.find((known) => known.id === id);
    for (const what of missingOf(photo)) missing.push({ what, photo: id, number: index + 1 });
    missing.push(...mayNotGoOut(photo, index + 1, lost));
  }
  return [...missing, ...lostThings(document, lost), ...openPlaceholders(document)];
}

function mayNotGoOut(photo: Photo | undefined, number: number, { withheld, expired }: Lost): Missing[] {
  if (photo === undefined || photo.sha256 === null) return [];
  const { id, sha256 } = photo;
  const ended = expired.find((known) => known.sha256 === sha256);
  return [
    ...(withheld.includes(sha256) ? [{ what: 'withheld', photo: id, number, sha256 } as const] : []),
    ...(ended === undefined ? [] : [{ what: 'expired', photo: id, number, sha256, on: ended.on } as const]),
  ];
}

function lostThings({ blocks }: ArticleDocument, lost: Lost): Missing[] {
  return blocks.flatMap((block): Missing[] => {
    if (block.kind === 'file' && lost.files.includes(block.sha256)) {
      return [{ what: 'attachment', sha256: block.sha256, name: block.name }];
    }
    if (block.kind !== 'related' || !lost.articles.includes(block.article)) return [];
    return [{ what: 'related', article: block.article, headline: block.headline }];
  });
}

/** A place without a picture lacks that first of all; a decorative one wants no alt text. */
export function missingOf(photo: Photo | undefined): PhotoThing[] {
  if (photo === undefined || photo.sha256 === null) return ['file'];
  const wanted = (['caption', 'credit', 'alt'] as const).filter(
    (field) => field !== 'alt' || photo.decorative !== true,
  );
  return wanted.filter((field) => photo[field].trim() === '');
}

function openPlaceholders({ headline, lead, blocks }: ArticleDocument): Missing[] {
  const texts = [
    { place: 'headline', block: 0, text: headline } as const,
    { place: 'lead', block: 0, text: lead } as const,
    ...blocks.map((block, index) => ({ place: 'body', block: index, text: blockText(block) }) as const),
  ];
  return texts.flatMap(({ place, block, text }) =>
    findPlaceholders(text).map(({ text: found }) => ({ what: 'placeholder', text: found, place, block }) as const),
  );
}

/** The refusals of submitting now: one for each kind of thing that is missing, the most important first. */
export function submissionBlockers(missing: readonly Missing[]): AppError[] {
  const photosLacking = (isIt: (what: Missing['what']) => boolean): number =>
    new Set(missing.flatMap((thing) => ('photo' in thing && isIt(thing.what) ? [thing.photo] : []))).size;
  const count = (what: Missing['what']): number => missing.filter((thing) => thing.what === what).length;
  const blockers: AppError[] = [];
  if (count('headline') > 0) blockers.push(new AppError('headline-missing'));
  const fields = count('field') + count('lead');
  if (fields > 0) blockers.push(new AppError('fields-missing', { count: fields }));
  const few = missing.find((thing) => thing.what === 'photos');
  if (few !== undefined) blockers.push(new AppError('photos-too-few', { has: few.has, wants: few.wants }));
  const files = photosLacking((what) => what === 'file');
  if (files > 0) blockers.push(new AppError('photo-missing', { count: files }));
  const words = photosLacking((what) => what === 'caption' || what === 'credit' || what === 'alt');
  if (words > 0) blockers.push(new AppError('caption-missing', { count: words }));
  const withheld = photosLacking((what) => what === 'withheld');
  if (withheld > 0) blockers.push(new AppError('photos-withheld', { count: withheld }));
  const expired = photosLacking((what) => what === 'expired');
  if (expired > 0) blockers.push(new AppError('photos-expired', { count: expired }));
  const attachments = count('attachment');
  if (attachments > 0) blockers.push(new AppError('attachment-missing', { count: attachments }));
  const related = count('related');
  if (related > 0) blockers.push(new AppError('related-missing', { count: related }));
  const placeholders = count('placeholder');
  if (placeholders > 0) blockers.push(new AppError('placeholders-left', { count: placeholders }));
  return blockers;
}
