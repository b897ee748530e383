import { CornerUpLeft, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import type { Steps } from '../review/use-steps.tsx';
import { Button } from '../ui/button.tsx';

/** Why the text cannot be edited now and what leads on, or why it came back. */
export function StateBanner({
  state,
  isBeyondRevision,
  steps,
  onCompare,
}: {
  state: ArticleState;
  /** The text below is not the one that was submitted: somebody's edit came after it. */
  isBeyondRevision: boolean;
  steps: Steps;
  onCompare: () => void;
}): ReactNode {
  const { t } = useTranslation('article');
  if (state.working === 'draft') {
    return state.returned ? <ReturnedBanner state={state} onCompare={onCompare} /> : null;
  }
  const isForMe = state.working === 'in-review' && state.allowed.includes('approve');
  return (
    <div className={`state-banner banner-${state.working}`} role="note">
      <Lock aria-hidden="true" />
      <div>
        <p>{t(isForMe ? 'banner.forYou' : `banner.${state.working}`)}</p>
        {isBeyondRevision ? <p className="banner-beyond">{t('banner.beyond')}</p> : null}
      </div>
      {isForMe || isBeyondRevision ? <Button onPress={onCompare}>{t('banner.changes')}</Button> : null}
      {(['recall', 'reopen', 'restore'] as const)
        .filter((action) => steps.allowed.includes(action))
        .map((action) => (
          <Button key={action} isDisabled={steps.isBusy} onPress={() => steps.start(action)}>
            {steps.label(action)}
          </Button>
        ))}
    </div>
  );
}

function ReturnedBanner({ state, onCompare }: { state: ArticleState; onCompare: () => void }): ReactNode {
  const { t } = useTranslation('article');
  const now = useNow();
  const last = state.history.findLast(({ event, standing }) => event.type === 'returned' && standing !== 'refused');
  return (
    <div className="state-banner banner-returned" role="note">
      <CornerUpLeft aria-hidden="true" />
      <div>
        <p className="banner-title">
          {last === undefined
            ? t('banner.returned')
            : t('banner.returnedBy', { name: last.actorName, time: clockWords(last.event.at, now, currentLanguage()) })}
        </p>
        <p className="banner-reason">{state.returnReason}</p>
      </div>
      <Button look="quiet" onPress={onCompare}>
        {t('banner.compare')}
      </Button>
    </div>
  );
}
