import { Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { exportKinds } from './export-kinds.ts';
import { type Exporting, PRINT_KEYS } from './use-export.ts';

/** What an article can be saved as, and printing it. */
export function ExportMenu({ saveAs, print }: Exporting): ReactNode {
  const { t } = useTranslation<'exports'>('exports');
  return (
    <Menu
      label={t('menu')}
      trigger={
        <IconButton label={t('menu')}>
          <Download />
        </IconButton>
      }
      entries={[
        {
          id: 'files',
          heading: t('menu'),
          entries: exportKinds.map((kind) => ({ id: kind, label: t(`as.${kind}`), onAction: () => saveAs(kind) })),
        },
        'separator',
        {
          id: 'print',
          label: t('print'),
          hint: showKeys(PRINT_KEYS),
          icon: <Printer />,
          onAction: () => print(false),
        },
        { id: 'print-trail', label: t('printTrail'), onAction: () => print(true) },
      ]}
    />
  );
}
