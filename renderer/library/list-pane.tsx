/** The list beside the article: what the chosen view holds, or what the search found, or what is like an article. */
import { FileDown, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
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
  const { search, similarTo, isTable } = useLibrary();
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
    <div className={`list-pane ${isTable ? 'is-table' : ''}`}>
      {search !== '' ? (
        <SearchResults actions={actions} />
      ) : similarTo !== null ? (
        <SimilarResults to={similarTo} actions={actions} />
      ) : (
        <ViewList actions={actions} />
      )}
      <BulkBar />
      {isDropping ? <p className="drop-veil">{t('drop')}</p> : null}
    </div>
  );
}
