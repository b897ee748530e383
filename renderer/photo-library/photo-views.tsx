/** The pane beside the sheet: kinds of pictures, and what was taken in together, each with how many there are. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/words.ts';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { filterOfBatch, filterOfView, type PhotoView, photoViews, viewOf } from './photo-place.ts';
import type { PhotoOverview } from './use-photo-overview.ts';

export function PhotoViews({ overview }: { overview: PhotoOverview | null }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { filter, setFilter } = usePhotoLibrary();
  const { alikeTo, batch } = filter;
  const view = alikeTo === undefined ? viewOf(filter) : null;
  return (
    <nav className="photo-views" aria-label={t('views')} data-pane>
      <ul>
        {photoViews.map((id) => (
          <li key={id}>
            <ViewButton
              name={t(`view.${id}`)}
              count={overview === null ? undefined : countOf(overview, id)}
              isCurrent={view === id}
              onPress={() => setFilter(filterOfView(id, filter))}
            />
          </li>
        ))}
      </ul>
      {overview === null || overview.batches.length === 0 ? null : (
        <>
          <h2 className="pane-heading">{t('batches')}</h2>
          <ul>
            {overview.batches.map(({ name, count }) => (
              <li key={name}>
                <ViewButton
                  name={name}
                  count={count}
                  isCurrent={name === batch}
                  onPress={() => setFilter(name === batch ? filterOfView('all', filter) : filterOfBatch(name, filter))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function countOf(overview: PhotoOverview, view: PhotoView): number {
  return view === 'all' ? overview.total : overview[view];
}

function ViewButton({
  name,
  count,
  isCurrent,
  onPress,
}: {
  name: string;
  count: number | undefined;
  isCurrent: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={`pane-button ${isCurrent ? 'is-current' : ''}`}
      aria-current={isCurrent || undefined}
      onClick={onPress}
    >
      <span className="pane-name" title={name}>
        {name}
      </span>
      {count === undefined ? null : (
        <span className="pane-count tabular">{count.toLocaleString(currentLanguage())}</span>
      )}
    </button>
  );
}
