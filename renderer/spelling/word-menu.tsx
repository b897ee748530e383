/** The menu of a marked word: what may have been meant, or that it is right. */
import { BookUser, EyeOff, ListChecks, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListName } from '../../shared/contract/desk-lists.ts';
import { useWorkstation } from '../app/desk-context.tsx';
import { ContextMenu, type MenuPlace } from '../ui/context-menu.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { Mark } from './article-checker.ts';
import { useLists } from './lists.tsx';
import { wordOf } from './mark-painter.ts';

export function WordMenu({
  mark,
  at,
  suggestions,
  onReplace,
  onIgnore,
  onLists,
  onClose,
}: {
  mark: Mark;
  at: MenuPlace;
  suggestions: readonly string[];
  onReplace: (word: string) => void;
  onIgnore: () => void;
  onLists: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  const [{ profile }] = useWorkstation();
  const { change } = useLists();
  const { say } = useNotices();
  const word = wordOf(mark);
  const add = (list: ListName): void => {
    void change({ list, add: { words: [word] } }).then((isDone) => {
      if (isDone) say(t(`added.${list}`, { word }));
    });
  };
  const hasOffice = profile === 'office' || profile === 'sample';
  const addTo: MenuEntry[] =
    mark.kind === 'mistaken'
      ? []
      : [
          { id: 'own', label: t('menu.own'), icon: <UserRound />, onAction: () => add('own') },
          ...(hasOffice
            ? [{ id: 'office', label: t('menu.office'), icon: <BookUser />, onAction: () => add('office') }]
            : []),
        ];
  const entries: MenuEntry[] = [
    {
      id: 'suggestions',
      heading: t(`kind.${mark.kind}`),
      entries:
        suggestions.length === 0
          ? [{ id: 'none', label: t('menu.noSuggestion'), isDisabled: true }]
          : suggestions.map((suggestion) => ({
              id: `word ${suggestion}`,
              label: suggestion,
              onAction: () => onReplace(suggestion),
            })),
    },
    'separator',
    { id: 'ignore', label: t('menu.ignore'), icon: <EyeOff />, onAction: onIgnore },
    ...addTo,
    'separator',
    { id: 'lists', label: t('command.lists'), icon: <ListChecks />, onAction: onLists },
  ];
  return <ContextMenu label={t('menu.label', { word })} at={at} entries={entries} onClose={onClose} />;
}
