import { CornerUpLeft, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { momentWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import type { Steps } from '../review/use-steps.tsx';
import { Button } from '../ui/button.tsx';

/** Why the text cannot be edited now and what leads on, or why it came back. */
export function StateBanner({
  state,
  steps,
  onCompare,
}: {
  state: ArticleState;
  steps: Steps;
  onCompare: () => void;
}): ReactNode {
  const { t } = useTranslation('article');
  if (state.working === 'draft') {
    if (!state.returned) return null;
    const last = state.history.findLast(({ event, standing }) => event.type === 'returned' && standing !== 'refused');
    return (
      <div className="state-banner banner-returned" role="note">
        <CornerUpLeft aria-hidden="true" />
        <div>
          <p className="banner-title">
            {t('banner.returned', {
              name: last?.actorName ?? '',
              time: last === undefined ? '' : momentWords(last.event.at, currentLanguage()),
            })}
          </p>
          <p>{state.returnReason}</p>
        </div>
        <Button look="quiet" onPress={onCompare}>
          {t('banner.compare')}
        </Button>
      </div>
    );
  }
  const isReviewer = state.working === 'in-review' && state.allowed.includes('approve');
  return (
    <div className={`state-banner banner-${state.working}`} role="note">
      <Lock aria-hidden="true" />
      <p>{t(isReviewer ? 'banner.forYou' : `banner.${state.working}`)}</p>
      {isReviewer ? <Button onPress={onCompare}>{t('banner.changes')}</Button> : null}
      {(['recall', 'reopen', 'restore'] as const)
        .filter((action) => state.allowed.includes(action))
        .map((action) => (
          <Button key={action} onPress={() => steps.start(action)}>
            {steps.label(action)}
          </Button>
        ))}
    </div>
  );
}
