/** What narrows the view: each choice takes effect at once, and the list behind shows what is left. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryFilter } from '../../shared/contract/desk.ts';
import { type Standing, standings } from '../../shared/workflow/standing.ts';
import { showKeys } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { FilterPopover } from '../ui/filter-popover.tsx';
import { NameField } from '../ui/name-field.tsx';
import { DayField } from './day-field.tsx';
import { daySpan, nameOfSpan, spanNames } from './day-spans.ts';
import { LabelledSelect } from './labelled-select.tsx';
import { useLibrary } from './library-context.tsx';
import { partsOf, tidyFilter } from './library-place.ts';
import { useOverview } from './overview.tsx';

const MOST_NAMES = 30;

export function FilterButton({
  isOpen,
  onOpen,
  onSave,
}: {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onSave: () => void;
}): ReactNode {
  const { t } = useTranslation('library');
  const { filter, setFilter } = useLibrary();
  return (
    <FilterPopover
      words={{ title: t('filter.title'), button: t('filter.button'), clear: t('filter.clear') }}
      keys={showKeys(FILTER_KEYS)}
      count={partsOf(filter).length}
      isOpen={isOpen}
      onOpen={onOpen}
      onClear={() => setFilter({ view: filter.view })}
      actions={
        <Button
          onPress={() => {
            onOpen(false);
            onSave();
          }}
        >
          {t('saved.save')}
        </Button>
      }
    >
      <FilterFields />
    </FilterPopover>
  );
}

export const FILTER_KEYS = 'mod+shift+f';

function FilterFields(): ReactNode {
  const { t } = useTranslation('library');
  const desk = useDesk();
  const { filter, setFilter } = useLibrary();
  const overview = useOverview();
  // What is set aside is in the view of that name and in no other.
  const choosable = standings.filter((standing) => (standing === 'spiked') === (filter.view === 'spiked'));
  const today = new Date();
  const span = nameOfSpan(filter.from, filter.to, today);
  const narrow = (part: Partial<LibraryFilter>): void => setFilter(tidyFilter({ ...filter, ...part }));
  const namesOf = (of: 'author' | 'tag') => async (starts: string) =>
    (await desk.library.names({ of, starts, limit: MOST_NAMES })).names;
  const sections = overview?.sections.map(({ name }) => name) ?? [];
  const known = filter.section === undefined || sections.includes(filter.section) ? [] : [filter.section];
  return (
    <div className="filter-fields">
      <LabelledSelect
        label={t('filter.part.standing')}
        value={filter.standing ?? ''}
        choices={[
          { id: '', label: t('filter.any') },
          ...choosable.map((standing) => ({ id: standing, label: t(`state.${standing}`) })),
        ]}
        onChange={(standing) => narrow({ standing: standing === '' ? undefined : (standing as Standing) })}
      />
      <LabelledSelect
        label={t('filter.part.section')}
        value={filter.section ?? ''}
        choices={[
          { id: '', label: t('filter.any') },
          ...[...sections, ...known].map((name) => ({ id: name, label: name })),
        ]}
        onChange={(section) => narrow({ section: section === '' ? undefined : section })}
      />
      {(['author', 'tag'] as const).map((of) => (
        <NameField
          key={of}
          label={t(`filter.part.${of}`)}
          value={filter[of] ?? ''}
          placeholder={t('filter.any')}
          listLabel={t('filter.names')}
          suggest={namesOf(of)}
          onTake={(name) => narrow({ [of]: name === '' ? undefined : name })}
        />
      ))}
      <fieldset className="filter-days">
        <legend>{t('filter.part.days')}</legend>
        <div className="filter-spans">
          {spanNames.map((name) => (
            <button
              key={name}
              type="button"
              className="filter-span"
              aria-pressed={span === name}
              onClick={() => narrow(span === name ? { from: undefined, to: undefined } : daySpan(name, today))}
            >
              {t(`filter.span.${name}`)}
            </button>
          ))}
        </div>
        <DayField label={t('filter.from')} value={filter.from} onChange={(from) => narrow({ from })} />
        <DayField label={t('filter.to')} value={filter.to} onChange={(to) => narrow({ to })} />
      </fieldset>
      {filter.from !== undefined && filter.to !== undefined && filter.from > filter.to ? (
        <p className="filter-problem" role="alert">
          {t('filter.turnedRound')}
        </p>
      ) : null}
    </div>
  );
}
