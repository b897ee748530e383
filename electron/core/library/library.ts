/** The library as one person sees it. */
import {
  type ArticleRow,
  type LibraryFilter,
  type LibrarySort,
  type LibraryView,
  libraryViews,
  MOST_BULK_ARTICLES,
} from '../../../shared/contract/desk.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { nameKey } from '../articles/project-article.ts';
import type { ReadableDb } from '../store/database.ts';
import {
  authorName,
  countArticles,
  listArticles,
  listAuthorKeys,
  listFilteredIds,
  listSections,
  listTagKeys,
  type Reader,
  type RowFilter,
  tagName,
} from '../store/library-rows.ts';
import { getOfficeRules } from '../store/sync-state.ts';

export type LibraryPage = { total: number; rows: ArticleRow[] };
export type LibraryOverview = {
  views: Record<LibraryView, number>;
  sections: { name: string; count: number }[];
};
export type LibraryQuery = LibraryFilter & { sort?: LibrarySort };

const lastChangedFirst: LibrarySort = { by: 'updated', descending: true };

function readerOf(db: ReadableDb, person: Person): Reader {
  return { personId: person.id, reviews: person.role !== 'writer', fourEyes: getOfficeRules(db).fourEyes };
}

/** Names are taken as people mean them: marks and case do not matter. */
function filterOf({ view, standing, section, author, tag, from, to }: LibraryFilter): RowFilter {
  const keyOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : nameKey(name));
  return { view, standing, sectionKey: keyOf(section), authorKey: keyOf(author), tagKey: keyOf(tag), from, to };
}

/** A page of a list, last changed first if no order is given. */
export function listLibrary(
  db: ReadableDb,
  person: Person,
  { offset, limit, sort = lastChangedFirst, ...filter }: LibraryQuery & { offset: number; limit: number },
): LibraryPage {
  const reader = readerOf(db, person);
  const rows = filterOf(filter);
  const page = { offset: Math.max(0, offset), limit: Math.max(0, limit) };
  return { total: countArticles(db, reader, rows), rows: listArticles(db, reader, rows, sort, page) };
}

/** The articles of a list in its order, as many as can be dealt with at once. */
export function listLibraryIds(db: ReadableDb, person: Person, query: LibraryQuery): string[] {
  const { sort = lastChangedFirst, ...filter } = query;
  return listFilteredIds(db, readerOf(db, person), filterOf(filter), sort, MOST_BULK_ARTICLES);
}

/** How many articles each view holds, and the sections in use. */
export function libraryOverview(db: ReadableDb, person: Person): LibraryOverview {
  const reader = readerOf(db, person);
  const counts = libraryViews.map((view) => [view, countArticles(db, reader, { view })] as const);
  return { views: Object.fromEntries(counts) as Record<LibraryView, number>, sections: listSections(db) };
}

/** Authors or tags that begin with what was typed, or have a word that does; the most used first. */
export function libraryNames(
  db: ReadableDb,
  { of, starts, limit }: { of: 'author' | 'tag'; starts: string; limit: number },
): { name: string; count: number }[] {
  const typed = nameKey(starts);
  const keys = of === 'author' ? listAuthorKeys(db) : listTagKeys(db);
  return keys
    .filter(({ key }) => key.startsWith(typed) || key.includes(` ${typed}`))
    .slice(0, limit)
    .map(({ key, count }) => ({ name: of === 'author' ? authorName(db, key) : tagName(db, key), count }));
}
