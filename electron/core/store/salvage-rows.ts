/**
 * Reads what a damaged table still gives. Rows are read by ranges of rowid; where SQLite gives up in the middle of a range,
 * the rest of it is halved, until the spot that cannot be read stands alone.
 */
import type { ReadableDb } from './database.ts';
import { isStorageError } from './storage-error.ts';

export type SalvagedRow = Record<string, unknown> & { rowid: number };
/** Both ends belong to it. */
export type UnreadableRange = { from: number; to: number };

/** Where even the ends of a table cannot be told. */
const GUESSED_HIGHEST = 2 ** 40;
/** A table whose root is gone gives nothing however long one asks. */
const MOST_FAILURES = 50_000;

/** What SQLite could not read; the reading goes on. Other errors are ours, and are thrown. */
function failed(error: unknown): void {
  const { code } = error as { code?: unknown };
  if (!isStorageError(error) && code !== 'SQLITE_ERROR') throw error;
}

/** The columns of a table in this database; none where there is no such table. */
export function columnsOf(db: ReadableDb, table: string): string[] {
  return (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
}

/** Every row of a table with a rowid that can be read, in order; what cannot is added to `unreadable`. */
export function* salvageRows(
  db: ReadableDb,
  table: string,
  columns: readonly string[],
  unreadable: UnreadableRange[],
): Generator<SalvagedRow> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const range = db.prepare(
    `SELECT rowid AS rowid, ${list} FROM "${table}" NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
  );
  const waiting: UnreadableRange[] = [{ from: Number.MIN_SAFE_INTEGER, to: highestRowid(db, table) }];
  waiting[0]!.from = lowestRowid(db, table);
  let failures = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    let { from } = next;
    const { to } = next;
    try {
      for (const row of range.iterate(from, to) as IterableIterator<SalvagedRow>) {
        from = row.rowid + 1;
        yield row;
      }
    } catch (error) {
      failed(error);
      failures += 1;
      if (from > to) continue;
      if (from === to || failures > MOST_FAILURES) addRange(unreadable, { from, to });
      else {
        const middle = Math.floor((from + to) / 2);
        waiting.push({ from: middle + 1, to }, { from, to: middle });
      }
    }
  }
}

function addRange(ranges: UnreadableRange[], { from, to }: UnreadableRange): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.to + 1 === from) last.to = to;
  else ranges.push({ from, to });
}

/** Rows of a table without a rowid: from its beginning and from its end up to the first spot that cannot be read. */
export function salvageFromEnds(
  db: ReadableDb,
  table: string,
  columns: readonly string[],
): { rows: Record<string, unknown>[]; isWhole: boolean } {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const rows: Record<string, unknown>[] = [];
  for (const order of ['', 'DESC']) {
    try {
      const keys = columns.map((_, index) => `${index + 1} ${order}`).join(', ');
      const read = db.prepare(`SELECT ${list} FROM "${table}" ORDER BY ${keys}`);
      for (const row of read.iterate()) rows.push(row as Record<string, unknown>);
      return { rows, isWhole: true };
    } catch (error) {
      failed(error);
    }
  }
  return { rows, isWhole: false };
}

function highestRowid(db: ReadableDb, table: string): number {
  const last = numberOf(db, `SELECT max(rowid) FROM "${table}" NOT INDEXED`);
  const numbered = numberOf(db, `SELECT seq FROM sqlite_sequence WHERE name = '${table}'`) ?? 0;
  if (last !== undefined) return Math.max(last ?? 0, numbered);
  return Math.max(numbered, GUESSED_HIGHEST);
}

function lowestRowid(db: ReadableDb, table: string): number {
  return Math.min(1, numberOf(db, `SELECT min(rowid) FROM "${table}" NOT INDEXED`) ?? 1);
}

/** Null for an empty answer; undefined where it cannot be read. */
function numberOf(db: ReadableDb, sql: string): number | null | undefined {
  try {
    return (db.prepare(sql).pluck().get() as number | undefined) ?? null;
  } catch (error) {
    failed(error);
    return undefined;
  }
}

/** Which article a row belongs to, by rowid, as an index tells it even where the row itself cannot be read. */
export function articlesByIndex(db: ReadableDb, sql: { forward: string; backward: string }): Map<number, string> {
  const found = new Map<number, string>();
  const interned = new Map<string, string>();
  for (const read of [sql.forward, sql.backward]) {
    try {
      for (const row of db.prepare(read).iterate() as IterableIterator<{ rowid: number; articleId: string }>) {
        const { rowid, articleId } = row;
        if (!interned.has(articleId)) interned.set(articleId, articleId);
        found.set(rowid, interned.get(articleId)!);
      }
      return found;
    } catch (error) {
      failed(error);
    }
  }
  return found;
}
