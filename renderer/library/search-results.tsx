import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArticleInView } from '../app/article-in-view.tsx';
import { agoWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { ArticleList } from './article-list.tsx';
import { ArticleStateMark } from './article-state.tsx';
import { useLibrary } from './library-context.tsx';
import { ListHead } from './list-head.tsx';
import { ListProblem } from './list-problem.tsx';
import { MarkedText } from './marked-text.tsx';
import { type Hit, useSearch } from './use-search.ts';

/** Headline, three lines of what was found, and where the article stands. */
const HIT_HEIGHT = 108;

export function SearchResults({ domId, actions }: { domId: string; actions: ReactNode }): ReactNode {
  const { t } = useTranslation('library');
  const { search, setSearch, searchField, list, setActiveRow } = useLibrary();
  const { id: openId, open } = useArticleInView();
  const now = useNow();
  const { found, error, retry } = useSearch(search);
  const hits = found?.hits ?? [];
  const note = found === null ? '' : noteOf(t, found.total, hits.length);
  return (
    <>
      <ListHead title={t('search.title')} note={note} actions={actions} />
      {error !== null && found === null ? <ListProblem error={error} onAgain={retry} /> : null}
      {found !== null && hits.length === 0 ? (
        <p className="list-empty">{t(/[\p{L}\p{N}]/u.test(found.query) ? 'search.none' : 'search.nothingAsked')}</p>
      ) : null}
      {hits.length === 0 ? null : (
        <ArticleList
          // Another query begins at its top; the same one after a change keeps its place.
          key={found?.query}
          label={t('search.title')}
          total={hits.length}
          idAt={(index) => hits[index]?.id}
          rowHeight={HIT_HEIGHT}
          openId={openId}
          placeKey={null}
          handle={list}
          domId={domId}
          onOpen={open}
          onActiveRow={setActiveRow}
          onEscape={() => {
            setSearch('');
            searchField.current?.focus();
          }}
        >
          {(index) => <HitContent hit={hits[index]} now={now} />}
        </ArticleList>
      )}
    </>
  );
}

function noteOf(t: ReturnType<typeof useTranslation<'library'>>['t'], total: number, shown: number): string {
  return shown < total ? t('search.shown', { shown, total }) : t('count', { count: total });
}

function HitContent({ hit, now }: { hit: Hit | undefined; now: number }): ReactNode {
  const { t } = useTranslation('library');
  if (hit === undefined) return null;
  return (
    <div className="row-hit">
      <span className={`row-headline ${hit.headline === '' ? 'is-untitled' : ''}`}>
        {hit.headline || t('untitled')}
      </span>
      <p className="row-snippet">
        <MarkedText text={hit.snippet} />
      </p>
      <div className="row-facts">
        <ArticleStateMark row={hit.row} />
        {hit.row.section === '' ? null : <span className="row-section">{hit.row.section}</span>}
        <span className="row-age tabular">{agoWords(hit.row.updatedAt, now, currentLanguage())}</span>
      </div>
    </div>
  );
}
