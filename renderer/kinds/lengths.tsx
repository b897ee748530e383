/** How long headline, lead and body are, against what the article's kind allows. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { type Length, measureArticle } from '../../shared/kinds/measure.ts';
import { InStatusBar } from '../app/status-slot.tsx';
import './kinds.css';

/** In the status bar: tiếng, each with its limit where it has one, and words beside the colour where it is over. */
export function Counts({ document }: { document: ArticleDocument }): ReactNode {
  const { t } = useTranslation('kinds');
  const lengths = useMemo(() => measureArticle(document), [document]);
  const minutes = lengths.find(({ part }) => part === 'body')?.minutes ?? 0;
  return (
    <InStatusBar>
      <span className="article-counts">
        {lengths.map((length) => (
          <Count key={length.part} length={length} />
        ))}
        <span className="tabular">{t('reading', { count: minutes })}</span>
      </span>
    </InStatusBar>
  );
}

function Count({ length }: { length: Length }): ReactNode {
  const { t } = useTranslation('kinds');
  const { part, syllables, characters, limit, isOver } = length;
  const count =
    limit.syllables === undefined
      ? t('count', { count: syllables })
      : t('ofLimit', { count: syllables, limit: limit.syllables });
  return (
    <span
      className={isOver ? 'tabular is-over' : 'tabular'}
      title={t('countTitle', { part: t(`part.${part}`), syllables, characters })}
    >
      {t(`part.${part}`)} {count}
      {isOver ? ` ${t('over')}` : ''}
    </span>
  );
}

/** The same in full, beside the fields. */
export function Lengths({ document }: { document: ArticleDocument }): ReactNode {
  const { t } = useTranslation('kinds');
  const lengths = useMemo(() => measureArticle(document), [document]);
  const shown = (count: number, limit: number | undefined): ReactNode => (
    <td className={limit !== undefined && count > limit ? 'tabular is-over' : 'tabular'}>
      {limit === undefined ? t('number', { count }) : t('ofLimit', { count, limit })}
    </td>
  );
  return (
    <table className="lengths">
      <caption>{t('lengths')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="for-readers">{t('partColumn')}</span>
          </th>
          <th scope="col">{t('syllables')}</th>
          <th scope="col">{t('characters')}</th>
        </tr>
      </thead>
      <tbody>
        {lengths.map(({ part, syllables, characters, limit }) => (
          <tr key={part}>
            <th scope="row">{t(`part.${part}`)}</th>
            {shown(syllables, limit.syllables)}
            {shown(characters, limit.characters)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
