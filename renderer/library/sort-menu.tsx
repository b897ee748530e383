import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { librarySorts } from '../../shared/contract/desk.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useLibrary } from './library-context.tsx';
import { firstDirection, type SortBy } from './library-place.ts';

/** What the two directions of an order are called. */
export function directionKind(by: SortBy): 'time' | 'words' | 'length' | 'state' {
  if (by === 'updated' || by === 'day') return 'time';
  return by === 'syllables' ? 'length' : by === 'standing' ? 'state' : 'words';
}

export function SortMenu(): ReactNode {
  const { t } = useTranslation('library');
  const { sort, setSort } = useLibrary();
  const kind = directionKind(sort.by);
  return (
    <Menu
      label={t('sort.title')}
      trigger={
        <Button
          look="quiet"
          className="tool-button sort-button"
          aria-label={t('sort.now', { by: t(`sort.${sort.by}`) })}
        >
          {sort.descending ? <ArrowDown /> : <ArrowUp />}
          <span>{t(`sort.${sort.by}`)}</span>
        </Button>
      }
      entries={[
        {
          id: 'by',
          heading: t('sort.title'),
          entries: librarySorts.map((by) => ({
            id: by,
            label: t(`sort.${by}`),
            isChecked: sort.by === by,
            onAction: () => setSort(sort.by === by ? sort : firstDirection(by)),
          })),
        },
        'separator',
        ...[false, true].map((descending) => ({
          id: descending ? 'descending' : 'ascending',
          label: t(`sort.direction.${kind}.${descending ? 'descending' : 'ascending'}`),
          isChecked: sort.descending === descending,
          onAction: () => setSort({ by: sort.by, descending }),
        })),
      ]}
    />
  );
}
