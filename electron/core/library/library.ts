/** The library as one person sees it. */
import type { ArticleRow, LibraryView } from '../../../shared/contract/desk.ts';
import { libraryViews } from '../../../shared/contract/desk.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { sectionKey } from '../articles/project-article.ts';
import type { ReadableDb } from '../store/database.ts';
import { countArticles, type LibraryFilter, listArticles, listSections, type Reader } from '../store/library-rows.ts';
import { getOfficeRules } from '../store/sync-state.ts';

export type LibraryPage = { total: number; rows: ArticleRow[] };
export type LibraryOverview = {
  views: Record<LibraryView, number>;
  sections: { name: string; count: number }[];
};

function readerOf(db: ReadableDb, person: Person): Reader {
  return { personId: person.id, reviews: person.role !== 'writer', fourEyes: getOfficeRules(db).fourEyes };
}

/** Articles of a view, last changed first. `section` is taken as people mean it: marks and case do not matter. */
export function listLibrary(
  db: ReadableDb,
  person: Person,
  query: { view: LibraryView; section?: string; offset: number; limit: number },
): LibraryPage {
  const reader = readerOf(db, person);
  const filter: LibraryFilter = {
    view: query.view,
    sectionKey: query.section === undefined ? undefined : sectionKey(query.section),
  };
  const page = { offset: Math.max(0, query.offset), limit: Math.max(0, query.limit) };
  return { total: countArticles(db, reader, filter), rows: listArticles(db, reader, filter, page) };
}

/** How many articles each view holds, and the sections in use. */
export function libraryOverview(db: ReadableDb, person: Person): LibraryOverview {
  const reader = readerOf(db, person);
  const counts = libraryViews.map((view) => [view, countArticles(db, reader, { view })] as const);
  return { views: Object.fromEntries(counts) as Record<LibraryView, number>, sections: listSections(db) };
}
