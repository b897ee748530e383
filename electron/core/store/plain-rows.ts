/** Rows of any table as they are, for taking them from one database into another of the same make. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';
import { columnsOf } from './salvage-rows.ts';

export type TableToKeep = { name: string; columns: string[]; hasRowid: boolean };

/** The plain tables of our own; not those of the search index nor SQLite's. */
export function listTables(db: ReadableDb): TableToKeep[] {
  const tables = db.pragma('table_list') as { schema: string; name: string; type: string; wr: number }[];
  return tables
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name, wr }) => ({ name, columns: columnsOf(db, name), hasRowid: wr === 0 }));
}

/** What is there already stays. False for a row that its table cannot take. */
export function insertRow(db: WritableDb, { name, columns }: TableToKeep, row: Record<string, unknown>): boolean {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  try {
    prepared(db, `INSERT INTO "${name}" (${list}) VALUES (${places}) ON CONFLICT DO NOTHING`).run(
      ...columns.map((column) => row[column]),
    );
    return true;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** True where a table has a row at each end of a range. */
export function hasRow(db: ReadableDb, name: string, { from, to }: { from: number; to: number }): boolean {
  const has = prepared(db, `SELECT 1 FROM "${name}" WHERE rowid = ?`);
  return has.get(from) !== undefined && has.get(to) !== undefined;
}
