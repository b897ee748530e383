/** A picture of the library: its record as the log has it, and what this computer knows of it. */
import * as Y from 'yjs';
import { type EmbeddedMetadata, noMetadata } from '../../../shared/photos/embedded.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { readPhotoRecord } from '../../../shared/photos/read-record.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { newRecordUpdate } from '../../../shared/photos/write-record.ts';
import type { ReadableDb } from '../store/database.ts';
import { articleTimes } from '../store/doc-log.ts';
import { isOwnRecord } from '../store/own-photos.ts';
import { findPhotoOfRecord, type PhotoHere } from '../store/photo-rows.ts';
import { findEmbeddedMetadata } from '../store/photos.ts';
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
  const record =
    times === null && here !== undefined
      ? recordOfFile(here, findEmbeddedMetadata(db, sha256))
      : readPhotoRecord(doc, sha256);
  const addedAt = here?.addedAt ?? times?.createdAt ?? '';
  return { record, facts: { recordId: id, file: here?.name ?? null, addedAt, isOwn: isOwnRecord(db, id) } };
}

/** As the record would begin. `metadata`: null while the file has not been looked into. */
function recordOfFile({ sha256, ...here }: PhotoHere, metadata: EmbeddedMetadata | null): PhotoRecord {
  const { caption: description, credit, alt } = here;
  const doc = new Y.Doc();
  const known = metadata ?? { ...noMetadata, description, credit, alt };
  Y.applyUpdate(doc, newRecordUpdate({ sha256, metadata: known, batch: '' }));
  const record = readPhotoRecord(doc, sha256);
  doc.destroy();
  return record;
}

/** The picture that a record is of, by its own words; null where these are not true. */
export function sha256Of(id: string, doc: Y.Doc): string | null {
  const said = doc.getMap('photo').get('sha256');
  return typeof said === 'string' && /^[0-9a-f]{64}$/.test(said) && photoRecordId(said) === id ? said : null;
}
