/** What can be put into the text beside words. */
import {
  ChevronDown,
  FileText,
  ImagePlus,
  Images,
  LibraryBig,
  Minus,
  PanelTop,
  Paperclip,
  Space,
  Table,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showKeys } from '../app/commands.tsx';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { type BlockDeed, blockKeys } from './block-deeds.ts';
import './blocks.css';

const icons: Partial<Record<BlockDeed, ReactNode>> = {
  photos: <ImagePlus />,
  photoLibrary: <LibraryBig />,
  gallery: <Images />,
  table: <Table />,
  box: <PanelTop />,
  related: <FileText />,
  file: <Paperclip />,
  rule: <Minus />,
  noBreakSpace: <Space />,
};

export function InsertMenu({
  run,
  isInBox,
  gallery,
}: {
  run: (deed: BlockDeed) => void;
  isInBox: boolean;
  gallery: 'gather' | 'part' | null;
}): ReactNode {
  const { t } = useTranslation<'blocks'>('blocks');
  const entry = (deed: BlockDeed, label: string, isDisabled = false): MenuEntry => {
    const keys = blockKeys[deed];
    return {
      id: deed,
      label,
      icon: icons[deed],
      isDisabled,
      ...(keys === undefined ? {} : { hint: showKeys(keys) }),
      // A menu gives the focus back to where it was opened before it is gone.
      onAction: () => setTimeout(() => run(deed), 0),
    };
  };
  return (
    <Menu
      label={t('insert')}
      trigger={
        <Button look="quiet" className="format-insert">
          {t('insert')}
          <ChevronDown />
        </Button>
      }
      entries={[
        entry('photos', t('photos')),
        entry('photoLibrary', t('photoLibrary')),
        entry('gallery', t(gallery === 'part' ? 'gallery.part' : 'gallery.gather'), gallery === null),
        'separator',
        entry('table', t('table')),
        entry('box', t(isInBox ? 'box.remove' : 'box.make')),
        entry('rule', t('rule')),
        'separator',
        entry('related', t('related.insert')),
        entry('file', t('file.insert')),
        'separator',
        entry('noBreakSpace', t('noBreakSpace')),
      ]}
    />
  );
}
