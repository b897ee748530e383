/** The photo library's rows: a projection of records, of the originals that are here, and of the articles they stand in. */
import type { PhotoLabel } from '../../../shared/photos/photo-details.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `nameOrder`: a collation key. `shown`: what a row says beside these, as JSON. */
export type ProjectedPhoto = {
  recordId: string;
  sha256: string;
  /** Begins with a day. */
  taken: string;
  addedAt: string;
  nameOrder: string;
  batch: string;
  rating: number;
  label: PhotoLabel | null;
  lacking: boolean;
  expires: string | null;
  shared: boolean;
  shown: string;
};

/** Folded words. */
export type PhotoWords = {
  description: string;
  headline: string;
  people: string;
  places: string;
  keywords: string;
  alt: string;
  name: string;
  others: string;
};

const saveSql = `INSERT INTO photo_rows
    (record_id, sha256, taken, added_at, name_order, batch, rating, label, lacking, expires, shared, uses)
  VALUES (:recordId, :sha256, :taken, :addedAt, :nameOrder, :batch, :rating, :label, :lacking, :expires, :shared,
    (SELECT count(*) FROM photo_uses WHERE sha256 = :sha256))
  ON CONFLICT (record_id) DO UPDATE SET
    sha256 = excluded.sha256, taken = excluded.taken, added_at = excluded.added_at,
    name_order = excluded.name_order, batch = excluded.batch, rating = excluded.rating, label = excluded.label,
    lacking = excluded.lacking, expires = excluded.expires, shared = excluded.shared, uses = excluded.uses
  RETURNING number`;

export function savePhotoRow(db: WritableDb, { shown, ...row }: ProjectedPhoto, words: PhotoWords): void {
  const { number } = prepared(db, saveSql).get({
    ...row,
    lacking: Number(row.lacking),
    shared: Number(row.shared),
  }) as { number: number };
  prepared(
    db,
    `INSERT INTO photo_row_shown (number, shown) VALUES (?, ?)
     ON CONFLICT (number) DO UPDATE SET shown = excluded.shown`,
  ).run(number, shown);
  prepared(
    db,
    `INSERT OR REPLACE INTO photo_search (rowid, description, headline, people, places, keywords, alt, name, others)
     VALUES (:number, :description, :headline, :people, :places, :keywords, :alt, :name, :others)`,
  ).run({ number, ...words });
}

export function deletePhotoRow(db: WritableDb, recordId: string): void {
  const row = prepared(db, 'DELETE FROM photo_rows WHERE record_id = ? RETURNING number').get(recordId) as
    | { number: number }
    | undefined;
  if (row === undefined) return;
  prepared(db, 'DELETE FROM photo_row_shown WHERE number = ?').run(row.number);
  prepared(db, 'DELETE FROM photo_search WHERE rowid = ?').run(row.number);
}

/** The row as it was projected, for comparing it with what the log says. */
export function findProjectedPhoto(db: ReadableDb, recordId: string): (ProjectedPhoto & { uses: number }) | undefined {
  const sql = `SELECT r.record_id AS recordId, r.sha256, r.taken, r.added_at AS addedAt, r.name_order AS nameOrder,
      r.batch, r.rating, r.label, r.lacking, r.expires, r.shared, r.uses, s.shown
    FROM photo_rows r JOIN photo_row_shown s ON s.number = r.number WHERE r.record_id = ?`;
  const row = prepared(db, sql).get(recordId) as
    | (Omit<ProjectedPhoto, 'lacking' | 'shared'> & { lacking: number; shared: number; uses: number })
    | undefined;
  return row === undefined ? undefined : { ...row, lacking: row.lacking !== 0, shared: row.shared !== 0 };
}

/** The pictures whose SHA-256 begins with these digits, at most so many. */
export function listHashesFrom(db: ReadableDb, digits: string, limit: number): string[] {
  const sql = 'SELECT sha256 FROM photo_rows WHERE sha256 BETWEEN ? AND ? ORDER BY sha256 LIMIT ?';
  return prepared(db, sql).pluck().all(digits, `${digits}g`, limit) as string[];
}

/** The picture of the row that belongs to this record. */
export function findShownPhoto(db: ReadableDb, recordId: string): string | undefined {
  const sql = 'SELECT sha256 FROM photo_rows WHERE record_id = ?';
  return prepared(db, sql).pluck().get(recordId) as string | undefined;
}

export function listPhotoRecordIds(db: ReadableDb): string[] {
  return prepared(db, 'SELECT record_id FROM photo_rows ORDER BY record_id').pluck().all() as string[];
}

/** `name`: of its file. */
export type PhotoHere = {
  sha256: string;
  name: string;
  caption: string;
  credit: string;
  alt: string;
  addedAt: string;
};

/** Of a picture that is here, by the id of its record. */
export function findPhotoOfRecord(db: ReadableDb, recordId: string): PhotoHere | undefined {
  // All of the hash but two of its digits.
  const [a = '', b = '', c = '', d = '', e = ''] = recordId.split('-');
  const sql = `SELECT sha256, name, caption, credit, alt, added_at AS addedAt FROM photos
    WHERE sha256 BETWEEN :from AND :from || 'g' AND substr(sha256, 14, 3) = :third AND substr(sha256, 18, 3) = :fourth
      AND substr(sha256, 21, 12) = :fifth`;
  const parts = { from: a + b, third: c.slice(1), fourth: d.slice(1), fifth: e };
  return prepared(db, sql).get(parts) as PhotoHere | undefined;
}
