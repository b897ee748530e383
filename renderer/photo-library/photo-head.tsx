/** The top of the photo library: the way back, the search, the order and size of the sheet, and the way in for pictures. */
import { ArrowLeft, ChevronDown, FolderOpen, ImagePlus, Images, ScrollText } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoSort } from '../../shared/contract/desk-photos.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { PhotoFilters } from './photo-filters.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { thumbSizes } from './photo-place.ts';
import { PhotoSearch } from './photo-search.tsx';
import type { TakeIn } from './use-take-in.ts';

const sorts = {
  'taken-down': { by: 'taken', descending: true },
  'taken-up': { by: 'taken', descending: false },
  'added-down': { by: 'added', descending: true },
  'name-up': { by: 'name', descending: false },
  'name-down': { by: 'name', descending: true },
  'rating-down': { by: 'rating', descending: true },
} as const satisfies Record<string, PhotoSort>;
type SortName = keyof typeof sorts;
const sortNames = Object.keys(sorts) as SortName[];

export function PhotoHead({
  total,
  takeIn,
  searchField,
  isFiltering,
  onFiltering,
  onGrid,
}: {
  /** Null until it is known. */
  total: number | null;
  takeIn: TakeIn;
  searchField: RefObject<HTMLInputElement | null>;
  isFiltering: boolean;
  onFiltering: (isFiltering: boolean) => void;
  onGrid: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { close, sort, setSort, size, setSize } = usePhotoLibrary();
  const sortName =
    sortNames.find((name) => sorts[name].by === sort.by && sorts[name].descending === sort.descending) ?? 'taken-down';
  return (
    <header className="photo-head">
      <IconButton label={t('back')} keys="Esc" onPress={close}>
        <ArrowLeft />
      </IconButton>
      <div className="photo-title">
        <p className="photo-name" aria-hidden="true">
          {t('title')}
        </p>
        <p className="photo-count tabular" role="status">
          {total === null ? '' : t('count', { count: total })}
        </p>
      </div>
      <PhotoSearch field={searchField} onGrid={onGrid} />
      <div className="photo-head-tools">
        <PhotoFilters isOpen={isFiltering} onOpen={onFiltering} />
        <Select
          label={t('sort.label')}
          value={sortName}
          choices={sortNames.map((id) => ({ id, label: t(`sort.${id}`) }))}
          onChange={(name) => setSort(sorts[name])}
        />
        <Segmented
          label={t('size.label')}
          hideLabel
          value={size}
          choices={thumbSizes.map((id) => ({ id, label: t(`size.${id}`) }))}
          onChange={setSize}
        />
        <TakeInMenu takeIn={takeIn} />
      </div>
    </header>
  );
}

function TakeInMenu({ takeIn }: { takeIn: TakeIn }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { showReport } = usePhotoLibrary();
  return (
    <Menu
      label={t('takeIn.button')}
      trigger={
        <Button look="main">
          <ImagePlus />
          {t('takeIn.button')}
          <ChevronDown />
        </Button>
      }
      entries={[
        { id: 'files', label: t('takeIn.files'), icon: <Images />, onAction: takeIn.chooseFiles },
        { id: 'folder', label: t('takeIn.folder'), icon: <FolderOpen />, onAction: takeIn.chooseFolder },
        'separator',
        { id: 'report', label: t('takeIn.report'), icon: <ScrollText />, onAction: () => showReport('newest') },
      ]}
    />
  );
}
