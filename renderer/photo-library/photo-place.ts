/** What the contact sheet shows: a view, narrowed by filters, in an order, at a size. Kept for each person. */
import {
  type PhotoFilter,
  type PhotoSort,
  photoFilterSchema,
  photoSortSchema,
} from '../../shared/contract/desk-photos.ts';

export const photoViews = ['all', 'uncaptioned', 'expiring', 'own', 'alike', 'aside'] as const;
export type PhotoView = (typeof photoViews)[number];
export const thumbSizes = ['small', 'medium', 'large'] as const;
export type ThumbSize = (typeof thumbSizes)[number];

export type PhotoPlace = { filter: PhotoFilter; sort: PhotoSort; size: ThumbSize };

export const wholeSheet: PhotoFilter = { query: '', aside: false };
export const usualSort: PhotoSort = { by: 'taken', descending: true };
const usualPlace: PhotoPlace = { filter: wholeSheet, sort: usualSort, size: 'medium' };

/** Parts of a filter that are shown as chips; a view, a take-in and the search have places of their own. */
export const chipParts = ['rating', 'label', 'used', 'days', 'person', 'place', 'alikeTo', 'aside'] as const;
export type ChipPart = (typeof chipParts)[number];

/** Whatever was kept, as a place. A search is not kept: it would hide pictures without a word. */
export function readPhotoPlace(kept: unknown): PhotoPlace {
  const { filter, sort, size } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const readFilter = photoFilterSchema.safeParse(filter);
  const readSort = photoSortSchema.safeParse(sort);
  return {
    filter: readFilter.success ? tidyFilter({ ...readFilter.data, query: '' }) : usualPlace.filter,
    sort: readSort.success ? readSort.data : usualPlace.sort,
    size: thumbSizes.find((known) => known === size) ?? usualPlace.size,
  };
}

/** Without the parts that say nothing, so that equal filters are equal texts. */
export function tidyFilter(filter: PhotoFilter): PhotoFilter {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return { ...wholeSheet, ...(Object.fromEntries(said) as Partial<PhotoFilter>) };
}

/** Names a list: the same key is the same pictures in the same order. */
export function sheetKey(filter: PhotoFilter, sort: PhotoSort): string {
  const parts = Object.entries(tidyFilter(filter)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([parts, sort.by, sort.descending]);
}

export function viewOf({ uncaptioned, expiring, shared, hasAlike, onlyAside, batch }: PhotoFilter): PhotoView | null {
  if (batch !== undefined) return null;
  if (uncaptioned === true) return 'uncaptioned';
  if (expiring === true) return 'expiring';
  if (shared === false) return 'own';
  if (hasAlike === true) return 'alike';
  return onlyAside === true ? 'aside' : 'all';
}

/** Another view or take-in begins without the filters of the one before; what is searched for stays. */
export function filterOfView(view: PhotoView, { query, aside }: PhotoFilter): PhotoFilter {
  const narrows: Record<PhotoView, Partial<PhotoFilter>> = {
    all: {},
    uncaptioned: { uncaptioned: true },
    expiring: { expiring: true },
    own: { shared: false },
    alike: { hasAlike: true },
    aside: { onlyAside: true },
  };
  return { ...wholeSheet, query, aside, ...narrows[view] };
}

export function filterOfBatch(batch: string, { query, aside }: PhotoFilter): PhotoFilter {
  return { ...wholeSheet, query, aside, batch };
}

export function chipsOf(filter: PhotoFilter): ChipPart[] {
  return chipParts.filter((part) => {
    if (part === 'days') return filter.from !== undefined || filter.to !== undefined;
    // Where nothing else is shown it says nothing.
    if (part === 'aside') return filter.aside && filter.onlyAside !== true;
    return filter[part] !== undefined;
  });
}

export function withoutChip(filter: PhotoFilter, part: ChipPart): PhotoFilter {
  return tidyFilter({ ...filter, ...(part === 'days' ? { from: undefined, to: undefined } : { [part]: undefined }) });
}

/** The view or the take-in alone, without what narrows it. */
export function withoutChips(filter: PhotoFilter): PhotoFilter {
  return chipsOf(filter).reduce(withoutChip, tidyFilter({ ...filter, query: '' }));
}

/** Something keeps pictures out of sight that the view itself would show. */
export function isNarrowed(filter: PhotoFilter): boolean {
  return filter.query.trim() !== '' || chipsOf(filter).some((part) => part !== 'aside');
}
