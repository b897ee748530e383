/** Articles that were found, each with the words that it was found by. */
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../shared/contract/desk.ts';
import { useArticleInView } from '../app/article-in-view.tsx';
import { writeDate } from '../article/read-date.ts';
import { ArticleList, HEADING_HEIGHT } from './article-list.tsx';
import { ArticleStateMark } from './article-state.tsx';
import { orderHits } from './hit-order.ts';
import { useLibrary } from './library-context.tsx';
import { LIST_ID } from './list-id.ts';
import { MarkedText } from './marked-text.tsx';
import { useRowMenu } from './row-menu.tsx';
import type { RowSource } from './use-choosing.ts';

/** Headline, three lines of what was found, and where the article stands. */
const HIT_HEIGHT = 108;
/** How near to the end more hits are asked for. */
const ROWS_AHEAD = 10;

export function HitList({
  label,
  hits: found,
  onEnd,
  onEscape,
}: {
  label: string;
  hits: readonly SearchHit[];
  /** The last hits are nearly in sight. */
  onEnd?: () => void;
  onEscape: () => void;
}): ReactNode {
  const { t } = useTranslation('library');
  const { list, setActiveRow } = useLibrary();
  const { id: openId, open } = useArticleInView();
  const menu = useRowMenu(open);
  const { hits, exact, isMixed } = useMemo(() => orderHits(found), [found]);
  const headingAt = (index: number): string | null => {
    if (!isMixed || (index !== 0 && index !== exact)) return null;
    return t(index === 0 ? 'search.exact' : 'search.otherAccents');
  };
  const roomAbove = useCallback(
    (index: number) => (isMixed && (index === 0 || index === exact) ? HEADING_HEIGHT : 0),
    [isMixed, exact],
  );
  const source = useMemo(
    (): RowSource => ({
      total: hits.length,
      idAt: (index) => hits[index]?.id,
      idsBetween: async (first, last) => hits.slice(first, last + 1).map(({ id }) => id),
    }),
    [hits],
  );
  const onSight = useCallback(
    (_: number, last: number) => {
      if (last >= hits.length - ROWS_AHEAD) onEnd?.();
    },
    [hits, onEnd],
  );
  return (
    <>
      <ArticleList
        label={label}
        source={source}
        rowHeight={HIT_HEIGHT}
        roomAbove={roomAbove}
        headingAt={headingAt}
        openId={openId}
        spot={null}
        handle={list}
        domId={LIST_ID}
        onSight={onSight}
        onOpen={open}
        onActiveRow={setActiveRow}
        onEscape={onEscape}
        onMenu={menu.onMenu}
      >
        {(index) => <HitContent hit={hits[index]} isOtherKind={isMixed && index >= exact} />}
      </ArticleList>
      {menu.element}
    </>
  );
}

function HitContent({
  hit,
  isOtherKind,
}: {
  hit: SearchHit | undefined;
  /** Readers hear no heading between rows. */
  isOtherKind: boolean;
}): ReactNode {
  const { t } = useTranslation('library');
  if (hit === undefined) return null;
  return (
    <div className="row-hit">
      <span className={`row-headline ${hit.headline === '' ? 'is-untitled' : ''}`}>
        {hit.headline === '' ? t('untitled') : <MarkedText text={hit.marked} />}
      </span>
      {isOtherKind ? <span className="for-readers">{t('search.otherAccents')}</span> : null}
      <p className="row-snippet">
        <MarkedText text={hit.snippet} />
      </p>
      <div className="row-facts">
        <ArticleStateMark row={hit.row} />
        {hit.row.section === '' ? null : <span className="row-section">{hit.row.section}</span>}
        {/* What is found is ordered, and narrowed, by the day of the article. */}
        <span className="row-age tabular">{writeDate(hit.row.day)}</span>
      </div>
    </div>
  );
}
