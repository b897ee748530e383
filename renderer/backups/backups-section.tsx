import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../app/dialogs.tsx';
import { useNow } from '../app/use-now.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { whenWords } from './backup-words.ts';
import { useBackups } from './use-backups.ts';
import './backups.css';

/** The backups as far as the settings speak of them: how old the newest is, and the way to all of them. */
export function BackupsSection(): ReactNode {
  const { t } = useTranslation('backups');
  const { show } = useDialogs();
  const now = useNow();
  const { overview } = useBackups();
  const newest = overview?.backups[0];
  return (
    <section className="backups-section">
      <div>
        <h3>{t('title')}</h3>
        <p>
          {overview === null
            ? ' '
            : newest === undefined
              ? t('latestNone')
              : t('latest', { when: whenWords(t, newest.at, now, currentLanguage()) })}
        </p>
        {overview === null || overview.lastProblem === null ? null : (
          <p className="backups-section-problem">{t('lastProblem')}</p>
        )}
      </div>
      <Button onPress={() => show('backups')}>{t('manage')}</Button>
    </section>
  );
}
