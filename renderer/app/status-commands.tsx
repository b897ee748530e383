import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from './commands.tsx';
import { useTruth } from './desk-status.tsx';
import { useDialogs } from './dialogs.tsx';
import { useSayWhereSaved } from './say-where-saved.ts';

/** The commands that speak of the status; a component of its own, since the status changes while a person types. */
export function StatusCommands(): ReactNode {
  const { t } = useTranslation(['app', 'backups']);
  const { status } = useTruth();
  const { show } = useDialogs();
  const sayWhereSaved = useSayWhereSaved();
  useCommands([
    { id: 'article.saved', title: t('commands.saved'), group: t('groups.articles'), keys: 'mod+s', run: sayWhereSaved },
    {
      id: 'desk.refusals',
      title: t('commands.refusals'),
      group: t('groups.desk'),
      run: () => show('refusals'),
      isEnabled: (status?.refused.length ?? 0) > 0,
    },
    {
      id: 'desk.damage',
      title: t('backups:damage.command'),
      group: t('groups.desk'),
      run: () => show('damage'),
      isEnabled: status !== null && status.damage !== null,
    },
  ]);
  return null;
}
