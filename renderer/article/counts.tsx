import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleDocument, blockText } from '../../shared/article/document.ts';
import { countSyllables } from '../../shared/text/count.ts';
import { InStatusBar } from '../app/status-slot.tsx';

/** The lengths of headline, lead and body in the status bar. */
export function Counts({ document }: { document: ArticleDocument }): ReactNode {
  const { t } = useTranslation('article');
  const { headline, lead, body } = useMemo(
    () => ({
      headline: countSyllables(document.headline),
      lead: countSyllables(document.lead),
      body: document.blocks.reduce((sum, block) => sum + countSyllables(blockText(block)), 0),
    }),
    [document],
  );
  return (
    <InStatusBar>
      <span className="article-counts">
        <span>{t('counts.headline', { count: headline })}</span>
        <span>{t('counts.lead', { count: lead })}</span>
        <span>{t('counts.body', { count: body })}</span>
      </span>
    </InStatusBar>
  );
}
