import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/desk.ts';
import { useTruth } from '../app/desk-status.tsx';
import { clockWords } from '../app/time-words.ts';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { amountWords, whenWords } from './backup-words.ts';
import './backups.css';

/** One of the few things that are asked before: what will be there, what is kept, what is not. */
export function RestoreQuestion({
  backup,
  hasOffice,
  onRestore,
  onBack,
}: {
  backup: Backup;
  hasOffice: boolean;
  onRestore: () => void;
  onBack: () => void;
}): ReactNode {
  const { t } = useTranslation('backups');
  const cancel = useTranslation().t('cancel');
  const { status } = useTruth();
  const now = useNow();
  const language = currentLanguage();
  const waiting = status?.waiting.count ?? 0;
  return (
    <Dialog
      title={t('question.title', { when: whenWords(t, backup.at, now, language) })}
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>{cancel}</Button>
          <Button look="main" onPress={onRestore}>
            {t('question.do')}
          </Button>
        </>
      }
    >
      <div className="care-words">
        <p>
          {t('question.back', { at: clockWords(backup.at, now, language), what: amountWords(t, backup, language) })}
        </p>
        <p>{t('question.kept')}</p>
        <p>{t(hasOffice ? 'question.office' : 'question.alone')}</p>
        {hasOffice && waiting > 0 ? <p>{t('question.waiting', { count: waiting })}</p> : null}
        <p>{t('question.reload')}</p>
      </div>
    </Dialog>
  );
}
