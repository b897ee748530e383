/** The photos whose originals are whole on this computer. */
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `name`: of the file as it was added. `uploaded`: the endpoint has it. */
export type NewPhoto = PhotoInfo & { name: string; addedAt: string; uploaded: boolean };

const columns = 'sha256, bytes, width, height, format, caption, credit, alt';

export function findPhoto(db: ReadableDb, sha256: string): PhotoInfo | undefined {
  return prepared(db, `SELECT ${columns} FROM photos WHERE sha256 = ?`).get(sha256) as PhotoInfo | undefined;
}

/** The same photo again changes nothing. */
export function insertPhoto(db: WritableDb, photo: NewPhoto): void {
  prepared(
    db,
    `INSERT INTO photos (${columns}, name, added_at, uploaded)
     VALUES (:sha256, :bytes, :width, :height, :format, :caption, :credit, :alt, :name, :addedAt, :uploaded)
     ON CONFLICT DO NOTHING`,
  ).run({ ...photo, uploaded: Number(photo.uploaded) });
}
