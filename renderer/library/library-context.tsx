/**
 * What the library shows: a view narrowed by filters in an order, as a list or as a table; or what a search found; or
 * what is like an article. Each person's own, there again the next time.
 */
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LibraryFilter, LibrarySort, LibraryView } from '../../shared/contract/desk.ts';
import { recall, remember } from '../app/kept.ts';
import { handFocus } from './handed-focus.ts';
import { type Place, readPlace, tidyFilter, wholeLibrary } from './library-place.ts';

/** The list or the table, for keys that are pressed elsewhere. */
export type ListHandle = {
  focus: () => void;
  /** By rows; the list scrolls along. */
  move: (rows: number) => void;
  openActive: () => void;
  chooseAll: () => void;
};

type Library = {
  filter: LibraryFilter;
  setFilter: (filter: LibraryFilter) => void;
  sort: LibrarySort;
  setSort: (sort: LibrarySort) => void;
  show: (view: LibraryView) => void;
  showSection: (section: string | null) => void;
  /** Everything, without a filter, in the order that stands. */
  showWhole: () => void;
  /** The table stands over the list and the article; not while something is searched for. */
  isTable: boolean;
  setTable: (isTable: boolean) => void;
  /** What is being searched for; empty when the list shows the view. */
  search: string;
  setSearch: (text: string) => void;
  /** The article whose like is shown instead of the view. */
  similarTo: string | null;
  showSimilar: (id: string | null) => void;
  searchField: RefObject<HTMLInputElement | null>;
  list: RefObject<ListHandle | null>;
  /** Told which row the keys act on; see useActiveRow. */
  setActiveRow: (id: string | undefined) => void;
  personId: string;
};

const LibraryContext = createContext<Library | null>(null);
/** Apart from the rest: it changes with every key in the list, and only the search field asks for it. */
const ActiveRowContext = createContext<string | undefined>(undefined);

/** DOM id of the row that the keys act on, for the search field to name. */
export function useActiveRow(): string | undefined {
  return useContext(ActiveRowContext);
}

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('no LibraryProvider above this component');
  return library;
}

export function LibraryProvider({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  const [{ filter, sort, isTable }, change] = usePlace(personId);
  const [search, setSearchText] = useState('');
  const [similarTo, setSimilarTo] = useState<string | null>(null);
  const [activeRow, setActiveRow] = useState<string>();
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const value = useMemo((): Library => {
    const setSearch = (text: string): void => {
      setSearchText(text);
      setSimilarTo(null);
    };
    const narrow = (next: (former: LibraryFilter) => LibraryFilter): void => {
      setSearch('');
      change((former) => ({ filter: tidyFilter(next(former.filter)) }));
    };
    return {
      filter,
      setFilter: (next) => narrow(() => next),
      sort,
      setSort: (next) => change(() => ({ sort: next })),
      show: (view) => narrow((former) => ({ ...former, view })),
      showSection: (section) => narrow((former) => ({ ...former, section: section ?? undefined })),
      showWhole: () => narrow(() => wholeLibrary),
      isTable: isTable && search === '' && similarTo === null,
      setTable: (next) => {
        if (next) {
          setSearch('');
          // Keys are for the table now; the search field would keep them.
          searchField.current?.blur();
        }
        handFocus();
        change(() => ({ isTable: next }));
      },
      search,
      setSearch,
      similarTo,
      showSimilar: (id) => {
        setSearchText('');
        setSimilarTo(id);
      },
      searchField,
      list,
      setActiveRow,
      personId,
    };
  }, [filter, sort, isTable, search, similarTo, personId, change]);
  return (
    <LibraryContext value={value}>
      <ActiveRowContext value={activeRow}>{children}</ActiveRowContext>
    </LibraryContext>
  );
}

type Change = (part: (former: Place) => Partial<Place>) => void;

function usePlace(personId: string): [Place, Change] {
  const key = `${personId}.library`;
  const [place, setPlace] = useState(() => readPlace(recall<unknown>(key, null)));
  useEffect(() => remember(key, place), [key, place]);
  const change = useCallback<Change>((part) => setPlace((former) => ({ ...former, ...part(former) })), []);
  return [place, change];
}
