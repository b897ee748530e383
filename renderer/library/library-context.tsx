/** What the library shows: a view, perhaps one section of it, or what a search found. Views are each person's own. */
import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';
import { type LibraryView, libraryViews } from '../../shared/contract/desk.ts';
import { useRemembered } from '../app/remembered.ts';
import type { ListHandle } from './article-list.tsx';

type Library = {
  view: LibraryView;
  section: string | null;
  show: (view: LibraryView) => void;
  showSection: (section: string | null) => void;
  /** What is being searched for; empty when the list shows the view. */
  search: string;
  setSearch: (text: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
  list: RefObject<ListHandle | null>;
  /** DOM id of the row that the keys act on, for the search field to name. */
  activeRow: string | undefined;
  setActiveRow: (id: string | undefined) => void;
  personId: string;
};

const LibraryContext = createContext<Library | null>(null);

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('no LibraryProvider above this component');
  return library;
}

export function LibraryProvider({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  const [keptView, setView] = useRemembered<string>(`${personId}.view`, 'all');
  const [section, setSection] = useRemembered<string | null>(`${personId}.section`, null);
  const [search, setSearch] = useState('');
  const [activeRow, setActiveRow] = useState<string>();
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const view = libraryViews.find((known) => known === keptView) ?? 'all';
  const value = useMemo(
    () => ({
      view,
      section,
      show: (next: LibraryView) => {
        setSearch('');
        setView(next);
      },
      showSection: (next: string | null) => {
        setSearch('');
        setSection(next);
      },
      search,
      setSearch,
      searchField,
      list,
      activeRow,
      setActiveRow,
      personId,
    }),
    [view, section, search, activeRow, personId, setView, setSection],
  );
  return <LibraryContext value={value}>{children}</LibraryContext>;
}
