/** Finds pictures by words. It only ever takes what the person types, so input methods are not disturbed. */
import { Search, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { IconButton } from '../ui/button.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
import { usePhotoLibrary } from './photo-library-context.tsx';
import '../library/search-field.css';

export function PhotoSearch({
  field,
  onGrid,
}: {
  field: RefObject<HTMLInputElement | null>;
  /** The keys go on in the sheet. */
  onGrid: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { filter, setFilter } = usePhotoLibrary();
  const typed = useTypedValue(filter.query, (query) => setFilter({ ...filter, query }), field);
  const isSearching = filter.query !== '';
  const clear = (): void => setFilter({ ...filter, query: '' });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isSearching) clear();
      else onGrid();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onGrid();
    }
  };
  return (
    <search className="search-field photo-search">
      <Search aria-hidden="true" />
      <input
        {...typed}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
      {isSearching ? (
        <IconButton
          label={t('search.clear')}
          keys="Esc"
          className="search-clear"
          onPress={() => {
            clear();
            field.current?.focus();
          }}
        >
          <X />
        </IconButton>
      ) : (
        <span className="keys" aria-hidden="true">
          {showKeys('mod+f')}
        </span>
      )}
    </search>
  );
}
