/** What can be done in the photo library, by keys and by name. */
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../app/commands.tsx';
import { COMPARE_KEYS, type PhotoDeed, SEND_KEYS } from './photo-deed-entries.tsx';
import { FILTER_KEYS } from './photo-filters.tsx';
import { OPEN_KEYS, usePhotoLibrary } from './photo-library-context.tsx';
import type { SheetCursor } from './use-sheet-cursor.ts';
import type { TakeIn } from './use-take-in.ts';

export function useSheetCommands({
  does,
  cursor,
  count,
  canPlace,
  canSend,
  takeIn,
  onSearch,
  onFilter,
  onGrid,
  onNextPane,
}: {
  does: (deed: PhotoDeed) => void;
  cursor: SheetCursor;
  /** How many pictures are meant. */
  count: number;
  canPlace: boolean;
  canSend: boolean;
  takeIn: TakeIn;
  onSearch: () => void;
  onFilter: () => void;
  onGrid: () => void;
  onNextPane: () => void;
}): void {
  const { t } = useTranslation<['photoLibrary', 'app']>(['photoLibrary', 'app']);
  const { close, showReport } = usePhotoLibrary();
  const group = t('photoLibrary:command.group');
  const isAny = count > 0;
  /** The sheet answers these keys itself; here they are shown, and offered by name. */
  const own = (id: string, title: string, keys: string, run: () => void, isEnabled = isAny): Command => ({
    id: `photos.${id}`,
    title,
    group,
    keys,
    run,
    isEnabled,
    isFieldsOwn: true,
  });
  useCommands([
    own('caption', t('photoLibrary:command.caption'), 'enter', () => does({ do: 'open' })),
    own('look', t('photoLibrary:command.look'), 'space', () => does({ do: 'look' })),
    { ...own('rate', t('photoLibrary:command.rate'), '0–5', () => onGrid()), isEnabled: true },
    { ...own('label', t('photoLibrary:command.label'), '6–9', () => onGrid()), isEnabled: true },
    own('aside', t('photoLibrary:command.aside'), 'x', () => does({ do: 'aside' })),
    {
      id: 'photos.send',
      title: t('photoLibrary:command.send'),
      group,
      keys: SEND_KEYS,
      run: () => does({ do: 'send' }),
      isEnabled: isAny && canSend,
    },
    own('all', t('photoLibrary:command.all'), 'mod+a', cursor.chooseAll, true),
    own('undo', t('photoLibrary:command.undo'), 'mod+z', () => does({ do: 'undo' }), true),
    own('discard', t('photoLibrary:command.discard'), 'delete', () => does({ do: 'discard' })),
    {
      id: 'photos.compare',
      title: t('photoLibrary:command.compare'),
      group,
      keys: COMPARE_KEYS,
      run: () => does({ do: 'compare' }),
      isEnabled: count > 1,
    },
    {
      id: 'photos.article',
      title: t('photoLibrary:command.article'),
      group,
      run: () => does({ do: 'article' }),
      isEnabled: isAny && canPlace,
    },
    {
      id: 'photos.export',
      title: t('photoLibrary:command.export'),
      group,
      keys: 'mod+shift+e',
      run: () => does({ do: 'export' }),
      isEnabled: isAny,
    },
    {
      id: 'photos.contactSheet',
      title: t('photoLibrary:command.contactSheet'),
      group,
      run: () => does({ do: 'contactSheet' }),
      isEnabled: isAny,
    },
    { id: 'photos.choose', title: t('photoLibrary:command.choose'), group, keys: 'mod+o', run: takeIn.chooseFiles },
    {
      id: 'photos.chooseFolder',
      title: t('photoLibrary:command.chooseFolder'),
      group,
      keys: 'mod+shift+o',
      run: takeIn.chooseFolder,
    },
    { id: 'photos.report', title: t('photoLibrary:command.report'), group, run: () => showReport('newest') },
    { id: 'photos.search', title: t('photoLibrary:command.search'), group, keys: 'mod+f', run: onSearch },
    { id: 'photos.filter', title: t('photoLibrary:filter.title'), group, keys: FILTER_KEYS, run: onFilter },
    { id: 'photos.grid', title: t('photoLibrary:command.grid'), group, run: onGrid },
    { id: 'photos.close', title: t('photoLibrary:back'), group, keys: 'escape', run: () => does({ do: 'escape' }) },
    { id: 'photos.nextPane', title: t('app:commands.nextPane'), group, keys: 'f6', run: onNextPane, isHidden: true },
    { id: 'photos.again', title: t('photoLibrary:back'), group, keys: OPEN_KEYS, run: close, isHidden: true },
  ]);
}
