/**
 * Pictures of the library for an article. Enter puts what is meant into the article: the chosen ones in the order of
 * choosing, or else the one under the arrow.
 */
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { writeDate } from '../article/read-date.ts';
import { titleOf } from '../photo-library/photo-words.ts';
import { Button } from '../ui/button.tsx';
import { SearchDialog } from '../ui/search-dialog.tsx';
import { PhotoThumb } from './photo-thumb.tsx';
import type { PlaceOptions } from './use-add-photos.ts';
import './photo-picker.css';

const MOST_FOUND = 60;
const DAY_LENGTH = 'YYYY-MM-DD'.length;

export function PhotoPicker({
  isForOne,
  onPlace,
  onClose,
}: {
  /** For one place: one picture is wanted. */
  isForOne: boolean;
  onPlace: (sha256s: readonly string[], options: Pick<PlaceOptions, 'asGallery'>) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photos');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = useFoundPhotos(query);
  const meant = (under: PhotoRow | undefined): readonly string[] =>
    chosen.length > 0 ? chosen : under === undefined ? [] : [under.sha256];
  const toggle = ({ sha256 }: PhotoRow): void =>
    setChosen((before) => (before.includes(sha256) ? before.filter((other) => other !== sha256) : [...before, sha256]));
  const place = (sha256s: readonly string[], asGallery: boolean): void => {
    if (sha256s.length > 0) onPlace(sha256s, { asGallery });
  };
  return (
    <SearchDialog
      title={t('picker.title')}
      placeholder={t('picker.placeholder')}
      listLabel={t('picker.found')}
      query={query}
      rows={found ?? []}
      rowClass="picker-row"
      idOf={({ sha256 }) => sha256}
      {...(isForOne ? {} : { chosen })}
      none={found === null ? null : t(query === '' ? 'picker.empty' : 'picker.none')}
      foot={(under) => (
        <PickerFoot isForOne={isForOne} count={meant(under).length} onPlace={(as) => place(meant(under), as)} />
      )}
      onQuery={setQuery}
      onTake={(row) => (isForOne ? onPlace([row.sha256], {}) : toggle(row))}
      onEnter={(under, event) => {
        if (!event.shiftKey) place(meant(under), (event.ctrlKey || event.metaKey) && !isForOne);
        else if (under !== undefined && !isForOne) toggle(under);
      }}
      onClose={onClose}
    >
      {(row) => <PickerRow row={row} number={chosen.indexOf(row.sha256) + 1} />}
    </SearchDialog>
  );
}

/** `count`: of the pictures that are meant. */
function PickerFoot({
  isForOne,
  count,
  onPlace,
}: {
  isForOne: boolean;
  count: number;
  onPlace: (asGallery: boolean) => void;
}): ReactNode {
  const { t } = useTranslation('photos');
  return (
    <div className="picker-foot">
      <p>{t(isForOne ? 'picker.hintOne' : 'picker.hint')}</p>
      {isForOne ? null : (
        <>
          <Button isDisabled={count < 2} onPress={() => onPlace(true)}>
            {t('picker.asGallery')}
          </Button>
          <Button look="main" isDisabled={count === 0} onPress={() => onPlace(false)}>
            {t('picker.place', { count })}
          </Button>
        </>
      )}
    </div>
  );
}

/** `number`: in the order of choosing; 0 where it is not chosen. */
function PickerRow({ row, number }: { row: PhotoRow; number: number }): ReactNode {
  const { t } = useTranslation('photos');
  const facts = [
    row.name,
    row.dateCreated === null ? '' : writeDate(row.dateCreated.slice(0, DAY_LENGTH)),
    row.credit,
    row.uses === 0 ? '' : t('picker.uses', { count: row.uses }),
    row.isWithheld ? t('picker.withheld') : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      <span className="picker-picture">
        <PhotoThumb sha256={row.sha256} loading="lazy" decoding="async" />
        {number === 0 ? null : (
          <span className="picker-number tabular">
            <Check aria-hidden="true" />
            {number}
          </span>
        )}
      </span>
      <span className="picker-words">
        <span className="picker-caption">{titleOf(row).title}</span>
        <span className="picker-facts tabular">{facts.join(' · ')}</span>
      </span>
    </>
  );
}

/** Those that the words are said of, or else the last ones that were taken; the former ones stay until these are here. */
function useFoundPhotos(query: string): readonly PhotoRow[] | null {
  const desk = useDesk();
  const [found, setFound] = useState<readonly PhotoRow[] | null>(null);
  useEffect(() => {
    let isLatest = true;
    desk.photoLibrary.list({ query, sort: { by: 'taken', descending: true }, limit: MOST_FOUND }).then(
      ({ rows }) => {
        if (isLatest) setFound(rows.filter(({ isHere }) => isHere));
      },
      // A search that is not finished yet finds nothing.
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [desk, query]);
  return found;
}
