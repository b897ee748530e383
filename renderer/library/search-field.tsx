/**
 * The search field of the title bar. It only ever takes what the person types, so input methods are not disturbed; the
 * arrow keys move through the list of results without the focus leaving the field.
 */
import { Search, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { IconButton } from '../ui/button.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
import { useActiveRow, useLibrary } from './library-context.tsx';
import { LIST_ID } from './list-id.ts';
import { SearchHelp } from './search-help.tsx';
import './search-field.css';

export function SearchField(): ReactNode {
  const { t } = useTranslation('library');
  const { search, setSearch, searchField, list } = useLibrary();
  const activeRow = useActiveRow();
  const isSearching = search !== '';
  const typed = useTypedValue(search, setSearch, searchField);
  const clear = (): void => {
    setSearch('');
    searchField.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isSearching) setSearch('');
      else list.current?.focus();
    } else if (isSearching && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      list.current?.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isSearching) {
      event.preventDefault();
      list.current?.openActive();
    }
  };
  return (
    <search className="search-field">
      <Search aria-hidden="true" />
      <input
        {...typed}
        type="search"
        aria-label={t('search.label')}
        aria-controls={isSearching && activeRow !== undefined ? LIST_ID : undefined}
        aria-activedescendant={isSearching ? activeRow : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
      {isSearching ? (
        <IconButton label={t('search.clear')} keys="Esc" onPress={clear} className="search-clear">
          <X />
        </IconButton>
      ) : (
        <span className="keys" aria-hidden="true">
          {showKeys('mod+f')}
        </span>
      )}
      <SearchHelp />
    </search>
  );
}
