/** Who is named in articles and in what is known of pictures. The summary of each person is kept by triggers. */
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `key`: the folded name. `title`: empty where none is given. */
export type NamedPerson = { key: string; name: string; title: string };

/** Whom a source names, in place of whom it named before. `day`: YYYY-MM-DD, of the source. */
export function saveNamedPeople(db: WritableDb, sourceId: string, day: string, people: readonly NamedPerson[]): void {
  const before = new Map(listNamedPeople(db, sourceId).map((person) => [person.key, person]));
  const after = eachOnce(people);
  for (const [key, was] of before) {
    const now = after.get(key);
    if (now !== undefined && now.name === was.name && now.title === was.title && was.day === day) after.delete(key);
    else prepared(db, 'DELETE FROM photo_people_named WHERE source_id = ? AND key = ?').run(sourceId, key);
  }
  const save = prepared(
    db,
    'INSERT INTO photo_people_named (key, source_id, day, name, title) VALUES (:key, :sourceId, :day, :name, :title)',
  );
  for (const person of after.values()) save.run({ ...person, sourceId, day });
}

/** By key, each with the first title that is given. */
function eachOnce(people: readonly NamedPerson[]): Map<string, NamedPerson> {
  const once = new Map<string, NamedPerson>();
  for (const person of people) {
    const known = once.get(person.key);
    if (known === undefined || (known.title === '' && person.title !== '')) once.set(person.key, person);
  }
  return once;
}

/** Whether just these are kept of a source. */
export function areNamed(db: ReadableDb, sourceId: string, day: string, people: readonly NamedPerson[]): boolean {
  const kept = listNamedPeople(db, sourceId);
  const made = eachOnce(people);
  const isMade = ({ key, name, title, day: on }: NamedPerson & { day: string }): boolean => {
    const person = made.get(key);
    return person?.name === name && person.title === title && on === day;
  };
  return kept.length === made.size && kept.every(isMade);
}

export function listNamedPeople(db: ReadableDb, sourceId: string): (NamedPerson & { day: string })[] {
  const sql = 'SELECT key, name, title, day FROM photo_people_named WHERE source_id = ? ORDER BY key';
  return prepared(db, sql).all(sourceId) as (NamedPerson & { day: string })[];
}

export type CountedPerson = { name: string; title: string; count: number; lastUsed: string };

/** Those whose names begin with `starts` (folded), or have a word that does; the most named first. */
export function findPeople(db: ReadableDb, starts: string, limit: number): CountedPerson[] {
  const sql = `SELECT name, title, count, last_used AS lastUsed FROM photo_people
    WHERE instr(' ' || key, ' ' || ?) > 0 ORDER BY count DESC, key LIMIT ?`;
  return prepared(db, sql).all(starts, limit) as CountedPerson[];
}
