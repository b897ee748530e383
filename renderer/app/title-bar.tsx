/** The top of the desk: the office, the search, the person, and the panes. */
import {
  ArchiveRestore,
  Building2,
  ChevronDown,
  ExternalLink,
  Images,
  PanelLeft,
  PanelRight,
  RefreshCw,
  Settings,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../library/search-field.tsx';
import { OPEN_KEYS, usePhotoLibrary } from '../photo-library/photo-library-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { showKeys } from './commands.tsx';
import { useWorkstation } from './desk-context.tsx';
import { useDialogs } from './dialogs.tsx';
import type { Panes } from './panes.ts';
import { PersonMenu } from './person-menu.tsx';
import './title-bar.css';

export function TitleBar({
  panes,
  onSync,
  onJoin,
  onSettings,
}: {
  panes: Panes;
  onSync: () => void;
  onJoin: () => void;
  onSettings: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const nextPanes = { both: 'hideLibrary', list: 'hideList', none: 'showLibrary' } as const;
  return (
    <header className="title-bar">
      <h1 className="for-readers">{t('name')}</h1>
      <div className="title-left">
        <IconButton
          label={t(`panes.${nextPanes[panes.left]}`)}
          keys={showKeys('mod+\\')}
          isPressed={panes.left !== 'none'}
          onPress={panes.cycleLeft}
          className="pane-toggle"
        >
          <PanelLeft />
        </IconButton>
        <OfficeMenu onSync={onSync} onJoin={onJoin} onSettings={onSettings} />
      </div>
      <SearchField />
      <div className="title-right">
        <PhotosButton />
        <PersonMenu onSettings={onSettings} />
        <IconButton
          label={t(panes.isInspectorOpen ? 'panes.hideInspector' : 'panes.showInspector')}
          keys={showKeys('mod+.')}
          isPressed={panes.isInspectorOpen}
          onPress={() => panes.setInspectorOpen(!panes.isInspectorOpen)}
          className="pane-toggle"
        >
          <PanelRight />
        </IconButton>
      </div>
    </header>
  );
}

function PhotosButton(): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { open } = usePhotoLibrary();
  return (
    <TooltipTrigger delay={500}>
      <AriaButton className="title-button" onPress={open}>
        <Images aria-hidden="true" />
        <span>{t('button')}</span>
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {t('command.open')}
        <kbd className="keys">{showKeys(OPEN_KEYS)}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}

function OfficeMenu({
  onSync,
  onJoin,
  onSettings,
}: {
  onSync: () => void;
  onJoin: () => void;
  onSettings: () => void;
}): ReactNode {
  const { t } = useTranslation(['app', 'backups']);
  const [{ profile, person, siteUrl }] = useWorkstation();
  const { show } = useDialogs();
  const hasOffice = profile === 'office' || profile === 'sample';
  const name = hasOffice ? (person?.office ?? t('name')) : t('title.noOffice');
  const entries: MenuEntry[] = [
    ...(hasOffice
      ? [{ id: 'sync', label: t('title.syncNow'), icon: <RefreshCw />, onAction: onSync }]
      : [{ id: 'join', label: t('title.join'), icon: <Building2 />, onAction: onJoin }]),
    ...(siteUrl === null ? [] : [{ id: 'site', label: t('title.site'), icon: <ExternalLink />, href: siteUrl }]),
    { id: 'backups', label: t('backups:open'), icon: <ArchiveRestore />, onAction: () => show('backups') },
    { id: 'settings', label: t('title.settings'), icon: <Settings />, onAction: onSettings },
  ];
  return (
    <Menu
      label={name}
      entries={entries}
      trigger={
        <AriaButton className="title-button title-office">
          <span>{name}</span>
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      }
    />
  );
}
