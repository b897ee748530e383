/** The list beside the article: what the chosen view holds, or what the search found, or what is like an article. */
import { FileDown, Plus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { matchesKeys } from '../app/keys.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useLibrary } from './library-context.tsx';
import { SearchResults } from './search-results.tsx';
import { SimilarResults } from './similar-results.tsx';
import { ViewList } from './view-list.tsx';
import './list-pane.css';

export function ListPane({
  onNew,
  onImport,
  isDropping,
}: {
  onNew: () => void;
  onImport: () => void;
  /** A file is held over the list. */
  isDropping: boolean;
}): ReactNode {
  const { t } = useTranslation('library');
  const { search, similarTo, isTable, list } = useLibrary();
  const chooseAll = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement || !matchesKeys(event.nativeEvent, 'mod+a'))
      return;
    event.preventDefault();
    list.current?.chooseAll();
  };
  const actions = (
    <div className="list-actions">
      <IconButton label={t('import')} keys={showKeys('mod+o')} onPress={onImport}>
        <FileDown />
      </IconButton>
      <Button onPress={onNew} className="new-article">
        <Plus />
        {t('new')}
      </Button>
    </div>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button in it that has the focus leaves Ctrl+A to the list
    <div onKeyDown={chooseAll} className={`list-pane ${isTable ? 'is-table' : ''}`}>
      {search !== '' ? (
        <SearchResults actions={actions} />
      ) : similarTo !== null ? (
        <SimilarResults to={similarTo} />
      ) : (
        <ViewList actions={actions} />
      )}
      <BulkBar />
      {isDropping ? <p className="drop-veil">{t('drop')}</p> : null}
    </div>
  );
}
