/** Where a person is in the library: what the list shows, in which order, as a list or as a table. */
import {
  type LibraryFilter,
  type LibrarySort,
  libraryFilterSchema,
  librarySortSchema,
} from '../../shared/contract/desk.ts';

export type Place = { filter: LibraryFilter; sort: LibrarySort; isTable: boolean };
export type SortBy = LibrarySort['by'];

export const wholeLibrary: LibraryFilter = { view: 'all' };
export const usualSort: LibrarySort = { by: 'updated', descending: true };

/** What narrows a view, one chip each; the first and the last day are one. */
export const filterParts = ['standing', 'section', 'author', 'tag', 'days'] as const;
export type FilterPart = (typeof filterParts)[number];

/** Times and lengths begin with the newest and the longest, words with A. */
export function firstDirection(by: SortBy): LibrarySort {
  return { by, descending: by === 'updated' || by === 'day' || by === 'syllables' };
}

/** Choosing the order that stands already turns it round. */
export function turnSort(sort: LibrarySort, by: SortBy): LibrarySort {
  return sort.by === by ? { by, descending: !sort.descending } : firstDirection(by);
}

export function partsOf(filter: LibraryFilter): FilterPart[] {
  const { from, to } = filter;
  return filterParts.filter((part) =>
    part === 'days' ? from !== undefined || to !== undefined : filter[part] !== undefined,
  );
}

export function withoutPart(filter: LibraryFilter, part: FilterPart): LibraryFilter {
  return tidyFilter(part === 'days' ? { ...filter, from: undefined, to: undefined } : { ...filter, [part]: undefined });
}

/** Without what is not set, so that equal filters are written alike. */
export function tidyFilter({ view, standing, section, author, tag, from, to }: LibraryFilter): LibraryFilter {
  return {
    view,
    ...(standing === undefined ? {} : { standing }),
    ...(section === undefined ? {} : { section }),
    ...(author === undefined ? {} : { author }),
    ...(tag === undefined ? {} : { tag }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** One name for the same articles in the same order. */
export function listKey(filter: LibraryFilter, sort: LibrarySort): string {
  const { view, standing = '', section = '', author = '', tag = '', from = '', to = '' } = filter;
  return JSON.stringify([view, standing, section, author, tag, from, to, sort.by, sort.descending]);
}

/** The place that was kept; what is not understood of it, as by another version, is the usual one. */
export function readPlace(kept: unknown): Place {
  const { filter, sort, isTable } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const readFilter = libraryFilterSchema.safeParse(filter);
  const readSort = librarySortSchema.safeParse(sort);
  return {
    filter: readFilter.success ? tidyFilter(readFilter.data) : wholeLibrary,
    sort: readSort.success ? readSort.data : usualSort,
    isTable: isTable === true,
  };
}
