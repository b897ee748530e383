import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { momentWords } from './time-words.ts';
import { currentLanguage } from './words.ts';
import './past-notices.css';

/** What was said since the page was opened, to be read again. */
export function PastNotices({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { past } = useNotices();
  return (
    <Dialog
      title={t('pastNotices.title')}
      isText
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      {past.length === 0 ? <p>{t('pastNotices.none')}</p> : null}
      <ul className="past-notices">
        {past.map(({ id, kind, text, at }) => (
          <li key={id} className={`past-notice past-notice-${kind}`}>
            <time className="tabular" dateTime={at.toISOString()}>
              {momentWords(at.toISOString(), currentLanguage())}
            </time>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
