/** The backups of this desk: what there is, one more now, how they are made, and the way back to one of them. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/desk.ts';
import { useDesk, useWorkstation } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { BackupSettingsDialog } from './backup-settings-dialog.tsx';
import { BackupsOverview } from './backups-overview.tsx';
import { CareDialog } from './care-view.tsx';
import { RestoreQuestion } from './restore-question.tsx';
import { restoreReport } from './restore-report.ts';
import { useBackups } from './use-backups.ts';
import { useCare } from './use-care.ts';

type Place = 'list' | 'settings' | { asking: Backup };

export function BackupsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('backups');
  const close = useTranslation().t('close');
  const desk = useDesk();
  const [{ profile }] = useWorkstation();
  const hasOffice = profile === 'office' || profile === 'sample';
  const backups = useBackups();
  const { care, begin, forget } = useCare();
  const [place, setPlace] = useState<Place>('list');
  const [isSaved, setSaved] = useState(false);
  const { overview, setOverview } = backups;

  if (typeof place === 'object') {
    const { asking } = place;
    const toList = (): void => {
      forget();
      setPlace('list');
    };
    const restore = (): void =>
      begin(
        () => desk.backups.restore({ name: asking.name }),
        (report, hasOffice) => restoreReport(t, report, { hasOffice, language: currentLanguage() }),
      );
    if (care !== null) return <CareDialog kind="restore" care={care} onAgain={restore} onBack={toList} />;
    return <RestoreQuestion backup={asking} hasOffice={hasOffice} onRestore={restore} onBack={toList} />;
  }
  if (place === 'settings' && overview !== null) {
    return (
      <BackupSettingsDialog
        overview={overview}
        onSaved={(saved) => {
          setOverview(saved);
          setSaved(true);
          setPlace('list');
        }}
        onBack={() => setPlace('list')}
      />
    );
  }
  return (
    <Dialog
      title={t('title')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            className="backups-settings"
            look="quiet"
            isDisabled={overview === null}
            onPress={() => setPlace('settings')}
          >
            {t('settings')}
          </Button>
          <Button onPress={onClose}>{close}</Button>
        </>
      }
    >
      <BackupsOverview
        {...backups}
        note={isSaved ? t('form.saved') : null}
        onRestore={(asking) => setPlace({ asking })}
      />
    </Dialog>
  );
}
