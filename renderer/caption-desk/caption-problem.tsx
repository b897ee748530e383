import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import { Button } from '../ui/button.tsx';
import './caption-problem.css';

/** What was typed is on the screen and not on disk: said above the fields until it is. */
export function CaptionProblem({ session }: { session: RecordSession }): ReactNode {
  const { t } = useTranslation<'article'>('article');
  const problem = useSyncExternalStore(
    useCallback((changed: () => void) => session.on(changed), [session]),
    () => session.problem(),
  );
  if (problem === null) return null;
  return (
    <div className="caption-problem" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className="caption-problem-title">{t('notSaved')}</p>
        <p>{errorText(problem.code, currentLanguage(), problem.details)}</p>
      </div>
      <Button onPress={() => session.handOver()}>{t('saveAgain')}</Button>
    </div>
  );
}
