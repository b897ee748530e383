import type { LibraryFilter } from '../../shared/contract/desk.ts';

/**
 * Whether articles of the list can be set aside, or taken back: a view holds those of one kind only, and what was found
 * may hold both.
 */
export function asideDeeds(filter: LibraryFilter, isFound: boolean): readonly ('spike' | 'restore')[] {
  if (isFound) return ['spike', 'restore'];
  return filter.view === 'spiked' ? ['restore'] : ['spike'];
}
