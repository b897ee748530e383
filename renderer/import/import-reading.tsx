import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** What is read sooner needs no word. */
const PATIENCE_MS = 400;

export function ImportReading({ file, onCancel }: { file: string; onCancel: () => void }): ReactNode {
  const { t } = useTranslation(['import', 'app']);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <Dialog
      title={t('import:title', { file })}
      isHeld
      onClose={onCancel}
      actions={<Button onPress={onCancel}>{t('app:cancel')}</Button>}
    >
      <p role="status">{t('import:reading')}</p>
    </Dialog>
  );
}
