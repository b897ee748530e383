import { ArrowRight, CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { KindField } from '../../shared/kinds/article-kinds.ts';
import { formatDate } from '../../shared/text/dates.ts';
import type { Missing } from '../../shared/workflow/missing.ts';
import { showKeys } from '../app/commands.tsx';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import { Button } from '../ui/button.tsx';
import { jumpTo, type PictureThing } from './jump.ts';
import { type Steps, stepKeys } from './use-steps.tsx';
import './review.css';

/** Where the article stands, what is still missing, and every step that this person may take. */
export function ReviewTab({
  state,
  missing,
  steps,
  body,
  onField,
  onPhoto,
  onCompare,
}: {
  state: ArticleState;
  /** What submitting asks for. */
  missing: readonly Missing[];
  steps: Steps;
  body: BodyHandle | null;
  /** Leads to a field of the article. */
  onField: (field: KindField) => void;
  /** Leads to where a picture is pixelated, or its rights are noted. */
  onPhoto: (thing: PictureThing) => void;
  onCompare: () => void;
}): ReactNode {
  const { t } = useTranslation('review');
  const missingWords = useMissingWords();
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
              {missing.map((thing, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be missing twice
                <li key={`${thing.what} ${index}`}>
                  <button
                    type="button"
                    onClick={() => {
                      if (thing.what === 'field') onField(thing.field);
                      else if (thing.what === 'withheld' || thing.what === 'expired') onPhoto(thing);
                      else jumpTo(thing, missing, body);
                    }}
                  >
                    <CircleAlert aria-hidden="true" />
                    <span>{missingWords(thing)}</span>
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

function useMissingWords(): (thing: Missing) => string {
  const { t } = useTranslation('review');
  const { t: words } = useTranslation('article');
  return (thing) => {
    if (thing.what === 'field') return t('missing.field', { label: words(`field.${thing.field}`) });
    if (thing.what === 'expired') {
      return t('missing.expired', { number: thing.number, on: formatDate(thing.on, currentLanguage()) });
    }
    return t(`missing.${thing.what}`, thing);
  };
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
