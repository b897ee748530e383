/** Whichever of the desk's own dialogs is open. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { DamageDialog } from '../backups/damage-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { ListsDialog } from '../spelling/lists-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useArticleInView } from './article-in-view.tsx';
import { useDesk } from './desk-context.tsx';
import { toAppError } from './desk-link.ts';
import { useSetStatus, useTruth } from './desk-status.tsx';
import { useDialogs } from './dialogs.tsx';
import { JoinOffice } from './join-office.tsx';
import { Palette } from './palette.tsx';
import { PastNotices } from './past-notices.tsx';
import { Refusals } from './refusals.tsx';
import { Shortcuts } from './shortcuts.tsx';

export function DeskDialogs(): ReactNode {
  const { t } = useTranslation();
  const { open } = useArticleInView();
  const { shown, hide } = useDialogs();
  switch (shown) {
    case 'palette':
      return <Palette onClose={hide} />;
    case 'shortcuts':
      return <Shortcuts onClose={hide} />;
    case 'notices':
      return <PastNotices onClose={hide} />;
    case 'settings':
      return <SettingsDialog onClose={hide} />;
    case 'backups':
      return <BackupsDialog onClose={hide} />;
    case 'damage':
      return <DamageDialog onClose={hide} />;
    case 'lists':
      return <ListsDialog onClose={hide} />;
    case 'join':
      return (
        <Dialog title={t('firstRun.join.title')} onClose={hide}>
          {/* The desk may be another one from here on, so the page begins anew. */}
          <JoinOffice onJoined={() => window.location.reload()} />
        </Dialog>
      );
    case 'refusals':
      return (
        <OpenRefusals
          onOpen={(id) => {
            hide();
            open(id);
          }}
          onClose={hide}
        />
      );
    case null:
      return null;
  }
}

function OpenRefusals({ onOpen, onClose }: { onOpen: (id: string) => void; onClose: () => void }): ReactNode {
  const desk = useDesk();
  const { status } = useTruth();
  const setStatus = useSetStatus();
  const { tellError } = useNotices();
  return (
    <Refusals
      refusals={status?.refused ?? []}
      onOpen={onOpen}
      onDismiss={(id) => {
        desk.sync.dismiss({ id }).then(setStatus, (error) => tellError(toAppError(error)));
      }}
      onClose={onClose}
    />
  );
}
