/** Lists of the photo library: conditions and orders over its rows. */
import type { PhotoSort } from '../../../shared/contract/desk-photos.ts';
import type { PhotoLabel } from '../../../shared/photos/photo-details.ts';
import { prepared, type ReadableDb } from './database.ts';

/** `match`, `without`: FTS5 expressions. `until`: rights end on that day or before. Days are YYYY-MM-DD, both included. */
export type PhotoRowFilter = {
  match?: string;
  without?: string;
  from?: string;
  to?: string;
  batch?: string;
  rating?: number;
  aside: boolean;
  onlyAside?: boolean;
  label?: PhotoLabel;
  lacking?: boolean;
  used?: boolean;
  shared?: boolean;
  until?: string;
  alikeTo?: string;
  hasAlike?: boolean;
};

/** Few rows: found by an index of their own, whatever the order is that SQLite would rather go along. */
const few = (condition: string): string => `r.number IN (SELECT number FROM photo_rows WHERE ${condition})`;

const conditions: Partial<Record<keyof PhotoRowFilter, string>> = {
  match: 'r.number IN (SELECT rowid FROM photo_search WHERE photo_search MATCH :match)',
  without: 'r.number NOT IN (SELECT rowid FROM photo_search WHERE photo_search MATCH :without)',
  // `taken` begins with its day; nothing of a day comes behind `U`.
  from: 'r.taken >= :from',
  to: "r.taken < :to || 'U'",
  batch: few('batch = :batch'),
  rating: 'r.rating >= :rating',
  label: few('label = :label'),
  until: few('expires <= :until'),
  alikeTo: '(r.sha256 = :alikeTo OR r.sha256 IN (SELECT other FROM photo_alikes WHERE sha256 = :alikeTo))',
};
const ASIDE = few('rating < 0');
const flags: Partial<Record<keyof PhotoRowFilter, [yes: string, no: string]>> = {
  onlyAside: [ASIDE, 'r.rating >= 0'],
  lacking: ['r.lacking', 'NOT r.lacking'],
  used: [few('uses > 0'), 'r.uses = 0'],
  shared: ['r.shared', 'NOT r.shared'],
  hasAlike: ['r.sha256 IN (SELECT sha256 FROM photo_alikes)', 'r.sha256 NOT IN (SELECT sha256 FROM photo_alikes)'],
};

type Values = Record<string, string | number>;

function narrowed(filter: PhotoRowFilter): { where: string; values: Values } {
  const values: Values = {};
  const all: string[] = [];
  for (const [name, value] of Object.entries(filter) as [
    keyof PhotoRowFilter,
    string | number | boolean | undefined,
  ][]) {
    if (value === undefined) continue;
    const [yes, no] = flags[name] ?? [];
    if (yes !== undefined) all.push(value === true ? yes : no!);
    const condition = conditions[name];
    if (condition === undefined || typeof value === 'boolean') continue;
    all.push(condition);
    values[name] = value;
  }
  if (!filter.aside && filter.onlyAside !== true && filter.rating === undefined) all.push('r.rating >= 0');
  return { where: all.length === 0 ? 'true' : all.join(' AND '), values };
}

const orders: Record<PhotoSort['by'], readonly string[]> = {
  taken: ['r.taken', 'r.number'],
  added: ['r.added_at', 'r.number'],
  name: ['r.name_order', 'r.number'],
  rating: ['r.rating', 'r.taken', 'r.number'],
};

const orderOf = ({ by, descending }: PhotoSort): string =>
  orders[by].map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');

export function countPhotos(db: ReadableDb, filter: PhotoRowFilter): number {
  const { where, values } = narrowed(filter);
  return prepared(db, `SELECT count(*) FROM photo_rows r WHERE ${where}`).pluck().get(values) as number;
}

/** `file`: of its original, null where that is not here. */
export type ListedPhoto = {
  sha256: string;
  addedAt: string;
  batch: string;
  rating: number;
  label: PhotoLabel | null;
  expires: string | null;
  shared: number;
  uses: number;
  shown: string;
  width: number | null;
  height: number | null;
  bytes: number | null;
  format: string | null;
  alike: number;
};

const listed = `r.sha256, r.added_at AS addedAt, r.batch, r.rating, r.label, r.expires, r.shared, r.uses, s.shown,
  p.width, p.height, p.bytes, p.format, (SELECT count(*) FROM photo_alikes a WHERE a.sha256 = r.sha256) AS alike`;
const joins = 'JOIN photo_row_shown s ON s.number = r.number LEFT JOIN photos p ON p.sha256 = r.sha256';

export function listPhotos(
  db: ReadableDb,
  filter: PhotoRowFilter,
  sort: PhotoSort,
  page: { offset: number; limit: number },
): ListedPhoto[] {
  const { where, values } = narrowed(filter);
  const order = orderOf(sort);
  // What is skipped is skipped along the index, without reading what rows show.
  const sql = `SELECT ${listed} FROM photo_rows r ${joins} WHERE r.number IN (
      SELECT r.number FROM photo_rows r WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset
    ) ORDER BY ${order}`;
  return prepared(db, sql).all({ ...values, ...page }) as ListedPhoto[];
}

export function listPhotoHashes(db: ReadableDb, filter: PhotoRowFilter, sort: PhotoSort, limit: number): string[] {
  const { where, values } = narrowed(filter);
  const sql = `SELECT r.sha256 FROM photo_rows r WHERE ${where} ORDER BY ${orderOf(sort)} LIMIT :limit`;
  return prepared(db, sql)
    .pluck()
    .all({ ...values, limit }) as string[];
}

export function findListedPhoto(db: ReadableDb, sha256: string): ListedPhoto | undefined {
  const sql = `SELECT ${listed} FROM photo_rows r ${joins} WHERE r.sha256 = ?`;
  return prepared(db, sql).get(sha256) as ListedPhoto | undefined;
}

/** Take-ins with a name, the newest first; of what was put aside nothing is counted. */
export function listBatches(db: ReadableDb, limit: number): { name: string; count: number; at: string }[] {
  const sql = `SELECT batch AS name, count(*) AS count, max(added_at) AS at FROM photo_rows
    WHERE batch <> '' AND rating >= 0 GROUP BY batch ORDER BY at DESC LIMIT ?`;
  return prepared(db, sql).all(limit) as { name: string; count: number; at: string }[];
}
