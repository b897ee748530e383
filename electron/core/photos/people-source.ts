/**
 * Who may be named in a caption. A register of officials with dated titles can stand here in place of, or before, whom the office
 * has named already: it would answer the title that was held on `day`.
 */
import type { KnownPerson } from '../../../shared/contract/desk-photos.ts';
import { nameKey } from '../articles/project-article.ts';
import type { ReadableDb } from '../store/database.ts';
import { findPeople } from '../store/named-people.ts';

export type PeopleSource = {
  /** Names that begin with `starts`, or have a word that does, the likeliest first. `day`: of the picture, YYYY-MM-DD. */
  find(query: { starts: string; limit: number; day?: string }): KnownPerson[];
};

/** Whom the office's articles and captions name, the commonest first, with the title last given. */
export function namedInOffice(db: ReadableDb): PeopleSource {
  return {
    find: ({ starts, limit }) =>
      findPeople(db, nameKey(starts), limit).map(({ title, ...person }) => ({
        ...person,
        ...(title === '' ? {} : { title }),
      })),
  };
}
