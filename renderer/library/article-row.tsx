import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import type { Density } from '../app/appearance.tsx';
import { agoWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { ArticleStateMark } from './article-state.tsx';

export const ROW_HEIGHT: Record<Density, number> = { 'two-lines': 56, 'one-line': 32 };

/** What a row says: headline, state, section, length, when it was changed, its first photo. */
export function ArticleRowContent({
  row,
  density,
  now,
}: {
  row: ArticleRow | undefined;
  density: Density;
  now: number;
}): ReactNode {
  const { t } = useTranslation('library');
  if (row === undefined) return null;
  const headline = (
    <span className={`row-headline ${row.headline === '' ? 'is-untitled' : ''}`}>{row.headline || t('untitled')}</span>
  );
  const age = <span className="row-age tabular">{agoWords(row.updatedAt, now, currentLanguage())}</span>;
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
          {row.section === '' ? null : <span className="row-section">{row.section}</span>}
          <span className="row-length tabular">{t('syllables', { count: row.syllables })}</span>
          {age}
        </div>
      </div>
      {row.thumbnail === null ? null : (
        <img className="row-photo" src={`photos/${row.thumbnail}/thumb`} alt="" width={40} height={40} />
      )}
    </div>
  );
}
