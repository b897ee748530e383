/** The people of the office as the endpoint last named them. */

import type { Person } from '../../../shared/contract/office.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** By name. */
export function listPeople(db: ReadableDb): Person[] {
  return db.prepare('SELECT id, name, role FROM people ORDER BY name, id').all() as Person[];
}

export function listPeopleNames(db: ReadableDb): Map<string, string> {
  return new Map(listPeople(db).map((person) => [person.id, person.name]));
}

export function findPerson(db: ReadableDb, id: string): Person | undefined {
  return prepared(db, 'SELECT id, name, role FROM people WHERE id = ?').get(id) as Person | undefined;
}

/** People who left keep their names here, because the history of articles names them. */
export function savePeople(db: WritableDb, people: readonly Person[]): void {
  const save = db.prepare(
    `INSERT INTO people (id, name, role) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role`,
  );
  for (const person of people) save.run(person.id, person.name, person.role);
}
