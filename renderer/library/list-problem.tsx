import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';

/** In the place of a list that could not be read. */
export function ListProblem({ error, onAgain }: { error: AppError; onAgain: () => void }): ReactNode {
  const { t } = useTranslation('library');
  return (
    <div className="list-empty" role="alert">
      <p>
        <strong>{t('failed')}</strong> {errorText(error.code, currentLanguage(), error.details)}
      </p>
      <Button onPress={onAgain}>{t('again')}</Button>
    </div>
  );
}
