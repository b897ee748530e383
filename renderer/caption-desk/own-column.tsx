/** A table of pictures with one text each, typed down the column. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRecord, PhotoTextName } from '../../shared/photos/photo-details.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { Select } from '../ui/select.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
import './own-column.css';

const ROW_HEIGHT = 64;
const ownFields = ['description', 'headline', 'alt'] as const satisfies readonly PhotoTextName[];

export function OwnColumn({
  records,
  field,
  texts,
  onField,
  onText,
}: {
  records: readonly PhotoRecord[];
  field: PhotoTextName;
  texts: ReadonlyMap<string, string>;
  onField: (field: PhotoTextName) => void;
  onText: (sha256: string, text: string) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const toRow = (index: number): void => {
    if (index < 0 || index >= records.length) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    // The row may come into the page only now.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"] input`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (row === undefined || step === 0) return;
    event.preventDefault();
    toRow(Number(row) + step);
  };
  return (
    <section aria-label={t('batch.own')} className="batch-own">
      <header>
        <h3>{t('batch.own')}</h3>
        <Select
          label={t('batch.ownField')}
          value={field as (typeof ownFields)[number]}
          choices={ownFields.map((id) => ({ id, label: t(`field.${id}`) }))}
          onChange={onField}
        />
      </header>
      <p className="caption-none">{t('batch.ownHint')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead from field to field */}
      <div className="own-rows" ref={scroller} onKeyDown={onKeyDown}>
        <div style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const record = records[index]!;
            return (
              <div
                key={record.sha256}
                className="own-row"
                data-row={index}
                style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              >
                <PhotoThumb sha256={record.sha256} loading="lazy" />
                <div>
                  <OwnText
                    label={t('batch.ownText', { name: record.name || `${index + 1}` })}
                    value={texts.get(record.sha256) ?? ''}
                    onChange={(text) => onText(record.sha256, text)}
                  />
                  <p title={record[field]}>{record[field]}</p>
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function OwnText({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}): ReactNode {
  const typed = useTypedValue<HTMLInputElement>(value, onChange);
  return (
    <div className="text-input">
      <input {...typed} aria-label={label} autoComplete="off" spellCheck={false} />
    </div>
  );
}
