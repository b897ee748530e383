/** The photos whose originals are whole on this computer. */
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import type { EmbeddedMetadata } from '../../../shared/photos/embedded.ts';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `name`: of the file as it was added. `uploaded`: the endpoint has it. `metadata`: null where it is still to be read. */
export type NewPhoto = PhotoInfo & {
  name: string;
  addedAt: string;
  uploaded: boolean;
  metadata: EmbeddedMetadata | null;
};

const columns = 'sha256, bytes, width, height, format, caption, credit, alt';

export function findPhoto(db: ReadableDb, sha256: string): PhotoInfo | undefined {
  return prepared(db, `SELECT ${columns} FROM photos WHERE sha256 = ?`).get(sha256) as PhotoInfo | undefined;
}

/** The name of its file as it was added. */
export function findPhotoName(db: ReadableDb, sha256: string): string | undefined {
  return prepared(db, 'SELECT name FROM photos WHERE sha256 = ?').pluck().get(sha256) as string | undefined;
}

/** The same photo again changes nothing, and answers false. */
export function insertPhoto(db: WritableDb, photo: NewPhoto): boolean {
  const { metadata, uploaded, ...rest } = photo;
  return (
    prepared(
      db,
      `INSERT INTO photos (${columns}, name, added_at, uploaded, metadata)
       VALUES (:sha256, :bytes, :width, :height, :format, :caption, :credit, :alt, :name, :addedAt, :uploaded, :metadata)
       ON CONFLICT DO NOTHING`,
    ).run({
      ...rest,
      uploaded: Number(uploaded),
      metadata: metadata === null ? null : JSON.stringify(metadata),
    }).changes > 0
  );
}

/** What its file says of itself; null while that has not been read, or without the photo. */
export function findEmbeddedMetadata(db: ReadableDb, sha256: string): EmbeddedMetadata | null {
  const json = prepared(db, 'SELECT metadata FROM photos WHERE sha256 = ?').pluck().get(sha256);
  return typeof json === 'string' ? { ...noMetadata, ...(JSON.parse(json) as Partial<EmbeddedMetadata>) } : null;
}

export function saveEmbeddedMetadata(db: WritableDb, sha256: string, metadata: EmbeddedMetadata): void {
  prepared(db, 'UPDATE photos SET metadata = ? WHERE sha256 = ?').run(JSON.stringify(metadata), sha256);
}

/** Photos whose files have not been looked into yet, the newest first. */
export function listUnread(db: ReadableDb, limit: number): string[] {
  return prepared(db, 'SELECT sha256 FROM photos WHERE metadata IS NULL ORDER BY added_at DESC LIMIT ?')
    .pluck()
    .all(limit) as string[];
}

/** The row of a picture that is put away; its files are to be removed (`listDiscarded`). */
export function discardPhotoRow(db: WritableDb, sha256: string): void {
  prepared(db, 'INSERT INTO discarded_photos (sha256) VALUES (?) ON CONFLICT DO NOTHING').run(sha256);
  prepared(db, 'DELETE FROM photos WHERE sha256 = ?').run(sha256);
}

export function listDiscarded(db: ReadableDb): string[] {
  return prepared(db, 'SELECT sha256 FROM discarded_photos').pluck().all() as string[];
}

export function forgetDiscarded(db: WritableDb, sha256: string): void {
  prepared(db, 'DELETE FROM discarded_photos WHERE sha256 = ?').run(sha256);
}
