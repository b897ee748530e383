/** How pictures look, in bits that can be compared. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** 64 bits, as two halves without signs. */
export type Fingerprint = { high: number; low: number };

export function insertFingerprint(db: WritableDb, sha256: string, { high, low }: Fingerprint): void {
  prepared(db, 'INSERT INTO photo_fingerprints (sha256, high, low) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    sha256,
    high,
    low,
  );
}

export function hasFingerprint(db: ReadableDb, sha256: string): boolean {
  return prepared(db, 'SELECT 1 FROM photo_fingerprints WHERE sha256 = ?').get(sha256) !== undefined;
}

/** `[id, high, low]` of each row behind `id`, in order. */
export function fingerprintsAfter(db: ReadableDb, id: number, limit: number): [number, number, number][] {
  const sql = 'SELECT id, high, low FROM photo_fingerprints WHERE id > ? ORDER BY id LIMIT ?';
  return prepared(db, sql).raw().all(id, limit) as [number, number, number][];
}

/** Undefined for a picture that is gone. */
export function findFingerprinted(db: ReadableDb, id: number): string | undefined {
  return prepared(db, 'SELECT sha256 FROM photo_fingerprints WHERE id = ?').pluck().get(id) as string | undefined;
}

/** What looks the same, by the names of their files; the most alike first. */
export function listAlikeNames(db: ReadableDb, sha256: string): { sha256: string; name: string; distance: number }[] {
  return prepared(
    db,
    `SELECT a.other AS sha256, p.name, a.distance FROM photo_alikes a JOIN photos p ON p.sha256 = a.other
     WHERE a.sha256 = ? ORDER BY a.distance, p.name, a.other`,
  ).all(sha256) as { sha256: string; name: string; distance: number }[];
}
