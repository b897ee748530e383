import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFilter } from '../../shared/contract/desk-photos.ts';
import { writeDate } from '../article/read-date.ts';
import { usePhotoLibrary } from './photo-library-context.tsx';
import type { PhotoPages } from './photo-pages.ts';
import { type ChipPart, chipsOf, withoutChip, withoutChips } from './photo-place.ts';
import '../library/filter-chips.css';

/** The filters of the view, each of which goes by a press. Nothing where there are none. */
export function PhotoChips({ pages, onGone }: { pages: PhotoPages; onGone: () => void }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { filter, setFilter } = usePhotoLibrary();
  const parts = chipsOf(filter);
  if (parts.length === 0) return null;
  const wordsOf = (part: ChipPart): string => {
    const { rating = 0, label, used, person = '', place = '', alikeTo = '' } = filter;
    const words: Record<ChipPart, () => string> = {
      rating: () => t('filter.rating', { count: rating }),
      label: () => (label === undefined ? '' : t('label.whole', { label: t(`label.${label}`) })),
      used: () => t(used === true ? 'filter.used.yes' : 'filter.used.no'),
      days: () => daysWords(filter, t),
      person: () => person,
      place: () => place,
      alikeTo: () => t('filter.alikeTo', { name: pages.find(alikeTo)?.row.name ?? '…' }),
      aside: () => t('filter.withAside'),
    };
    return words[part]();
  };
  const set = (next: PhotoFilter): void => {
    setFilter(next);
    // The chip that had the focus is gone.
    onGone();
  };
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {parts.map((part) => (
        <li key={part}>
          <button
            type="button"
            className="filter-chip"
            aria-label={t('filter.remove', { part: t(`filter.part.${part}`), value: wordsOf(part) })}
            title={t(`filter.part.${part}`)}
            onClick={() => set(withoutChip(filter, part))}
          >
            <span className="filter-chip-words">{wordsOf(part)}</span>
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="filter-chip is-clear" onClick={() => set(withoutChips(filter))}>
          {t('filter.clear')}
        </button>
      </li>
    </ul>
  );
}

function daysWords({ from, to }: PhotoFilter, t: ReturnType<typeof useTranslation<'photoLibrary'>>['t']): string {
  if (from === undefined) return t('filter.until', { day: writeDate(to ?? '') });
  if (to === undefined) return t('filter.since', { day: writeDate(from) });
  return from === to ? writeDate(from) : `${writeDate(from)} – ${writeDate(to)}`;
}
