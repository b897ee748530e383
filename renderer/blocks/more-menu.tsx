/** The formats and deeds that the bar has no room for, or that are wanted less often. */
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatName } from '../../shared/article/flat-text.ts';
import { showKeys } from '../app/commands.tsx';
import { formatKeys } from '../editor/body-keys.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, type MenuAction } from '../ui/menu.tsx';
import { type BlockDeed, blockKeys } from './block-deeds.ts';

export function MoreMenu({
  run,
  formats,
  isList,
  canUndo,
  canRedo,
  showsMarks,
  onFormat,
}: {
  run: (deed: BlockDeed) => void;
  formats: readonly FormatName[];
  isList: boolean;
  canUndo: boolean;
  canRedo: boolean;
  showsMarks: boolean;
  onFormat: (name: FormatName) => void;
}): ReactNode {
  const { t } = useTranslation<['blocks', 'article']>(['blocks', 'article']);
  // A menu gives the focus back to where it was opened before it is gone.
  const later = (deed: () => void) => () => void setTimeout(deed, 0);
  const format = (name: FormatName): MenuAction => ({
    id: name,
    label: t(`article:format.${name}`),
    hint: showKeys(formatKeys[name]),
    isChecked: formats.includes(name),
    onAction: later(() => onFormat(name)),
  });
  const deed = (name: BlockDeed, rest: Partial<MenuAction> = {}): MenuAction => {
    const keys = blockKeys[name];
    return {
      id: name,
      label: t(`deed.${name}`),
      ...(keys === undefined ? {} : { hint: showKeys(keys) }),
      onAction: later(() => run(name)),
      ...rest,
    };
  };
  return (
    <Menu
      label={t('more')}
      trigger={
        <IconButton label={t('more')}>
          <Ellipsis />
        </IconButton>
      }
      entries={[
        deed('undo', { isDisabled: !canUndo }),
        deed('redo', { isDisabled: !canRedo }),
        'separator',
        format('underline'),
        format('strike'),
        format('superscript'),
        format('subscript'),
        deed('clearFormats'),
        'separator',
        deed('indent', { isDisabled: !isList }),
        deed('outdent', { isDisabled: !isList }),
        'separator',
        deed('moveUp'),
        deed('moveDown'),
        'separator',
        deed('showMarks', { isChecked: showsMarks }),
      ]}
    />
  );
}
