/** Originals on their way: those the endpoint may lack, and those an article here names but this computer lacks. */
import type { ReadableDb, WritableDb } from './database.ts';

/** Of photos, or of attached documents; each by the table that lists what is whole here. */
export const originalTables = ['photos', 'files'] as const;
export type OriginalTable = (typeof originalTables)[number];

export function listOriginals(db: ReadableDb, of: OriginalTable): string[] {
  return db.prepare(`SELECT sha256 FROM ${of} ORDER BY sha256`).pluck().all() as string[];
}

/** For an original whose file is lost. */
export function deleteOriginal(db: WritableDb, of: OriginalTable, sha256: string): void {
  db.prepare(`DELETE FROM ${of} WHERE sha256 = ?`).run(sha256);
}

/** Without those that are this computer's alone. */
export function listToUpload(db: ReadableDb, of: OriginalTable): string[] {
  const mayGo = of === 'photos' ? 'AND sha256 NOT IN (SELECT sha256 FROM own_photos)' : '';
  const rows = db.prepare(`SELECT sha256 FROM ${of} WHERE uploaded = 0 ${mayGo} ORDER BY added_at, sha256`).pluck();
  return rows.all() as string[];
}

export function markUploaded(db: WritableDb, of: OriginalTable, sha256: string): void {
  db.prepare(`UPDATE ${of} SET uploaded = 1 WHERE sha256 = ?`).run(sha256);
}

export function hasOriginal(db: ReadableDb, of: OriginalTable, sha256: string): boolean {
  return db.prepare(`SELECT 1 FROM ${of} WHERE sha256 = ?`).get(sha256) !== undefined;
}

/** Keys of `sync_state`, whose values are the articles that want them. */
const WANTED = { photos: 'wanted:', files: 'wanted-file:' } as const satisfies Record<OriginalTable, string>;

/** Remembers that an original has to be fetched, unless it is here. */
export function wantOriginal(db: WritableDb, of: OriginalTable, sha256: string, articleId: string): void {
  if (hasOriginal(db, of, sha256)) return;
  db.prepare('INSERT OR IGNORE INTO sync_state (key, value) VALUES (?, ?)').run(WANTED[of] + sha256, articleId);
}

export function isWanted(db: ReadableDb, of: OriginalTable, sha256: string): boolean {
  return db.prepare('SELECT 1 FROM sync_state WHERE key = ?').get(WANTED[of] + sha256) !== undefined;
}

export function listWanted(db: ReadableDb, of: OriginalTable): { sha256: string; articleId: string }[] {
  return db
    .prepare(`SELECT substr(key, ${WANTED[of].length + 1}) AS sha256, value AS articleId FROM sync_state
              WHERE key BETWEEN '${WANTED[of]}' AND '${WANTED[of]}~' ORDER BY key`)
    .all() as { sha256: string; articleId: string }[];
}

export function forgetWanted(db: WritableDb, of: OriginalTable, sha256: string): void {
  db.prepare('DELETE FROM sync_state WHERE key = ?').run(WANTED[of] + sha256);
}
