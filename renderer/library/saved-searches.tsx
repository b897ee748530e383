/** Lists that the person comes back to by a name: words to search for, or a filter and an order. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedQuery, SavedSearch } from '../../shared/contract/desk.ts';
import { useDesk, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useNotices } from '../ui/notices.tsx';
import { useFilterWords } from './filter-chips.tsx';
import { useLibrary } from './library-context.tsx';
import { listKey, partsOf, usualSort, wholeLibrary } from './library-place.ts';

type SavedSearches = {
  /** By name; empty until the first answer. */
  saved: readonly SavedSearch[];
  /** Which of them the list shows now. */
  currentId: string | null;
  open: (search: SavedSearch) => void;
  forget: (search: SavedSearch) => void;
  keep: (search: SavedSearch) => void;
  /** Its name is being asked for: of a new one, or another one for this one. */
  naming: SavedSearch | null;
  /** What the list shows now, under a name that it is asked for. */
  nameNew: () => void;
  rename: (search: SavedSearch) => void;
  stopNaming: () => void;
};

const SavedContext = createContext<SavedSearches | null>(null);

export function useSavedSearches(): SavedSearches {
  const saved = useContext(SavedContext);
  if (saved === null) throw new Error('no SavedSearchesProvider above this component');
  return saved;
}

export function SavedSearchesProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const desk = useDesk();
  const { filter, setFilter, sort, setSort, search, setSearch, similarTo } = useLibrary();
  const { say, tellError } = useNotices();
  const wordsOf = useFilterWords();
  const [saved, setSaved] = useState<readonly SavedSearch[]>([]);
  const [naming, setNaming] = useState<SavedSearch | null>(null);
  // The list of names stays as it was where it cannot be read; the library beside it says what is wrong.
  useWhenOpen(() => void desk.library.savedSearches().then(setSaved, () => {}));

  const value = useMemo((): SavedSearches => {
    const tell = (thrown: unknown): void => {
      tellError(toAppError(thrown));
    };
    const keep = (kept: SavedSearch): void => {
      desk.library.saveSearch(kept).then(setSaved, tell);
    };
    const shown: SavedQuery =
      search === '' ? { search: '', filter, sort } : { search: search.trim(), filter: wholeLibrary, sort: usualSort };
    const isShown = ({ query }: SavedSearch): boolean =>
      query.search === shown.search &&
      (query.search !== '' || listKey(query.filter, query.sort) === listKey(filter, sort));
    return {
      saved,
      currentId: similarTo === null ? (saved.find(isShown)?.id ?? null) : null,
      open: ({ query }) => {
        if (query.search === '') {
          setFilter(query.filter);
          setSort(query.sort);
        } else setSearch(query.search);
      },
      keep,
      forget: (kept) => {
        desk.library.forgetSearch({ id: kept.id }).then((rest) => {
          setSaved(rest);
          say(t('saved.forgotten', { name: kept.name }), { label: t('bulk.undo'), run: () => keep(kept) });
        }, tell);
      },
      naming,
      nameNew: () => {
        const words = [t(`view.${filter.view}`), ...partsOf(filter).map((part) => wordsOf(filter, part))];
        const name = shown.search === '' ? words.join(' · ') : shown.search;
        setNaming({ id: crypto.randomUUID(), name, query: shown });
      },
      rename: setNaming,
      stopNaming: () => setNaming(null),
    };
  }, [desk, saved, naming, filter, sort, search, similarTo, setFilter, setSort, setSearch, say, tellError, t, wordsOf]);
  return <SavedContext value={value}>{children}</SavedContext>;
}
