import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** It cannot be taken back, so it is asked first. */
export function DiscardQuestion({
  count,
  onDiscard,
  onClose,
}: {
  count: number;
  onDiscard: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  return (
    <Dialog
      title={t('discard.title', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="danger" onPress={onDiscard}>
            {t('discard.do')}
          </Button>
        </>
      }
    >
      <p>{t('discard.body')}</p>
    </Dialog>
  );
}
