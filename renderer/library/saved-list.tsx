/** Saved searches in the left pane: a press shows one; a menu, F2 and Delete are for its name and for letting it go. */
import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../shared/contract/desk.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { useSavedSearches } from './saved-searches.tsx';

type OpenMenu = { search: SavedSearch; at: { x: number; y: number } };

export function SavedList(): ReactNode {
  const { t } = useTranslation('library');
  const { saved, currentId, open, rename, forget } = useSavedSearches();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  if (saved.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent, search: SavedSearch): void => {
    if (event.key !== 'F2' && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'F2') rename(search);
    else forget(search);
  };
  return (
    <>
      <h2 className="pane-heading">{t('saved.title')}</h2>
      <ul>
        {saved.map((search) => (
          <li key={search.id} className="saved-row">
            <button
              type="button"
              className={`pane-button ${search.id === currentId ? 'is-current' : ''}`}
              aria-current={search.id === currentId || undefined}
              onClick={() => open(search)}
              onKeyDown={(event) => onKeyDown(event, search)}
              onContextMenu={(event) => {
                event.preventDefault();
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                // The menu key names no place.
                const isPointed = event.clientX > 0 && event.nativeEvent instanceof PointerEvent && event.button === 2;
                setMenu({ search, at: isPointed ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom } });
              }}
            >
              <span className="pane-name" title={search.name}>
                {search.name}
              </span>
            </button>
            <button
              type="button"
              className="saved-more"
              aria-label={t('saved.more', { name: search.name })}
              aria-haspopup="menu"
              onClick={(event) => {
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                setMenu({ search, at: { x: left, y: bottom } });
              }}
            >
              <Ellipsis aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {menu === null ? null : (
        <ContextMenu
          label={menu.search.name}
          at={menu.at}
          onClose={() => setMenu(null)}
          entries={[
            { id: 'open', label: t('saved.open'), onAction: () => open(menu.search) },
            { id: 'rename', label: t('saved.rename'), hint: 'F2', onAction: () => rename(menu.search) },
            { id: 'forget', label: t('saved.forget'), hint: 'Delete', onAction: () => forget(menu.search) },
          ]}
        />
      )}
    </>
  );
}
