/** Pictures that are this computer's alone so far. */
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export function addOwnPhoto(db: WritableDb, sha256: string): void {
  prepared(db, 'INSERT INTO own_photos (sha256, record_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    sha256,
    photoRecordId(sha256),
  );
}

export function isOwnPhoto(db: ReadableDb, sha256: string): boolean {
  return prepared(db, 'SELECT 1 FROM own_photos WHERE sha256 = ?').get(sha256) !== undefined;
}

export function isOwnRecord(db: ReadableDb, recordId: string): boolean {
  return prepared(db, 'SELECT 1 FROM own_photos WHERE record_id = ?').get(recordId) !== undefined;
}

/** False if it was not among them. */
export function deleteOwnRecord(db: WritableDb, recordId: string): boolean {
  return prepared(db, 'DELETE FROM own_photos WHERE record_id = ?').run(recordId).changes > 0;
}
