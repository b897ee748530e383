/** What can be done from the head of the caption desk. */
import { Copy, Crop, Ellipsis, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { CaptionCommands } from './use-caption-commands.tsx';

export function CaptionTools({
  commands: { templates, templateKeys, apply, same, show },
  isReady,
  hasFormer,
}: {
  commands: CaptionCommands;
  isReady: boolean;
  hasFormer: boolean;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  return (
    <div className="caption-tools">
      <Button isDisabled={!isReady || !hasFormer} onPress={same}>
        <Copy />
        {t('command.same')}
      </Button>
      <Menu
        label={t('templates.menuLabel')}
        trigger={
          <Button isDisabled={!isReady}>
            <LayoutTemplate />
            {t('templates.menu')}
          </Button>
        }
        entries={[
          ...templates.map((template, index) => {
            const keys = templateKeys(index);
            return {
              id: template.id,
              label: template.name,
              onAction: () => apply(template),
              ...(keys === null ? {} : { hint: showKeys(keys) }),
            };
          }),
          'separator' as const,
          { id: 'manage', label: t('templates.manage'), onAction: () => show('templates') },
        ]}
      />
      <IconButton label={t('command.edit')} keys={showKeys('alt+e')} isDisabled={!isReady} onPress={() => show('edit')}>
        <Crop />
      </IconButton>
      <Menu
        label={t('group')}
        trigger={
          <IconButton label={t('group')}>
            <Ellipsis />
          </IconButton>
        }
        entries={[
          { id: 'batch', label: t('command.batch'), hint: showKeys('alt+b'), onAction: () => show('batch') },
          {
            id: 'copy',
            label: t('command.copy'),
            hint: showKeys('alt+c'),
            isDisabled: !isReady,
            onAction: () => show('copy'),
          },
          { id: 'replace', label: t('command.replace'), hint: showKeys('mod+h'), onAction: () => show('replace') },
        ]}
      />
    </div>
  );
}
