/** Originals on their way: those the endpoint may lack, and those an article here names but this computer lacks. */
import type { ReadableDb, WritableDb } from './database.ts';

export function listPhotosToUpload(db: ReadableDb): string[] {
  const rows = db.prepare('SELECT sha256 FROM photos WHERE uploaded = 0 ORDER BY added_at, sha256').all();
  return (rows as { sha256: string }[]).map((row) => row.sha256);
}

export function markPhotoUploaded(db: WritableDb, sha256: string): void {
  db.prepare('UPDATE photos SET uploaded = 1 WHERE sha256 = ?').run(sha256);
}

export function hasPhoto(db: ReadableDb, sha256: string): boolean {
  return db.prepare('SELECT 1 FROM photos WHERE sha256 = ?').get(sha256) !== undefined;
}

const WANTED = 'wanted:';

/** Remembers that an original has to be fetched, unless it is here. */
export function wantPhoto(db: WritableDb, sha256: string, articleId: string): void {
  if (hasPhoto(db, sha256)) return;
  db.prepare('INSERT OR IGNORE INTO sync_state (key, value) VALUES (?, ?)').run(WANTED + sha256, articleId);
}

export function listWantedPhotos(db: ReadableDb): { sha256: string; articleId: string }[] {
  return db
    .prepare(`SELECT substr(key, ${WANTED.length + 1}) AS sha256, value AS articleId FROM sync_state
              WHERE key BETWEEN '${WANTED}' AND '${WANTED}~' ORDER BY key`)
    .all() as { sha256: string; articleId: string }[];
}

export function forgetWantedPhoto(db: WritableDb, sha256: string): void {
  db.prepare('DELETE FROM sync_state WHERE key = ?').run(WANTED + sha256);
}
