/** Looks for an article of the office to link to. Focus stays in the field; arrows move through what was found. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import { useDesk } from '../app/desk-context.tsx';
import { writeDate } from '../article/read-date.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
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
  const [active, setActive] = useState(0);
  const found = useFound(query);
  const rows = found?.filter(({ id }) => id !== articleId) ?? [];
  const listId = useId();
  const activeRow = useRef<HTMLDivElement>(null);
  const index = Math.min(active, rows.length - 1);
  const typed = useTypedValue<HTMLInputElement>(query, (text) => {
    setQuery(text);
    setActive(0);
  });
  useEffect(() => {
    if (index >= 0) activeRow.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && rows.length > 0) {
      event.preventDefault();
      setActive((index + move + rows.length) % rows.length);
    } else if (event.key === 'Enter' && rows[index] !== undefined) {
      event.preventDefault();
      onChoose(rows[index]);
    }
  };
  return (
    <Dialog title={t('related.title')} size="palette" hideTitle onClose={onClose}>
      <div className="related-search">
        <input
          autoFocus
          className="related-input"
          role="combobox"
          aria-label={t('related.title')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
          placeholder={t('related.placeholder')}
          autoComplete="off"
          spellCheck={false}
          {...typed}
          onKeyDown={onKeyDown}
        />
        <div className="related-list" id={listId} role="listbox" aria-label={t('related.found')} tabIndex={-1}>
          {rows.map((row, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
            <div
              key={row.id}
              id={`${listId}-${at}`}
              ref={at === index ? activeRow : undefined}
              role="option"
              aria-selected={at === index}
              tabIndex={-1}
              className={`related-row ${at === index ? 'is-active' : ''}`}
              onPointerMove={() => setActive(at)}
              onClick={() => onChoose(row)}
            >
              <span className="related-headline">{row.headline || t('related.untitled')}</span>
              <span className="block-facts">
                <ArticleStateMark row={row} />
                {row.section === '' ? null : <span>{row.section}</span>}
                <span className="tabular">{writeDate(row.day)}</span>
              </span>
            </div>
          ))}
        </div>
        {found !== null && rows.length === 0 ? <p className="related-none">{t('related.none')}</p> : null}
        <p className="related-hint">{t('related.hint')}</p>
      </div>
    </Dialog>
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
