/** An article's photos together with what the office knows of their pictures: what is submitted, approved and published. */
import type { ArticleDocument, Photo } from '../article/document.ts';
import { withoutUnknown } from './made-unknown.ts';
import type { PhotoDetails, PhotoEdits, PhotoRecord } from './photo-details.ts';
import { photoDetailsSchema } from './photo-details.ts';

/** The details of a record that say something; undefined where none does. Nobody whose face is pixelated is named. */
export function detailsOf(record: PhotoRecord): PhotoDetails | undefined {
  const details: Record<string, unknown> = {};
  for (const name of Object.keys(photoDetailsSchema.shape) as (keyof PhotoDetails)[]) {
    const value = name === 'people' ? peopleOf(record) : record[name];
    if (value === null || value.length === 0) continue;
    details[name] = value;
  }
  return Object.keys(details).length === 0 ? undefined : (details as PhotoDetails);
}

function peopleOf({ people, edits }: PhotoRecord): NonNullable<PhotoDetails['people']> {
  const named = people.filter(({ name }) => name.trim() !== '').map(({ id: _, ...person }) => person);
  return withoutUnknown(named, edits.pixelated);
}

export function editsOf({ edits }: PhotoRecord): PhotoEdits | undefined {
  return Object.keys(edits).length === 0 ? undefined : edits;
}

/** `recordOf`: what is known of a picture, null where nothing is. A photo keeps its own caption, credit and alt text. */
export function withPhotoRecords(
  document: ArticleDocument,
  recordOf: (sha256: string) => PhotoRecord | null,
): ArticleDocument {
  if (document.photos.every(({ sha256 }) => sha256 === null)) return document;
  return { ...document, photos: document.photos.map((photo) => withRecord(photo, recordOf)) };
}

function withRecord(photo: Photo, recordOf: (sha256: string) => PhotoRecord | null): Photo {
  const record = photo.sha256 === null ? null : recordOf(photo.sha256);
  if (record === null) return photo;
  const [details, edits] = [detailsOf(record), editsOf(record)];
  return { ...photo, ...(details === undefined ? {} : { details }), ...(edits === undefined ? {} : { edits }) };
}
