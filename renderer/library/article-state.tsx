import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import { StateMark, type StateTone } from '../ui/state-mark.tsx';

type State = 'draft' | 'returned' | 'in-review' | 'approved' | 'live' | 'correcting' | 'withdrawn' | 'spiked';

const tones: Record<State, StateTone> = {
  draft: 'draft',
  returned: 'returned',
  'in-review': 'review',
  approved: 'approved',
  live: 'live',
  correcting: 'draft',
  withdrawn: 'draft',
  spiked: 'draft',
};

type Standing = Pick<ArticleRow, 'working' | 'public' | 'returned'>;

function stateOf({ working, public: publicState, returned }: Standing): State {
  if (working === 'draft' && returned) return 'returned';
  if (working === 'draft' && publicState === 'live') return 'correcting';
  if (working === 'draft' && publicState === 'withdrawn') return 'withdrawn';
  if (working === 'approved' && publicState === 'live') return 'live';
  return working;
}

/** Where an article stands, in one word with its colour. */
export function ArticleStateMark({ row }: { row: Standing }): ReactNode {
  const { t } = useTranslation('library');
  const state = stateOf(row);
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
