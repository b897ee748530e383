import type { BulkDeed, LibraryFilter } from '../../shared/contract/desk.ts';
import { foldText } from '../../shared/text/fold.ts';

/** Whether what is done with articles takes them out of the list: to another state, or out of what narrows it. */
export function leavesList(deed: BulkDeed, filter: LibraryFilter, isFound: boolean): boolean {
  switch (deed.do) {
    case 'section':
      return !isFound && filter.section !== undefined && !isSameName(filter.section, deed.section);
    case 'untag':
      return !isFound && filter.tag !== undefined && isSameName(filter.tag, deed.tag);
    case 'tag':
      return false;
    default:
      return true;
  }
}

/** As the filter takes names. */
function isSameName(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}
