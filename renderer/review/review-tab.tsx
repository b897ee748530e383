import { ArrowRight, CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { missingThings } from '../../shared/workflow/missing.ts';
import { showKeys } from '../app/commands.tsx';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { Button } from '../ui/button.tsx';
import { jumpTo } from './jump.ts';
import { type Steps, stepKeys } from './use-steps.tsx';
import './review.css';

/** Where the article stands, what is still missing, and every step that this person may take. */
export function ReviewTab({
  state,
  document,
  steps,
  onCompare,
}: {
  state: ArticleState;
  document: ArticleDocument;
  steps: Steps;
  onCompare: () => void;
}): ReactNode {
  const { t } = useTranslation('review');
  const missing = missingThings(document);
  const others = steps.allowed.filter((action) => action !== steps.main);
  return (
    <div className="inspector-section review-tab">
      <p className="review-standing">
        <ArticleStateMark row={state} />
      </p>
      <Submitted state={state} />
      {state.public === 'none' ? null : <p className="review-public">{t(`public.${state.public}`)}</p>}
      {state.working === 'draft' && steps.allowed.includes('submit') ? (
        missing.length === 0 ? (
          <p className="review-ready">
            <CircleCheck aria-hidden="true" />
            {t('ready')}
          </p>
        ) : (
          <>
            <h3>{t('missing.title', { count: missing.length })}</h3>
            <ul className="review-missing">
              {missing.map(({ what, photo, number }) => (
                <li key={`${what} ${photo ?? ''}`}>
                  <button type="button" onClick={() => jumpTo(what, photo)}>
                    <CircleAlert aria-hidden="true" />
                    <span>{t(`missing.${what}`, { number })}</span>
                    <ArrowRight aria-hidden="true" />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )
      ) : null}
      <div className="review-actions">
        {/* The one blue button for it stands above the text. */}
        {steps.main === null ? null : (
          <Button isDisabled={steps.isBusy} onPress={() => steps.start(steps.main!)}>
            {steps.label(steps.main)}
            <kbd className="keys">{showKeys(stepKeys[steps.main])}</kbd>
          </Button>
        )}
        {state.headRevision === null ? null : (
          <Button onPress={onCompare}>
            {t('compare')}
            <kbd className="keys">{showKeys('alt+c')}</kbd>
          </Button>
        )}
        {others.map((action) => (
          <Button
            key={action}
            look={action === 'withdraw' ? 'danger' : 'plain'}
            isDisabled={steps.isBusy}
            onPress={() => steps.start(action)}
          >
            {steps.label(action)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Who submitted the newest revision, when, and which one that is. */
function Submitted({ state }: { state: ArticleState }): ReactNode {
  const { t } = useTranslation('review');
  const now = useNow();
  const last = state.history.findLast(({ event, standing }) => event.type === 'submitted' && standing !== 'refused');
  if (last === undefined || last.event.revision === null) return null;
  return (
    <p className="review-submitted">
      {t('submitted', { name: last.actorName, time: clockWords(last.event.at, now, currentLanguage()) })}{' '}
      <code>{last.event.revision.slice(0, 8)}</code>
    </p>
  );
}
