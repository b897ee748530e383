/** Pictures that look the same. Whoever takes pictures in says which; both ways of a pair are kept. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type Alike = { sha256: string; distance: number };

/** In place of what was known of the picture. */
export function saveAlikes(db: WritableDb, sha256: string, alikes: readonly Alike[]): void {
  deleteAlikes(db, sha256);
  const save = prepared(
    db,
    'INSERT INTO photo_alikes (sha256, other, distance) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { sha256: other, distance } of alikes) {
    if (other === sha256) continue;
    save.run(sha256, other, distance);
    save.run(other, sha256, distance);
  }
}

export function deleteAlikes(db: WritableDb, sha256: string): void {
  prepared(db, 'DELETE FROM photo_alikes WHERE sha256 = ?').run(sha256);
  prepared(db, 'DELETE FROM photo_alikes WHERE other = ?').run(sha256);
}

/** The most alike first; only those that the library has. */
export function listAlikes(db: ReadableDb, sha256: string, limit: number): (Alike & { shown: string })[] {
  const sql = `SELECT a.other AS sha256, a.distance, s.shown FROM photo_alikes a
    JOIN photo_rows r ON r.sha256 = a.other JOIN photo_row_shown s ON s.number = r.number
    WHERE a.sha256 = ? ORDER BY a.distance, a.other LIMIT ?`;
  return prepared(db, sql).all(sha256, limit) as (Alike & { shown: string })[];
}
