import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLasting } from '../app/use-lasting.ts';
import { ProgressPanel } from '../ui/progress-panel.tsx';
import type { Adding } from './use-add-photos.ts';
import './photos.css';

/** What is quicker is not worth a word. */
const SHOWN_AFTER_MS = 300;

/** How far the pictures on their way into the article are; cancelled, none of them gets in. */
export function PhotoProgress({ progress, onCancel }: { progress: Adding | null; onCancel: () => void }): ReactNode {
  const { t } = useTranslation('photos');
  const isShown = useLasting(progress !== null, SHOWN_AFTER_MS);
  if (progress === null || !isShown) return null;
  const { done, total, file } = progress;
  return (
    <ProgressPanel className="photo-progress" value={done} max={total} stop={{ label: t('cancel'), onPress: onCancel }}>
      <p>{total === 1 ? t('addingOne', { file }) : t('adding', { at: done + 1, total, file })}</p>
    </ProgressPanel>
  );
}
