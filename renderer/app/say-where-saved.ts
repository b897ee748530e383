import { useTranslation } from 'react-i18next';
import { useNotices } from '../ui/notices.tsx';
import { useTruth } from './desk-status.tsx';
import { errorWords } from './error-words.ts';
import { clockWords } from './time-words.ts';
import { currentLanguage } from './words.ts';

/** For the habit of pressing Ctrl+S: everything is saved already, so it says where and when. */
export function useSayWhereSaved(): () => void {
  const { t } = useTranslation();
  const { say } = useNotices();
  const { status, saved } = useTruth();
  return () => {
    if (saved === null || saved.state === 'saving') return say(t('status.savingNotice'));
    if (saved.state === 'lost') return say(t('status.lostLong'));
    if (saved.state === 'failed') {
      return say(t('status.failedNotice', { reason: errorWords(saved, currentLanguage()) }));
    }
    const here =
      saved.at === null
        ? t('status.savedNoticeNoTime')
        : t('status.savedNotice', { time: clockWords(saved.at, Date.now(), currentLanguage()) });
    return say(`${here}${officeWords()}`);
  };

  function officeWords(): string {
    if (status === null || status.link === 'no-office') return '';
    const { count } = status.waiting;
    return ` ${count === 0 ? t('status.savedSent') : t('status.savedWaiting', { count })}`;
  }
}
