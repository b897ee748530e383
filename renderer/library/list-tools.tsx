/** Below the head of a view: what narrows it, its order, and the table. */
import { Rows3, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys, useCommands } from '../app/commands.tsx';
import { IconButton } from '../ui/button.tsx';
import { FILTER_KEYS, FilterButton } from './filter-popover.tsx';
import { useLibrary } from './library-context.tsx';
import { TABLE_KEYS } from './list-commands.ts';
import { useSavedSearches } from './saved-searches.tsx';
import { SortMenu } from './sort-menu.tsx';

export function ListTools(): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { isTable, setTable } = useLibrary();
  const { nameNew } = useSavedSearches();
  const [isFilterOpen, setFilterOpen] = useState(false);
  useCommands([
    {
      id: 'library.filter',
      title: t('library:filter.command'),
      group: t('app:groups.library'),
      keys: FILTER_KEYS,
      run: () => setFilterOpen(true),
    },
  ]);
  return (
    <div className="list-tools">
      <FilterButton isOpen={isFilterOpen} onOpen={setFilterOpen} onSave={nameNew} />
      <SortMenu />
      <IconButton
        label={t(isTable ? 'library:table.leave' : 'library:table.show')}
        keys={showKeys(TABLE_KEYS)}
        className="tool-table"
        onPress={() => setTable(!isTable)}
      >
        {isTable ? <Rows3 /> : <Table2 />}
      </IconButton>
    </div>
  );
}
