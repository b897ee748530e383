/** What can be done to a table, by buttons above it and by a menu at the mouse. */
import { ChevronDown, TableCellsMerge, TableCellsSplit, TableProperties, Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../../app/commands.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { tableKeys } from './cell-keys.ts';
import type { TableDeed } from './table-deeds.ts';
import type { TableEditing } from './table-editing.ts';
import { type DeedGroup, deedGroups, menuDeeds } from './table-words.ts';

/** The deeds that make sense now, one word each; empty while the caret is elsewhere. */
function usePossible(editing: TableEditing): { can: (deed: TableDeed) => boolean; isActive: boolean } {
  const possible = useSyncExternalStore(
    useCallback((changed: () => void) => editing.tables.on(changed), [editing]),
    () => [...editing.possible()].join(' '),
  );
  const deeds = new Set(possible.split(' '));
  return { can: (deed) => deeds.has(deed), isActive: possible !== '' };
}

function useEntries(editing: TableEditing): (group: DeedGroup) => MenuAction[] {
  const { t } = useTranslation<'tables'>('tables');
  const { can } = usePossible(editing);
  const hasHeader = useSyncExternalStore(editing.store.on, () => editing.store.shape().header);
  const keys: Partial<Record<TableDeed, string>> = tableKeys;
  return (group) =>
    deedGroups[group].map((deed) => ({
      id: deed,
      label: t(`deed.${deed}`),
      isDisabled: !can(deed),
      ...(keys[deed] === undefined ? {} : { hint: showKeys(keys[deed]) }),
      ...(deed === 'header' ? { isChecked: hasHeader } : {}),
      onAction: () => afterMenu(() => editing.do(deed)),
    }));
}

/** A menu gives the focus back to where it was opened before it is gone. */
function afterMenu(run: () => void): void {
  setTimeout(run, 0);
}

export function TableTools({ editing }: { editing: TableEditing }): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const { can, isActive } = usePossible(editing);
  const entries = useEntries(editing);
  const hasHeader = useSyncExternalStore(editing.store.on, () => editing.store.shape().header);
  if (!isActive) return null;
  return (
    <div className="table-tools" role="toolbar" aria-label={t('tools')}>
      {(['row', 'column'] as const).map((group) => (
        <Menu
          key={group}
          label={t(group)}
          trigger={
            <Button look="quiet" className="table-menu">
              {t(group)}
              <ChevronDown />
            </Button>
          }
          entries={entries(group)}
        />
      ))}
      <IconButton label={t('deed.merge')} isDisabled={!can('merge')} onPress={() => editing.do('merge')}>
        <TableCellsMerge />
      </IconButton>
      <IconButton label={t('deed.split')} isDisabled={!can('split')} onPress={() => editing.do('split')}>
        <TableCellsSplit />
      </IconButton>
      <IconButton label={t('deed.header')} isPressed={hasHeader} onPress={() => editing.do('header')}>
        <TableProperties />
      </IconButton>
      <IconButton label={t('deed.removeTable')} onPress={() => editing.do('removeTable')}>
        <Trash2 />
      </IconButton>
    </div>
  );
}

export function TableContextMenu({
  editing,
  at,
  onClose,
}: {
  editing: TableEditing;
  at: { x: number; y: number };
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const entries = useEntries(editing);
  return (
    <ContextMenu
      label={t('tools')}
      at={at}
      onClose={onClose}
      entries={(['row', 'column', 'cells'] as const).map((group) => ({
        id: group,
        heading: t(group),
        entries: entries(group).filter(({ id, isDisabled }) => isDisabled !== true && menuDeeds.has(id as TableDeed)),
      }))}
    />
  );
}
