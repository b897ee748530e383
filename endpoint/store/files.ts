/** Which attached documents the endpoint holds, and which of them are public. */
import type { Database } from 'better-sqlite3';
import type { FileKind } from '../../shared/files/file-kinds.ts';

export type StoredFile = { sha256: string; bytes: number; kind: FileKind };

export function findFile(db: Database, sha256: string): StoredFile | undefined {
  return db.prepare('SELECT sha256, bytes, kind FROM files WHERE sha256 = ?').get(sha256) as StoredFile | undefined;
}

export function insertFile(db: Database, file: StoredFile, personId: string, at: string): void {
  db.prepare('INSERT OR IGNORE INTO files (sha256, bytes, kind, person_id, at) VALUES (?, ?, ?, ?, ?)').run(
    file.sha256,
    file.bytes,
    file.kind,
    personId,
    at,
  );
}

export function listMissingFiles(db: Database, sha256s: readonly string[]): string[] {
  return sha256s.filter((sha256) => findFile(db, sha256) === undefined);
}

/** A document of a live article, at an address that an article gives it. */
export function findSiteFile(db: Database, sha256: string, slug: string): (StoredFile & { name: string }) | undefined {
  return db
    .prepare(
      `SELECT f.sha256, f.bytes, f.kind, s.name FROM site_files s JOIN files f ON f.sha256 = s.sha256
       WHERE s.sha256 = ? AND s.slug = ? ORDER BY s.article_id`,
    )
    .get(sha256, slug) as (StoredFile & { name: string }) | undefined;
}
