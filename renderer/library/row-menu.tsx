/** What can be done with one row, or with all that are chosen where the row is one of them. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { useExportMany } from '../exports/export-many.tsx';
import { ContextMenu } from '../ui/context-menu.tsx';
import { asideDeeds } from './aside-deeds.ts';
import { useBulk } from './bulk.tsx';
import { useChosen } from './chosen-articles.tsx';
import { useLibrary } from './library-context.tsx';
import type { RowPress } from './use-row-cursor.ts';

/** The menu of a list's rows: `element` is it while it is open. */
export function useRowMenu(onOpen: (id: string) => void): { onMenu: (press: RowPress) => void; element: ReactNode } {
  const [press, setPress] = useState<RowPress | null>(null);
  return {
    onMenu: setPress,
    element: press === null ? null : <RowMenu press={press} onOpen={onOpen} onClose={() => setPress(null)} />,
  };
}

function RowMenu({
  press,
  onOpen,
  onClose,
}: {
  press: RowPress;
  onOpen: (id: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['library', 'exports']>(['library', 'exports']);
  const { ids, toggle } = useChosen();
  const { filter, search, similarTo, showSimilar } = useLibrary();
  const { run, ask } = useBulk();
  const exportMany = useExportMany();
  const isChosen = ids.has(press.id);
  const meant = isChosen ? [...ids] : [press.id];
  const aside = asideDeeds(filter, search !== '' || similarTo !== null);
  const steps = aside.includes('spike') ? (['submit', ...aside] as const) : aside;
  return (
    <ContextMenu
      label={t('row.menu')}
      at={press.at}
      onClose={onClose}
      entries={[
        { id: 'open', label: t('row.open'), hint: showKeys('enter'), onAction: () => onOpen(press.id) },
        { id: 'similar', label: t('row.similar'), onAction: () => showSimilar(press.id) },
        {
          id: 'choose',
          label: t(isChosen ? 'row.unchoose' : 'row.choose'),
          hint: t('keys.space'),
          onAction: () => toggle(press.id),
        },
        'separator',
        {
          id: 'deeds',
          heading: meant.length === 1 ? t('row.thisOne') : t('choose.count', { count: meant.length }),
          entries: [
            ...(['section', 'tag', 'untag'] as const).map((what) => ({
              id: what,
              label: t(`bulk.deed.${what}`),
              onAction: () => ask(what, meant),
            })),
            { id: 'export', label: t('exports:many.entry'), onAction: () => exportMany.ask(meant) },
            ...steps.map((deed) => ({
              id: deed,
              label: t(`bulk.deed.${deed}`),
              onAction: () => run({ do: deed }, meant),
            })),
          ],
        },
      ]}
    />
  );
}
