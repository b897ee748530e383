/** What a sheet without pictures teaches: how they come here, or why there are none. */
import { FolderOpen, Images } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { isNarrowed, viewOf, withoutChips } from './photo-place.ts';
import type { TakeIn } from './use-take-in.ts';

export function EmptySheet({ takeIn }: { takeIn: TakeIn }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { filter, setFilter } = usePhotoLibrary();
  if (isNarrowed(filter)) {
    return (
      <div className="photo-empty-sheet">
        <p>{t('empty.filtered')}</p>
        <Button onPress={() => setFilter(withoutChips(filter))}>{t('filter.clear')}</Button>
      </div>
    );
  }
  const view = viewOf(filter);
  if (view !== 'all') {
    return (
      <div className="photo-empty-sheet">
        <p>{t(`empty.${view ?? 'batch'}`)}</p>
      </div>
    );
  }
  return (
    <div className="photo-empty-sheet is-first">
      <Images aria-hidden="true" />
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.all')}</p>
      <div className="photo-empty-ways">
        <Button onPress={takeIn.chooseFiles}>
          <Images />
          {t('takeIn.files')}
        </Button>
        <Button onPress={takeIn.chooseFolder}>
          <FolderOpen />
          {t('takeIn.folder')}
        </Button>
      </div>
    </div>
  );
}
