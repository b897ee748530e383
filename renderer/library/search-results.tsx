import { BookmarkPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type SearchOrder, searchOrders } from '../../shared/contract/desk.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import { useRemembered } from '../app/remembered.ts';
import { IconButton } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { HitList } from './hit-list.tsx';
import { useLibrary } from './library-context.tsx';
import { SAVE_KEYS } from './list-commands.ts';
import { ListHead } from './list-head.tsx';
import { ListProblem } from './list-problem.tsx';
import { namesField } from './names-field.ts';
import { useSavedSearches } from './saved-searches.tsx';
import { isTooShort } from './too-short.ts';
import { type Found, useSearch } from './use-search.ts';

export function SearchResults({ actions }: { actions: ReactNode }): ReactNode {
  const { t } = useTranslation(['library', 'app']);
  const { search, setSearch, searchField, personId } = useLibrary();
  const { nameNew } = useSavedSearches();
  const [keptOrder, setOrder] = useRemembered<string>(`${personId}.search.order`, 'newest');
  const order = searchOrders.find((known) => known === keptOrder) ?? 'newest';
  const { found, error, retry, more } = useSearch(search, order);
  const other: SearchOrder = order === 'newest' ? 'relevance' : 'newest';
  useCommands([
    {
      id: 'library.search.order',
      title: t('library:search.orderCommand', { order: t(`library:search.order.${other}`) }),
      group: t('app:groups.library'),
      run: () => setOrder(other),
    },
  ]);
  return (
    <>
      <ListHead title={t('library:search.title')} note={found === null ? '' : noteOf(t, found)} actions={actions} />
      <div className="list-tools is-search">
        <Segmented
          label={t('library:search.orderLabel')}
          hideLabel
          value={order}
          choices={searchOrders.map((id) => ({ id, label: t(`library:search.order.${id}`) }))}
          onChange={setOrder}
        />
        <IconButton label={t('library:saved.save')} keys={showKeys(SAVE_KEYS)} className="tool-table" onPress={nameNew}>
          <BookmarkPlus />
        </IconButton>
      </div>
      {error !== null && found === null ? <ListProblem error={error} onAgain={retry} /> : null}
      {found !== null && found.hits.length === 0 ? (
        <p className="list-empty">
          {t(
            `library:search.${isTooShort(found.query) ? 'nothingAsked' : namesField(found.query) ? 'noneSuch' : 'none'}`,
          )}
        </p>
      ) : null}
      {found === null || found.hits.length === 0 ? null : (
        <HitList
          // Another query begins at its top; the same one after a change keeps its place.
          key={`${found.order} ${found.query}`}
          label={t('library:search.title')}
          hits={found.hits}
          onEnd={found.hits.length < found.total ? more : undefined}
          onEscape={() => {
            setSearch('');
            searchField.current?.focus();
          }}
        />
      )}
    </>
  );
}

function noteOf(
  t: ReturnType<typeof useTranslation<['library', 'app']>>['t'],
  { query, total, isMore, hits }: Found,
): string {
  const shown = hits.length;
  if (shown === 0 && isTooShort(query)) return '';
  if (isMore) return t('library:search.shownOfMore', { shown, total });
  return shown < total ? t('library:search.shown', { shown, total }) : t('library:count', { count: total });
}
