/** What the chosen view holds, narrowed and ordered, as a list beside the article or as a table in its place. */
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useArticleInView } from '../app/article-in-view.tsx';
import { showKeys } from '../app/commands.tsx';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { ArticleList } from './article-list.tsx';
import { ArticleRowContent, ROW_HEIGHT } from './article-row.tsx';
import { ArticleTable } from './article-table.tsx';
import { FilterChips } from './filter-chips.tsx';
import { recallSpot, rememberSpot, type Spot } from './kept-spots.ts';
import { useLibrary } from './library-context.tsx';
import { partsOf } from './library-place.ts';
import { ListHead } from './list-head.tsx';
import { LIST_ID } from './list-id.ts';
import { ListProblem } from './list-problem.tsx';
import { ListTools } from './list-tools.tsx';
import { useRowMenu } from './row-menu.tsx';
import { useLibraryRows } from './use-library-rows.ts';

export function ViewList({ actions }: { actions: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const { filter, setFilter, sort, setSort, isTable, setTable, list, setActiveRow, personId } = useLibrary();
  const { id: openId, open: openInView } = useArticleInView();
  const { density } = useAppearance();
  const now = useNow();
  const startRow = (key: string): number => Math.floor(recallSpot(personId, key)?.row ?? 0);
  const { list: key, source, rowAt, onSight, error, retry } = useLibraryRows(filter, sort, startRow);
  const spot = useMemo(() => (key === null ? null : recallSpot(personId, key)), [personId, key]);
  const onSpot = useCallback(
    (left: Spot) => {
      if (key !== null) rememberSpot(personId, key, left);
    },
    [personId, key],
  );
  const open = (id: string): void => {
    openInView(id);
    if (isTable) setTable(false);
  };
  const menu = useRowMenu(open);

  // The first run, and a person who has not been here before, end in an article: the newest of their list.
  const first = rowAt(0)?.id;
  useEffect(() => {
    if (openId === null && first !== undefined && !isTable) openInView(first);
  }, [openId, first, isTable, openInView]);

  const title = t(`view.${filter.view}`);
  const isNarrowed = partsOf(filter).length > 0;
  const options = {
    label: title,
    source,
    rowHeight: ROW_HEIGHT[density],
    openId,
    spot,
    onSpot,
    handle: list,
    domId: LIST_ID,
    onSight,
    onOpen: open,
    onActiveRow: setActiveRow,
    onMenu: menu.onMenu,
  };
  const leaveTable = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isTable && !event.defaultPrevented) setTable(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes back from anywhere in the table's view
    <div className="view-list" onKeyDown={leaveTable}>
      <ListHead title={title} note={key === null ? '' : t('count', { count: source.total })} actions={actions} />
      <ListTools />
      <FilterChips />
      {error !== null && key === null ? <ListProblem error={error} onAgain={retry} /> : null}
      {key !== null && source.total === 0 ? (
        isNarrowed ? (
          <div className="list-empty">
            <p>{t('empty.filtered')}</p>
            <Button onPress={() => setFilter({ view: filter.view })}>{t('filter.clear')}</Button>
          </div>
        ) : (
          <p className="list-empty">{t(`empty.${filter.view}`, { new: showKeys('mod+n') })}</p>
        )
      ) : null}
      {key === null || source.total === 0 ? null : isTable ? (
        <ArticleTable
          key={key}
          {...options}
          rowAt={rowAt}
          density={density}
          now={now}
          sort={sort}
          onSort={setSort}
          onEscape={() => setTable(false)}
        />
      ) : (
        <ArticleList key={key} {...options}>
          {(index) => <ArticleRowContent row={rowAt(index)} density={density} now={now} sortedBy={sort.by} />}
        </ArticleList>
      )}
      {menu.element}
    </div>
  );
}
