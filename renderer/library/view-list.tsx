import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useArticleInView } from '../app/article-in-view.tsx';
import { showKeys } from '../app/commands.tsx';
import { useNow } from '../app/use-now.ts';
import { ArticleList } from './article-list.tsx';
import { ArticleRowContent, ROW_HEIGHT } from './article-row.tsx';
import { useLibrary } from './library-context.tsx';
import { ListHead } from './list-head.tsx';
import { LIST_ID } from './list-id.ts';
import { ListProblem } from './list-problem.tsx';
import { useLibraryRows } from './use-library-rows.ts';

export function ViewList({ actions }: { actions: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const { view, section, list, setActiveRow, personId } = useLibrary();
  const { id: openId, open } = useArticleInView();
  const { density } = useAppearance();
  const now = useNow();
  const { total, rowAt, onSight, error, retry } = useLibraryRows({ view, section });

  // The first run, and a person who has not been here before, end in an article: the newest of their list.
  const first = rowAt(0)?.id;
  useEffect(() => {
    if (openId === null && first !== undefined) open(first);
  }, [openId, first, open]);

  const title = section === null ? t(`view.${view}`) : `${t(`view.${view}`)} · ${section}`;
  const emptyKey = section === null ? view : 'section';
  return (
    <>
      <ListHead title={title} note={total === null ? '' : t('count', { count: total })} actions={actions} />
      {error !== null && total === null ? <ListProblem error={error} onAgain={retry} /> : null}
      {total === 0 ? <p className="list-empty">{t(`empty.${emptyKey}`, { new: showKeys('mod+n') })}</p> : null}
      {total === null || total === 0 ? null : (
        <ArticleList
          key={`${view}/${section ?? ''}`}
          label={title}
          total={total}
          idAt={(index) => rowAt(index)?.id}
          rowHeight={ROW_HEIGHT[density]}
          openId={openId}
          placeKey={`${personId}.place.${view}/${section ?? ''}`}
          handle={list}
          domId={LIST_ID}
          onSight={onSight}
          onOpen={open}
          onActiveRow={setActiveRow}
        >
          {(index) => <ArticleRowContent row={rowAt(index)} density={density} now={now} />}
        </ArticleList>
      )}
    </>
  );
}
