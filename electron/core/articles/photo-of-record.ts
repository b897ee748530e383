/** A picture of the library: its record as the log has it, and what this computer knows of it. */
import type * as Y from 'yjs';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { readPhotoRecord } from '../../../shared/photos/read-record.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import type { ReadableDb } from '../store/database.ts';
import { articleTimes } from '../store/doc-log.ts';
import { isOwnRecord } from '../store/own-photos.ts';
import { findPhotoOfRecord } from '../store/photo-rows.ts';
import type { PhotoFactsHere } from './project-photo.ts';

/**
 * Null where there is neither an original here nor a record that says which picture it is of. An original without a record (it was
 * here before there were any) is shown with what its file says.
 */
export function photoOf(
  db: ReadableDb,
  { id, doc }: { id: string; doc: Y.Doc },
): { record: PhotoRecord; facts: PhotoFactsHere } | null {
  const here = findPhotoOfRecord(db, id);
  const times = articleTimes(db, id);
  const sha256 = here?.sha256 ?? sha256Of(id, doc);
  if (sha256 === null || (here === undefined && times === null)) return null;
  const said = readPhotoRecord(doc, sha256);
  const record =
    times === null && here !== undefined
      ? { ...said, description: here.caption, credit: here.credit, alt: here.alt }
      : said;
  const addedAt = here?.addedAt ?? times?.createdAt ?? '';
  return { record, facts: { recordId: id, file: here?.name ?? null, addedAt, isOwn: isOwnRecord(db, id) } };
}

/** The picture that a record is of, by its own words; null where these are not true. */
export function sha256Of(id: string, doc: Y.Doc): string | null {
  const said = doc.getMap('photo').get('sha256');
  return typeof said === 'string' && /^[0-9a-f]{64}$/.test(said) && photoRecordId(said) === id ? said : null;
}
