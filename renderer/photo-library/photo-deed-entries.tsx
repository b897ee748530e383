/** What can be done with the chosen pictures, as entries of a menu: the bar's and the one of the right mouse button. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import type { PhotoLabel } from '../../shared/photos/photo-details.ts';
import { showKeys } from '../app/commands.tsx';
import { ContextMenu } from '../ui/context-menu.tsx';
import type { MenuEntry } from '../ui/menu.tsx';

export type PhotoDeed =
  | { do: 'rate'; rating: number }
  | { do: 'label'; label: PhotoLabel | null }
  | {
      do:
        | 'open'
        | 'look'
        | 'aside'
        | 'discard'
        | 'undo'
        | 'escape'
        | 'compare'
        | 'article'
        | 'send'
        | 'export'
        | 'contactSheet'
        | 'alike';
    };

type Options = {
  t: TFunction<'photoLibrary'>;
  does: (deed: PhotoDeed) => void;
  count: number;
  shown: PhotoRow | undefined;
};

/** Those that the bar has no button for. */
export function otherDeeds({ t, does, count, shown }: Options): MenuEntry[] {
  const isAside = shown !== undefined && shown.rating < 0;
  return [
    { id: 'look', label: t('bar.look'), hint: showKeys('space'), onAction: () => does({ do: 'look' }) },
    {
      id: 'alike',
      label: t('bar.alike'),
      isDisabled: count !== 1 || (shown?.alike ?? 0) === 0,
      onAction: () => does({ do: 'alike' }),
    },
    {
      id: 'aside',
      label: t(isAside ? 'bar.fromAside' : 'bar.aside'),
      hint: 'X',
      onAction: () => does({ do: 'aside' }),
    },
    'separator',
    { id: 'export', label: t('bar.export'), onAction: () => does({ do: 'export' }) },
    { id: 'contactSheet', label: t('bar.contactSheet'), onAction: () => does({ do: 'contactSheet' }) },
    'separator',
    { id: 'discard', label: t('bar.discard'), hint: 'Delete', onAction: () => does({ do: 'discard' }) },
  ];
}

export function PhotoMenu({
  at,
  does,
  count,
  shown,
  canPlace,
  canSend,
  onClose,
}: Omit<Options, 't'> & {
  canPlace: boolean;
  canSend: boolean;
  at: { x: number; y: number };
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  return (
    <ContextMenu
      label={t('bar.label')}
      at={at}
      onClose={onClose}
      entries={[
        { id: 'open', label: t('bar.caption'), hint: showKeys('enter'), onAction: () => does({ do: 'open' }) },
        { id: 'article', label: t('bar.article'), isDisabled: !canPlace, onAction: () => does({ do: 'article' }) },
        {
          id: 'send',
          label: t('bar.send'),
          hint: showKeys(SEND_KEYS),
          isDisabled: !canSend,
          onAction: () => does({ do: 'send' }),
        },
        {
          id: 'compare',
          label: t('bar.compare'),
          hint: showKeys(COMPARE_KEYS),
          isDisabled: count < 2,
          onAction: () => does({ do: 'compare' }),
        },
        ...otherDeeds({ t, does, count, shown }),
      ]}
    />
  );
}

/** As an article is submitted. */
export const SEND_KEYS = 'mod+enter';
export const COMPARE_KEYS = 'alt+c';
