/**
 * Pictures of the library for an article. The focus stays in the field; arrows move through what was found. Enter puts what is
 * meant into the article: the chosen ones in the order of choosing, or else the one under the arrow.
 */
import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { writeDate } from '../article/read-date.ts';
import { titleOf } from '../photo-library/photo-words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
import { PhotoThumb } from './photo-thumb.tsx';
import type { PlaceOptions } from './use-add-photos.ts';
import '../blocks/blocks.css';
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
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = useFoundPhotos(query);
  const rows = found ?? [];
  const listId = useId();
  const activeRow = useRef<HTMLDivElement>(null);
  const index = Math.min(active, rows.length - 1);
  const typed = useTypedValue<HTMLInputElement>(query, (text) => {
    setQuery(text);
    setActive(0);
  });
  useEffect(() => {
    if (index >= 0) activeRow.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const under = rows[index]?.sha256;
  const meant = chosen.length > 0 ? chosen : under === undefined ? [] : [under];
  const toggle = (sha256: string | undefined): void => {
    if (sha256 === undefined || isForOne) return;
    setChosen((before) => (before.includes(sha256) ? before.filter((other) => other !== sha256) : [...before, sha256]));
  };
  const place = (asGallery: boolean): void => {
    if (meant.length > 0) onPlace(meant, { asGallery });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && rows.length > 0) {
      event.preventDefault();
      setActive((index + move + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (event.shiftKey) toggle(under);
      else place((event.ctrlKey || event.metaKey) && !isForOne);
    }
  };
  return (
    <Dialog title={t('picker.title')} size="palette" hideTitle onClose={onClose}>
      <div className="related-search">
        <input
          autoFocus
          className="related-input"
          role="combobox"
          aria-label={t('picker.title')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
          placeholder={t('picker.placeholder')}
          autoComplete="off"
          spellCheck={false}
          {...typed}
          onKeyDown={onKeyDown}
        />
        <div
          className="related-list"
          id={listId}
          role="listbox"
          aria-label={t('picker.found')}
          aria-multiselectable={!isForOne}
          tabIndex={-1}
        >
          {rows.map((row, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
            <div
              key={row.sha256}
              id={`${listId}-${at}`}
              ref={at === index ? activeRow : undefined}
              role="option"
              aria-selected={isForOne ? at === index : chosen.includes(row.sha256)}
              tabIndex={-1}
              className={`picker-row ${at === index ? 'is-active' : ''}`}
              onPointerMove={() => setActive(at)}
              onClick={() => (isForOne ? onPlace([row.sha256], {}) : toggle(row.sha256))}
            >
              <PickerRow row={row} number={chosen.indexOf(row.sha256) + 1} />
            </div>
          ))}
        </div>
        {found !== null && rows.length === 0 ? (
          <p className="related-none">{t(query === '' ? 'picker.empty' : 'picker.none')}</p>
        ) : null}
        <div className="picker-foot">
          <p>{t(isForOne ? 'picker.hintOne' : 'picker.hint')}</p>
          {isForOne ? null : (
            <>
              <Button isDisabled={meant.length < 2} onPress={() => place(true)}>
                {t('picker.asGallery')}
              </Button>
              <Button look="main" isDisabled={meant.length === 0} onPress={() => place(false)}>
                {t('picker.place', { count: meant.length })}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
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
