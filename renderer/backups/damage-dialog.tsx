/** Damage that the check found in the open desk: what it is, what is safe, and the way to mend it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTruth } from '../app/desk-status.tsx';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { whenWords } from './backup-words.ts';
import { CareDialog } from './care-view.tsx';
import { damageWords } from './damage-words.ts';
import { useBackups } from './use-backups.ts';
import { useMend } from './use-mend.ts';
import './backups.css';

export function DamageDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation(['backups', 'app']);
  const words = useTranslation('backups').t;
  const now = useNow();
  const language = currentLanguage();
  const { status } = useTruth();
  const { overview } = useBackups();
  const { care, mend, forget } = useMend();
  if (care !== null) return <CareDialog kind="mend" care={care} onAgain={mend} onBack={forget} />;
  const damage = status?.damage ?? null;
  if (damage === null) {
    return (
      <Dialog
        title={t('backups:damage.command')}
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('app:close')}</Button>}
      >
        <p>{t('backups:damage.gone')}</p>
      </Dialog>
    );
  }
  const newest = overview?.backups[0];
  return (
    <Dialog
      title={t('backups:damage.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('backups:damage.later')}</Button>
          <Button look="main" autoFocus onPress={mend}>
            {t('backups:damage.mend')}
          </Button>
        </>
      }
    >
      <div className="care-words">
        <p>
          {t('backups:damage.found', {
            at: clockWords(damage.at, now, language),
            what: damageWords(words, damage),
          })}
        </p>
        <p>{t('backups:damage.safe')}</p>
        <p>
          {overview === null
            ? null
            : newest === undefined
              ? t('backups:damage.noBackup')
              : t('backups:damage.backup', {
                  when: whenWords(words, newest.at, now, language),
                  at: clockWords(newest.at, now, language),
                })}
        </p>
        <p>{t('backups:damage.do')}</p>
      </div>
    </Dialog>
  );
}
