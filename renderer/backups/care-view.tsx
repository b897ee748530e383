/** What is shown while a restore or a mending runs, and where it failed. */
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, errorText } from '../../shared/errors/app-error.ts';
import { useWorkstation } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ReportActions, ReportView } from './report-view.tsx';
import type { Care } from './use-care.ts';
import './backups.css';

export type CareKind = 'restore' | 'mend';

/** Over the desk, which takes no input meanwhile. */
export function CareDialog({
  kind,
  care,
  onAgain,
  onBack,
}: {
  kind: CareKind;
  care: Care;
  onAgain: () => void;
  onBack: () => void;
}): ReactNode {
  const { t } = useTranslation('backups');
  if (care.state === 'done') {
    const { report } = care;
    return (
      <Dialog title={report.title} mustAnswer isText onClose={() => {}} actions={<ReportActions report={report} />}>
        <ReportView report={report} />
      </Dialog>
    );
  }
  if (care.state === 'running') {
    return (
      <Dialog title={t(`running.${kind}`)} mustAnswer isText onClose={() => {}}>
        <CareRunning kind={kind} />
      </Dialog>
    );
  }
  const { error } = care;
  return (
    <Dialog
      title={t(`failed.${kind}`)}
      mustAnswer
      onClose={onBack}
      actions={
        isLost(error) ? (
          <ReloadButton />
        ) : isOfThisBackup(error) ? (
          <Button look="main" autoFocus onPress={onBack}>
            {t('failed.other')}
          </Button>
        ) : (
          <>
            <Button onPress={onBack}>{t('failed.back')}</Button>
            <Button look="main" autoFocus onPress={onAgain}>
              {t('failed.again')}
            </Button>
          </>
        )
      }
    >
      <CareFailure error={error} />
    </Dialog>
  );
}

export function CareRunning({ kind }: { kind: CareKind }): ReactNode {
  const { t } = useTranslation('backups');
  useStayOnPage();
  return (
    <div className="care-running">
      <p role="status">{t(`running.${kind}Text`)}</p>
      <div className="care-bar" aria-hidden="true" />
    </div>
  );
}

/** With the page its report would be gone. A window of our own is not held: it could not ask. */
function useStayOnPage(): void {
  const [{ host }] = useWorkstation();
  useEffect(() => {
    if (host !== 'browser') return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [host]);
}

export function CareFailure({ error }: { error: AppError }): ReactNode {
  const { t } = useTranslation('backups');
  return (
    <div className="care-failure" role="alert">
      {isLost(error) ? null : <p>{t('failed.same')}</p>}
      <p>{failureWords()}</p>
    </div>
  );
  function failureWords(): string {
    if (isLost(error)) return t('failed.lost');
    // The usual words for a full or failing disk speak of a text on the screen.
    if (error.code === 'disk-full') return t('failed.diskFull');
    if (error.code === 'disk-failing') return t('failed.diskFailing');
    if (error.code === 'backup-broken') return t('failed.broken');
    return errorText(error.code, currentLanguage(), error.details);
  }
}

export function ReloadButton(): ReactNode {
  const { t } = useTranslation('backups');
  return (
    <Button look="main" autoFocus onPress={() => window.location.reload()}>
      {t('failed.reload')}
    </Button>
  );
}

/** It would fail again. */
function isOfThisBackup({ code }: AppError): boolean {
  return code === 'backup-broken' || code === 'backup-not-found';
}

/** Nobody knows how it went. */
export function isLost({ code }: AppError): boolean {
  return code === 'desk-unreachable';
}
