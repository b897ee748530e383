/** The lists of words and abbreviations for the whole page, kept like the core's. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { DeskLists, listChangeSchema } from '../../shared/contract/desk-lists.ts';
import { useCommands } from '../app/commands.tsx';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { expandFrom } from '../editor/abbreviations.ts';
import { useNotices } from '../ui/notices.tsx';

export type ListChangeInput = z.input<typeof listChangeSchema>;

const nothing: DeskLists = { own: { words: [], abbreviations: [] }, office: { words: [], abbreviations: [] } };

type Lists = {
  lists: DeskLists;
  /** True once the core has answered; false where it could not, which the person is told. */
  change: (change: ListChangeInput) => Promise<boolean>;
};
const ListsContext = createContext<Lists | null>(null);

export function useLists(): Lists {
  const lists = useContext(ListsContext);
  if (lists === null) throw new Error('no ListsProvider above this component');
  return lists;
}

export function ListsProvider({ children }: { children: ReactNode }): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation<'spelling'>('spelling');
  const { show } = useDialogs();
  const { tellError } = useNotices();
  useCommands([{ id: 'spelling.lists', title: t('command.lists'), group: t('group'), run: () => show('lists') }]);
  const [lists, setLists] = useState(nothing);
  const read = useCallback((): void => {
    // What the line cannot bring now comes when it is open again.
    desk.lists.get().then(setLists, () => {});
  }, [desk]);
  useWhenOpen(read);
  useDeskEvent('lists', read);
  const change = useCallback(
    async (input: ListChangeInput): Promise<boolean> => {
      try {
        setLists(await desk.lists.change(input));
        return true;
      } catch (error) {
        tellError(toAppError(error));
        return false;
      }
    },
    [desk, tellError],
  );
  const abbreviations = useMemo(() => {
    const { own, office } = lists;
    // The person's own go before the office's.
    return new Map([...office.abbreviations, ...own.abbreviations].map(({ short, long }) => [short, long]));
  }, [lists]);
  useEffect(() => expandFrom(abbreviations), [abbreviations]);
  const value = useMemo(() => ({ lists, change }), [lists, change]);
  return <ListsContext value={value}>{children}</ListsContext>;
}
