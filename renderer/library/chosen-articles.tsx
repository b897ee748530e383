/**
 * The articles that were chosen in the list for doing something with all of them: by their ids, so that rows may move.
 * Another order or the table keeps them; another list begins with none.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_BULK_ARTICLES } from '../../shared/contract/desk.ts';
import { useNotices } from '../ui/notices.tsx';
import { useLibrary } from './library-context.tsx';
import { listKey, usualSort } from './library-place.ts';

type Chosen = {
  ids: ReadonlySet<string>;
  choose: (ids: ReadonlySet<string>) => void;
  toggle: (id: string) => void;
  clear: () => void;
  /** There are more than can be chosen. */
  sayMost: () => void;
};

const ChosenContext = createContext<Chosen | null>(null);
const none: ReadonlySet<string> = new Set();

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (chosen === null) throw new Error('no ChosenProvider above this component');
  return chosen;
}

export function ChosenProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const { filter, search, similarTo } = useLibrary();
  const { say } = useNotices();
  const list = `${search}\n${similarTo}\n${listKey(filter, usualSort)}`;
  const [kept, setKept] = useState({ list, ids: none });
  const ids = kept.list === list ? kept.ids : none;
  const sayMost = useRef(() => {});
  useEffect(() => {
    sayMost.current = () => say(t('choose.most', { count: MOST_BULK_ARTICLES }));
  });
  const value = useMemo(
    (): Chosen => ({
      ids,
      choose: (chosen) => setKept({ list, ids: chosen }),
      toggle: (id) =>
        setKept((former) => {
          const next = new Set(former.list === list ? former.ids : none);
          if (!next.delete(id)) next.add(id);
          return { list, ids: next };
        }),
      clear: () => setKept({ list, ids: none }),
      sayMost: () => sayMost.current(),
    }),
    [ids, list],
  );
  return <ChosenContext value={value}>{children}</ChosenContext>;
}
