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
  const [ids, setIds] = useState(none);
  const list = `${search}\n${similarTo}\n${listKey(filter, usualSort)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with none chosen
  useEffect(() => setIds(none), [list]);
  const sayMost = useRef(() => {});
  useEffect(() => {
    sayMost.current = () => say(t('choose.most', { count: MOST_BULK_ARTICLES }));
  });
  const value = useMemo(
    (): Chosen => ({
      ids,
      choose: setIds,
      toggle: (id) =>
        setIds((former) => {
          const next = new Set(former);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      clear: () => setIds(none),
      sayMost: () => sayMost.current(),
    }),
    [ids],
  );
  return <ChosenContext value={value}>{children}</ChosenContext>;
}
