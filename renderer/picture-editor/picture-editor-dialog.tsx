import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../app/form-error.tsx';
import { useRecordSession, useRecordSessions } from '../photo-records/use-record.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PictureEditor, type PictureTool } from './picture-editor.tsx';

/** The editor over the page, for a picture whose record is not open there. */
export function PictureEditorDialog({
  sha256,
  startTool,
  onClose,
}: {
  sha256: string;
  startTool?: PictureTool;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('pictureEditor');
  const opened = useRecordSession(useRecordSessions(), sha256);
  return (
    <Dialog title={t('title')} size="full" hideTitle isHeld onClose={onClose}>
      {opened === null ? (
        <p className="picture-opening">{t('opening')}</p>
      ) : 'error' in opened ? (
        <FormError error={opened.error} />
      ) : (
        <PictureEditor session={opened.session} {...(startTool === undefined ? {} : { startTool })} onClose={onClose} />
      )}
    </Dialog>
  );
}
