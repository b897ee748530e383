/** Instead of the desk, where that cannot be opened: what happened, what is safe, and one thing to do. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationState } from '../../shared/contract/desk.ts';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { whenWords } from './backup-words.ts';
import { CareFailure, CareRunning, isLost, ReloadButton } from './care-view.tsx';
import { PathLine } from './path-line.tsx';
import { ReportActions, ReportView } from './report-view.tsx';
import { useMend } from './use-mend.ts';
import './mending-screen.css';

export function MendingScreen({ damaged }: { damaged: NonNullable<WorkstationState['damaged']> }): ReactNode {
  const { t } = useTranslation(['backups', 'app']);
  const { care, mend } = useMend();
  const title =
    care?.state === 'done'
      ? care.report.title
      : care?.state === 'running'
        ? t('backups:running.mend')
        : t('backups:closed.title');
  return (
    <main className="mending">
      <div className="mending-page">
        <p className="mending-name">{t('app:name')}</p>
        <section className="mending-card">
          <h1>{title}</h1>
          {care?.state === 'done' ? (
            <>
              <ReportView report={care.report} />
              <div className="mending-actions">
                <ReportActions report={care.report} />
              </div>
            </>
          ) : care?.state === 'running' ? (
            <CareRunning kind="mend" />
          ) : (
            <>
              {care === null ? <WhatHappened damaged={damaged} /> : <CareFailure error={care.error} />}
              <PathLine label={t('backups:closed.folder')} path={damaged.folder} />
              <div className="mending-actions">
                {care !== null && isLost(care.error) ? (
                  <ReloadButton />
                ) : (
                  <Button look="main" autoFocus onPress={mend}>
                    {t(care === null ? 'backups:closed.mend' : 'backups:failed.again')}
                  </Button>
                )}
              </div>
            </>
          )}
        </section>
      </div>
    </main>
  );
}

function WhatHappened({ damaged: { newestBackup } }: { damaged: NonNullable<WorkstationState['damaged']> }): ReactNode {
  const { t } = useTranslation('backups');
  const now = useNow();
  const language = currentLanguage();
  return (
    <div className="care-words">
      <p>{t('closed.what')}</p>
      <p className="mending-safe">
        {newestBackup === null
          ? t('closed.safeNone')
          : t('closed.safe', {
              when: whenWords(t, newestBackup.at, now, language),
              at: clockWords(newestBackup.at, now, language),
            })}
      </p>
      <p>{t('closed.office')}</p>
      <p>{t('closed.do')}</p>
    </div>
  );
}
