/** Whichever dialog of the caption desk is open. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionTemplate } from '../../shared/contract/desk-photos.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { PictureEditor } from '../picture-editor/picture-editor.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';

export type CaptionDialogName = 'templates' | 'batch' | 'copy' | 'replace' | 'edit';

export function CaptionDialogs({
  name,
  desk: { sha256s, session, sessions },
  templates,
  onClose,
}: {
  name: CaptionDialogName;
  desk: { sha256s: readonly string[]; session: RecordSession | null; sessions: RecordSessions };
  templates: readonly CaptionTemplate[];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  switch (name) {
    case 'edit':
      return session === null ? null : (
        <Dialog title={t('command.edit')} size="full" hideTitle isHeld onClose={onClose}>
          <PictureEditor session={session} onClose={onClose} />
        </Dialog>
      );
    case 'templates':
      return <TemplatesDialog templates={templates} record={session?.record() ?? null} onClose={onClose} />;
    case 'batch':
      return <BatchDialog sha256s={sha256s} sessions={sessions} onClose={onClose} />;
    case 'copy':
      return session === null ? null : (
        <CopyDialog session={session} sha256s={sha256s} sessions={sessions} onClose={onClose} />
      );
    case 'replace':
      return <ReplaceDialog sha256s={sha256s} sessions={sessions} onClose={onClose} />;
  }
}
