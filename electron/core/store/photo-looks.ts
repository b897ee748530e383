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
export function fingerprintsAfter(db: ReadableDb, id: number): IterableIterator<[number, number, number]> {
  return prepared(db, 'SELECT id, high, low FROM photo_fingerprints WHERE id > ? ORDER BY id')
    .raw()
    .iterate(id) as IterableIterator<[number, number, number]>;
}

/** Undefined for a picture that is gone. */
export function findFingerprinted(db: ReadableDb, id: number): string | undefined {
  return prepared(db, 'SELECT sha256 FROM photo_fingerprints WHERE id = ?').pluck().get(id) as string | undefined;
}
