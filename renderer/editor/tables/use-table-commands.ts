import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../app/commands.tsx';
import type { BodyHandle } from '../body-handle.ts';
import { tableKeys } from './cell-keys.ts';
import { type TableDeed, tableDeeds } from './table-deeds.ts';

/** What can be done to the table that the caret is in, by name. Its keys are the cells' own. */
export function useTableCommands(body: BodyHandle | null, isEditable: boolean): void {
  const { t } = useTranslation<'tables'>('tables');
  const possible = useSyncExternalStore(
    useCallback((changed: () => void) => body?.tables.on(changed) ?? (() => {}), [body]),
    () => [...(body?.tables.active?.possible() ?? [])].join(' '),
  ).split(' ');
  const keys: Partial<Record<TableDeed, string>> = tableKeys;
  useCommands(
    tableDeeds.map(
      (deed): Command => ({
        id: `table.${deed}`,
        title: t(`deed.${deed}`),
        group: t('group'),
        ...(keys[deed] === undefined ? {} : { keys: keys[deed] }),
        // The palette gives the focus back before it is gone.
        run: () => setTimeout(() => body?.tables.active?.do(deed), 0),
        isEnabled: isEditable && possible.includes(deed),
        isFieldsOwn: true,
      }),
    ),
  );
}
