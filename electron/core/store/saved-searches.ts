/** What a person looks for again and again. */
import { type SavedSearch, savedQuerySchema } from '../../../shared/contract/desk.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** As they were saved; one whose query this version cannot read is left out, and kept. */
export function listSavedSearches(db: ReadableDb): SavedSearch[] {
  const rows = prepared(db, 'SELECT id, name, query FROM saved_searches').all() as {
    id: string;
    name: string;
    query: string;
  }[];
  return rows.flatMap(({ id, name, query }) => {
    const parsed = savedQuerySchema.safeParse(JSON.parse(query));
    return parsed.success ? [{ id, name, query: parsed.data }] : [];
  });
}

/** The same id again replaces what it held. */
export function saveSearch(db: WritableDb, { id, name, query }: SavedSearch, at: string): void {
  prepared(
    db,
    `INSERT INTO saved_searches (id, name, query, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query`,
  ).run(id, name, JSON.stringify(query), at);
}

export function deleteSavedSearch(db: WritableDb, id: string): void {
  prepared(db, 'DELETE FROM saved_searches WHERE id = ?').run(id);
}
