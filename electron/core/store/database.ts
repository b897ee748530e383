/** The types of a profile's database: whoever only reads takes `ReadableDb` and cannot call what writes. */
import type { Database, Statement } from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;
export type ReadableDb = Database & { readonly [readable]: true };
export type WritableDb = ReadableDb & { readonly [writable]: true };

const statements = new WeakMap<Database, Map<string, Statement>>();

/** A prepared statement, kept for as long as its database: what runs at every keystroke is compiled once. */
export function prepared(db: ReadableDb, sql: string): Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
