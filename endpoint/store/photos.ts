/** Which originals the endpoint holds. */
import type { Database } from 'better-sqlite3';

export type StoredPhoto = { sha256: string; bytes: number; width: number; height: number; format: string };

export function findPhoto(db: Database, sha256: string): StoredPhoto | undefined {
  return db.prepare('SELECT sha256, bytes, width, height, format FROM photos WHERE sha256 = ?').get(sha256) as
    | StoredPhoto
    | undefined;
}

/** `width` and `height` of the upright picture. */
export function insertPhoto(db: Database, photo: StoredPhoto, personId: string, at: string): void {
  db.prepare(
    'INSERT OR IGNORE INTO photos (sha256, bytes, width, height, format, person_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(photo.sha256, photo.bytes, photo.width, photo.height, photo.format, personId, at);
}

export function listMissing(db: Database, sha256s: readonly string[]): string[] {
  return sha256s.filter((sha256) => findPhoto(db, sha256) === undefined);
}
