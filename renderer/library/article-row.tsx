import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow, LibrarySort } from '../../shared/contract/desk.ts';
import type { Density } from '../app/appearance.tsx';
import { agoWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { writeDate } from '../article/read-date.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { ArticleStateMark } from './article-state.tsx';

export const ROW_HEIGHT: Record<Density, number> = { 'two-lines': 56, 'one-line': 32 };

/** What a row says: headline, state, section, length, when it was changed, its first photo; and what the list goes by. */
export function ArticleRowContent({
  row,
  density,
  now,
  sortedBy,
}: {
  row: ArticleRow | undefined;
  density: Density;
  now: number;
  sortedBy: LibrarySort['by'];
}): ReactNode {
  const { t } = useTranslation('library');
  if (row === undefined) return null;
  const headline = (
    <span className={`row-headline ${row.headline === '' ? 'is-untitled' : ''}`}>{row.headline || t('untitled')}</span>
  );
  const age = (
    <span className="row-age tabular">
      {sortedBy === 'day' ? writeDate(row.day) : agoWords(row.updatedAt, now, currentLanguage())}
    </span>
  );
  const belongsTo = sortedBy === 'author' ? row.author : row.section;
  if (density === 'one-line') {
    return (
      <div className="row-one-line">
        {headline}
        <ArticleStateMark row={row} />
        {age}
      </div>
    );
  }
  return (
    <div className="row-two-lines">
      <div className="row-words">
        {headline}
        <div className="row-facts">
          <ArticleStateMark row={row} />
          {belongsTo === '' ? null : <span className="row-section">{belongsTo}</span>}
          {/* A whole date takes the room of the length. */}
          {sortedBy === 'day' ? null : (
            <span className="row-length tabular">{t('syllables', { count: row.syllables })}</span>
          )}
          {age}
        </div>
      </div>
      {row.thumbnail === null ? null : (
        <PhotoThumb className="row-photo" sha256={row.thumbnail} width={40} height={40} />
      )}
    </div>
  );
}
