/** What narrows the sheet: each choice takes effect at once, and the sheet behind shows what is left. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFilter } from '../../shared/contract/desk-photos.ts';
import { MAX_RATING, photoLabels } from '../../shared/photos/photo-details.ts';
import { showKeys } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { DayField } from '../library/day-field.tsx';
import { LabelledSelect } from '../library/labelled-select.tsx';
import { FilterPopover } from '../ui/filter-popover.tsx';
import { NameField } from '../ui/name-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { chipsOf, withoutChips } from './photo-place.ts';

export const FILTER_KEYS = 'mod+shift+f';
const MOST_NAMES = 30;

export function PhotoFilters({ isOpen, onOpen }: { isOpen: boolean; onOpen: (isOpen: boolean) => void }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { filter, setFilter } = usePhotoLibrary();
  return (
    <FilterPopover
      words={{ title: t('filter.title'), button: t('filter.button'), clear: t('filter.clear') }}
      keys={showKeys(FILTER_KEYS)}
      count={chipsOf(filter).length}
      isOpen={isOpen}
      onOpen={onOpen}
      onClear={() => setFilter(withoutChips(filter))}
    >
      <FilterFields />
    </FilterPopover>
  );
}

function FilterFields(): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const desk = useDesk();
  const { filter, setFilter } = usePhotoLibrary();
  const narrow = (part: Partial<PhotoFilter>): void => setFilter({ ...filter, ...part });
  const suggestPeople = async (starts: string) =>
    (await desk.photoLibrary.people({ starts, limit: MOST_NAMES })).people;
  const ratings = Array.from({ length: MAX_RATING }, (_, at) => at + 1);
  return (
    <div className="filter-fields photo-filter-fields">
      <LabelledSelect
        label={t('filter.part.rating')}
        value={String(filter.rating ?? '')}
        choices={[
          { id: '', label: t('filter.any') },
          ...ratings.map((count) => ({ id: String(count), label: t('filter.rating', { count }) })),
        ]}
        onChange={(value) => narrow({ rating: value === '' ? undefined : Number(value) })}
      />
      <LabelledSelect
        label={t('filter.part.label')}
        value={filter.label ?? ''}
        choices={[{ id: '', label: t('filter.any') }, ...photoLabels.map((id) => ({ id, label: t(`label.${id}`) }))]}
        onChange={(value) => narrow({ label: photoLabels.find((id) => id === value) })}
      />
      <LabelledSelect
        label={t('filter.part.used')}
        value={filter.used === undefined ? '' : filter.used ? 'yes' : 'no'}
        choices={[
          { id: '', label: t('filter.any') },
          { id: 'yes', label: t('filter.used.yes') },
          { id: 'no', label: t('filter.used.no') },
        ]}
        onChange={(value) => narrow({ used: value === '' ? undefined : value === 'yes' })}
      />
      <label className="photo-check">
        <input
          type="checkbox"
          checked={filter.aside || filter.onlyAside === true}
          disabled={filter.onlyAside === true}
          onChange={({ target }) => narrow({ aside: target.checked })}
        />
        {t('filter.aside')}
      </label>
      <NameField
        label={t('filter.part.person')}
        listLabel={t('filter.names')}
        value={filter.person ?? ''}
        suggest={suggestPeople}
        onTake={(person) => narrow({ person })}
      />
      <TextInput
        label={t('filter.part.place')}
        placeholder={t('filter.place')}
        value={filter.place ?? ''}
        onChange={(place) => narrow({ place })}
      />
      <DayField label={t('filter.from')} value={filter.from} onChange={(from) => narrow({ from })} />
      <DayField label={t('filter.to')} value={filter.to} onChange={(to) => narrow({ to })} />
    </div>
  );
}
