/** A picture's record is begun, and filled in later, with the picture's own row, in one transaction. */
import { isDeepStrictEqual } from 'node:util';
import { type EmbeddedMetadata, noMetadata } from '../../../shared/photos/embedded.ts';
import { type PhotoRecord, type PhotoTextName, photoTextNames } from '../../../shared/photos/photo-details.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { recordOfUpdates } from '../../../shared/photos/record-of-updates.ts';
import { newRecordUpdate, type RecordSeed } from '../../../shared/photos/write-record.ts';
import type { WritableDb } from './database.ts';
import { appendUpdate, hasArticle, listUpdates } from './doc-log.ts';
import { isWanted } from './original-queue.ts';
import { growOpenUpdate } from './outbox.ts';
import { addOwnPhoto, isOwnRecord } from './own-photos.ts';

/**
 * A record that is there stays as it is. `own`: the picture is this computer's alone from now on, unless the office knows it, by its
 * record or by an article that names it.
 */
export function beginRecord(db: WritableDb, seed: RecordSeed, { own, at }: { own: boolean; at: string }): void {
  const { sha256 } = seed;
  const id = photoRecordId(sha256);
  if (hasArticle(db, id)) return;
  const isOwn = own && !isWanted(db, 'photos', sha256);
  if (isOwn) addOwnPhoto(db, sha256);
  const seq = appendUpdate(db, { articleId: id, origin: 'local', bytes: newRecordUpdate(seed), at });
  if (!isOwn) growOpenUpdate(db, id, seq, at);
}

/**
 * What the picture's file says of itself, learnt after the record was begun, in the caller's transaction: what nobody has said yet is
 * said as if the record had begun with it. Without a record nothing is written.
 */
export function fillRecord(db: WritableDb, { sha256, metadata }: Omit<RecordSeed, 'batch'>, at: string): void {
  const id = photoRecordId(sha256);
  const written = listUpdates(db, id, 0).flatMap(({ bytes, isWhole }) => (isWhole ? [bytes] : []));
  if (written.length === 0) return;
  const unsaid = unsaidBy(recordOfUpdates(sha256, written), metadata);
  if (isDeepStrictEqual(unsaid, noMetadata)) return;
  const bytes = newRecordUpdate({ sha256, metadata: unsaid, batch: '' });
  const seq = appendUpdate(db, { articleId: id, origin: 'local', bytes, at });
  if (!isOwnRecord(db, id)) growOpenUpdate(db, id, seq, at);
}

function unsaidBy(record: PhotoRecord, metadata: EmbeddedMetadata): EmbeddedMetadata {
  const texts = photoTextNames.map((name) => [name, record[name] === '' ? metadata[name] : '']);
  const { dateCreated, digitalSource, keywords, people, rating } = metadata;
  return {
    ...noMetadata,
    ...(Object.fromEntries(texts) as Pick<EmbeddedMetadata, PhotoTextName>),
    ...(record.dateCreated === null ? { dateCreated } : {}),
    ...(record.digitalSource === null ? { digitalSource } : {}),
    ...(record.keywords.length === 0 ? { keywords } : {}),
    ...(record.people.length === 0 ? { people } : {}),
    ...(record.rating === 0 ? { rating } : {}),
  };
}
