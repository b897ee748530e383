import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import { type Standing, standingOf } from '../../shared/workflow/standing.ts';
import { StateMark, type StateTone } from '../ui/state-mark.tsx';

const tones: Record<Standing, StateTone> = {
  draft: 'draft',
  returned: 'returned',
  'in-review': 'review',
  approved: 'approved',
  live: 'live',
  correcting: 'draft',
  withdrawn: 'draft',
  spiked: 'draft',
};

/** Where an article stands, in one word with its colour. */
export function ArticleStateMark({ row }: { row: Pick<ArticleRow, 'working' | 'public' | 'returned'> }): ReactNode {
  const { t } = useTranslation('library');
  const standing = standingOf(row);
  return <StateMark tone={tones[standing]}>{t(`state.${standing}`)}</StateMark>;
}
