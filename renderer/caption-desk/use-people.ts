/** Who is in a picture, and what is done to them: each change is in the record at once. */
import type { PhotoArea, RecordPerson } from '../../shared/photos/photo-details.ts';
import { readPeople } from '../../shared/photos/read-record.ts';
import { changeRecord } from '../../shared/photos/write-record.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import type { RecordSession } from '../photo-records/record-session.ts';

export type PeopleDeeds = {
  /** Answers the new one's id: `id`, where the slot was shown before anybody was in it. */
  add: (id?: string) => string;
  /** As it is typed; all of one visit of a field is one step of undo. */
  type: (id: string, said: { name?: string; title?: string }) => void;
  /** Somebody of the list, with what they hold. */
  take: (id: string, said: { name: string; title?: string }) => void;
  move: (id: string, by: -1 | 1) => void;
  remove: (id: string) => void;
  setArea: (id: string, area: PhotoArea | null) => void;
  /** The next letter begins a step of undo. */
  cut: () => void;
  /** Slots that were opened and left with nothing in them go. */
  tidy: () => void;
};

export function peopleDeeds(session: RecordSession): PeopleDeeds {
  const { doc, undo } = session;
  const write = (people: RecordPerson[]): void => changeRecord(doc, { people }, LOCAL_ORIGIN);
  const step = (change: (people: RecordPerson[]) => RecordPerson[]): void =>
    undo.together(() => write(change(readPeople(doc))));
  const withSaid = (person: RecordPerson, { name, title }: { name?: string; title?: string }): RecordPerson => {
    const { title: former, ...rest } = person;
    const next = title ?? former ?? '';
    return { ...rest, ...(name === undefined ? {} : { name }), ...(next === '' ? {} : { title: next }) };
  };
  return {
    add: (id = crypto.randomUUID()) => {
      const isThere = readPeople(doc).some((person) => person.id === id);
      if (!isThere) step((people) => [...people, { id, name: '' }]);
      return id;
    },
    type: (id, said) => write(readPeople(doc).map((person) => (person.id === id ? withSaid(person, said) : person))),
    take: (id, said) => step((people) => people.map((person) => (person.id === id ? withSaid(person, said) : person))),
    move: (id, by) =>
      step((people) => {
        const at = people.findIndex((person) => person.id === id);
        const to = at + by;
        const moved = people[at];
        if (moved === undefined || to < 0 || to >= people.length) return people;
        const others = people.filter((person) => person !== moved);
        return [...others.slice(0, to), moved, ...others.slice(to)];
      }),
    remove: (id) => step((people) => people.filter((person) => person.id !== id)),
    setArea: (id, area) =>
      step((people) =>
        people.map((person) => {
          if (person.id !== id) return person;
          const { area: _, ...rest } = person;
          return area === null ? rest : { ...rest, area };
        }),
      ),
    cut: () => undo.cut(),
    tidy: () => {
      const people = readPeople(doc);
      const said = people.filter(
        ({ name, title, area }) => name.trim() !== '' || title !== undefined || area !== undefined,
      );
      if (said.length < people.length) write(said);
    },
  };
}

/** Of a slot that nobody is in yet: the first letter puts somebody there. `onRemove`: nobody was. */
export function openSlotDeeds(deeds: PeopleDeeds, onRemove: () => void): PeopleDeeds {
  return {
    ...deeds,
    type: (id, said) => {
      if (Object.values(said).every((text) => text === '')) return;
      deeds.type(deeds.add(id), said);
    },
    take: (id, said) => deeds.take(deeds.add(id), said),
    remove: onRemove,
  };
}
