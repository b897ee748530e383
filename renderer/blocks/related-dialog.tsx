/** Looks for an article of the office to link to. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import { useDesk } from '../app/desk-context.tsx';
import { writeDate } from '../article/read-date.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { SearchDialog } from '../ui/search-dialog.tsx';
import './blocks.css';

const MOST_FOUND = 30;

export function RelatedDialog({
  articleId,
  onChoose,
  onClose,
}: {
  /** The article that is written, which cannot be related to itself. */
  articleId: string;
  onChoose: (row: ArticleRow) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'blocks'>('blocks');
  const [query, setQuery] = useState('');
  const found = useFound(query);
  return (
    <SearchDialog
      title={t('related.title')}
      placeholder={t('related.placeholder')}
      listLabel={t('related.found')}
      query={query}
      rows={found?.filter(({ id }) => id !== articleId) ?? []}
      rowClass="related-row"
      idOf={({ id }) => id}
      none={found === null ? null : t('related.none')}
      foot={() => <p className="search-dialog-hint">{t('related.hint')}</p>}
      onQuery={setQuery}
      onTake={onChoose}
      onClose={onClose}
    >
      {(row) => (
        <>
          <span className="related-headline">{row.headline || t('related.untitled')}</span>
          <span className="block-facts">
            <ArticleStateMark row={row} />
            {row.section === '' ? null : <span>{row.section}</span>}
            <span className="tabular">{writeDate(row.day)}</span>
          </span>
        </>
      )}
    </SearchDialog>
  );
}

/** Those that hold the words typed, or else the last ones that were worked on; the former ones stay until these are here. */
function useFound(query: string): readonly ArticleRow[] | null {
  const desk = useDesk();
  const [found, setFound] = useState<readonly ArticleRow[] | null>(null);
  useEffect(() => {
    let isLatest = true;
    const answer =
      query.trim() === ''
        ? desk.library.list({ view: 'all', limit: MOST_FOUND }).then(({ rows }) => rows)
        : desk.library
            .search({ query, order: 'relevance', limit: MOST_FOUND })
            .then(({ hits }) => hits.map(({ row }) => row));
    answer.then(
      (rows) => {
        if (isLatest) setFound(rows);
      },
      // A search that is not finished yet finds nothing.
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [desk, query]);
  return found;
}
