import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/desk.ts';
import { momentWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { sizeWords, whenWords } from './backup-words.ts';
import './backups.css';

/** Newest first, as they come. */
export function BackupList({
  backups,
  now,
  onRestore,
}: {
  backups: readonly Backup[];
  now: number;
  onRestore: (backup: Backup) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('backups');
  const language = currentLanguage();
  const count = new Intl.NumberFormat(i18n.language);
  return (
    <div className="backups-list tabular">
      <table aria-label={t('list')}>
        <thead>
          <tr>
            <th scope="col">{t('column.at')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col" className="is-number">
              {t('column.articles')}
            </th>
            <th scope="col" className="is-number">
              {t('column.photos')}
            </th>
            <th scope="col" className="is-number">
              {t('column.size')}
            </th>
            <th scope="col">
              <span className="for-readers">{t('column.restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const { name, at, kind, bytes, articles, photos } = backup;
            const when = whenWords(t, at, now, language);
            const moment = momentWords(at, language);
            return (
              <tr key={name}>
                <td>
                  <span className="backups-when">{when}</span>
                  <span className="backups-at">{moment}</span>
                </td>
                <td>{t(`kind.${kind}`)}</td>
                <td className="is-number">{count.format(articles)}</td>
                <td className="is-number">{count.format(photos)}</td>
                <td className="is-number">{sizeWords(bytes, language)}</td>
                <td className="is-number">
                  <Button look="quiet" aria-label={t('restoreOf', { when: moment })} onPress={() => onRestore(backup)}>
                    {t('restore')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
