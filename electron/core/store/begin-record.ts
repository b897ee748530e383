/** A picture's record is begun with the picture's own row, in one transaction. */
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { newRecordUpdate, type RecordSeed } from '../../../shared/photos/write-record.ts';
import type { WritableDb } from './database.ts';
import { appendUpdate, hasArticle } from './doc-log.ts';
import { isWanted } from './original-queue.ts';
import { growOpenUpdate } from './outbox.ts';
import { addOwnPhoto } from './own-photos.ts';

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
