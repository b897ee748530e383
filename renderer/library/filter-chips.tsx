import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryFilter } from '../../shared/contract/desk.ts';
import { writeDate } from '../article/read-date.ts';
import { nameOfSpan } from './day-spans.ts';
import { useLibrary } from './library-context.tsx';
import { type FilterPart, partsOf, withoutPart } from './library-place.ts';
import './filter-chips.css';

/** The filters that narrow the view, each of which goes by a press. Nothing where there are none. */
export function FilterChips(): ReactNode {
  const { t } = useTranslation('library');
  const { filter, setFilter, list } = useLibrary();
  const wordsOf = useFilterWords();
  const parts = partsOf(filter);
  if (parts.length === 0) return null;
  const set = (next: LibraryFilter): void => {
    setFilter(next);
    // The chip that had the focus is gone.
    list.current?.focus();
  };
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {parts.map((part) => (
        <li key={part}>
          <button
            type="button"
            className="filter-chip"
            aria-label={t('filter.remove', { part: t(`filter.part.${part}`), value: wordsOf(filter, part) })}
            title={t(`filter.part.${part}`)}
            onClick={() => set(withoutPart(filter, part))}
          >
            <span className="filter-chip-words">{wordsOf(filter, part)}</span>
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="filter-chip is-clear" onClick={() => set({ view: filter.view })}>
          {t('filter.clear')}
        </button>
      </li>
    </ul>
  );
}

/** What a filter says of one of its parts. */
export function useFilterWords(): (filter: LibraryFilter, part: FilterPart) => string {
  const { t } = useTranslation('library');
  return (filter, part) => {
    if (part === 'standing') return filter.standing === undefined ? '' : t(`state.${filter.standing}`);
    if (part !== 'days') return filter[part] ?? '';
    const { from, to } = filter;
    const span = nameOfSpan(from, to, new Date());
    if (span !== null) return t(`filter.span.${span}`);
    if (from === undefined) return t('filter.until', { day: writeDate(to ?? '') });
    if (to === undefined) return t('filter.since', { day: writeDate(from) });
    return from === to ? writeDate(from) : `${writeDate(from)} – ${writeDate(to)}`;
  };
}
