import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupOverview } from '../../shared/contract/desk.ts';
import { type AppError, errorText } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { useDesk } from '../app/desk-context.tsx';
import { FormError } from '../app/form-error.tsx';
import { useAttempt } from '../app/use-attempt.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { BackupList } from './backup-list.tsx';
import { amountWords, whenWords } from './backup-words.ts';
import { PathLine } from './path-line.tsx';
import './backups.css';

/** What there is, and one more at the press of a button. `note`: what was done just before, until a backup is made. */
export function BackupsOverview({
  overview,
  error,
  readAgain,
  note,
  onRestore,
}: {
  overview: BackupOverview | null;
  error: AppError | null;
  readAgain: () => void;
  note: string | null;
  onRestore: (backup: Backup) => void;
}): ReactNode {
  const { t } = useTranslation('backups');
  const desk = useDesk();
  const now = useNow();
  const language = currentLanguage();
  const making = useAttempt();
  const [made, setMade] = useState<Backup | null>(null);
  if (overview === null) return <FormError error={error} />;
  const { backups, folder, lastProblem } = overview;
  const [newest] = backups;
  const backUp = (): void =>
    making.attempt(
      () => desk.backups.make(),
      (backup) => {
        setMade(backup);
        readAgain();
      },
    );
  const outcome = making.isBusy
    ? t('making')
    : made === null
      ? note
      : t('made', { what: amountWords(t, made, language) });
  return (
    <div className="backups">
      <div className="backups-head">
        <p className="backups-latest">
          {newest === undefined
            ? t('latestNone')
            : t('latest', { when: whenWords(t, newest.at, Math.max(now, Date.parse(newest.at)), language) })}
        </p>
        <Button look="main" isDisabled={making.isBusy} onPress={backUp}>
          {t(making.isBusy ? 'making' : 'now')}
        </Button>
        {outcome === null ? (
          <p className="backups-about">{t('about')}</p>
        ) : (
          <p className="backups-outcome" role="status">
            {outcome}
          </p>
        )}
      </div>
      {making.error !== null ? (
        <FormError error={making.error} />
      ) : lastProblem !== null && isErrorCode(lastProblem.code) && !making.isBusy ? (
        <div className="form-error" role="alert">
          <p className="backups-problem">{t('lastProblem')}</p>
          <p>{errorText(lastProblem.code, language, lastProblem.details)}</p>
        </div>
      ) : null}
      {backups.length === 0 ? (
        lastProblem === null && making.error === null ? (
          <p>{t('none')}</p>
        ) : null
      ) : (
        <BackupList backups={backups} now={now} onRestore={onRestore} />
      )}
      <PathLine label={t('where')} path={folder} />
    </div>
  );
}
