import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import type { ArticleSession } from './article-session.ts';
import { useSaveProblem } from './use-session.ts';

/** What was typed is on the screen and not on disk: said above the text until it is. */
export function SaveProblem({ session }: { session: ArticleSession }): ReactNode {
  const { t } = useTranslation('article');
  const problem = useSaveProblem(session);
  if (problem === null) return null;
  return (
    <div className="state-banner banner-returned" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className="banner-title">{t('notSaved')}</p>
        <p>{errorText(problem.code, currentLanguage(), problem.details)}</p>
      </div>
      <Button onPress={() => session.sendAgain()}>{t('saveAgain')}</Button>
    </div>
  );
}
