// biome-ignore-all lint/a11y/useSemanticElements: cells of a real table cannot be placed one by one, as a long sheet has to
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell

import type { TFunction } from 'i18next';
import {
  Ban,
  CalendarX,
  CloudDownload,
  Copy,
  Crop,
  EyeOff,
  FileText,
  type LucideIcon,
  MonitorDown,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { cellWords, marksOf, type PhotoMark, titleOf } from './photo-words.ts';
import { Stars } from './stars.tsx';

/** What is missing is said in a word. */
const icons: Partial<Record<PhotoMark['mark'], LucideIcon>> = {
  withheld: EyeOff,
  rights: CalendarX,
  alike: Copy,
  uses: FileText,
  edited: Crop,
  own: MonitorDown,
  elsewhere: CloudDownload,
};

/** One picture of the sheet. Nothing of it is measured, and it is drawn again only when something of it changes. */
export const PhotoCell = memo(function PhotoCell({
  index,
  column,
  domId,
  row,
  isActive,
  isChosen,
  today,
  t,
}: {
  index: number;
  column: number;
  domId: string;
  /** Undefined while it is on its way. */
  row: PhotoRow | undefined;
  isActive: boolean;
  isChosen: boolean;
  today: string;
  t: TFunction<'photoLibrary'>;
}): ReactNode {
  const isAside = row !== undefined && row.rating < 0;
  return (
    <div
      id={domId}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isChosen}
      className={`photo-cell ${isActive ? 'is-active' : ''} ${isChosen ? 'is-chosen' : ''} ${isAside ? 'is-aside' : ''}`}
      data-cell={index}
      data-label={row?.label ?? undefined}
    >
      <span className="for-readers">{row === undefined ? '…' : cellWords(row, today, t)}</span>
      <div className="photo-cell-picture">
        {row?.isHere === true ? (
          <img src={photoUrl(row.sha256, 'thumb', row.edits)} alt="" decoding="async" draggable={false} />
        ) : row === undefined ? null : (
          <CloudDownload />
        )}
      </div>
      {row === undefined ? null : <CellWords row={row} today={today} t={t} />}
    </div>
  );
});

function CellWords({ row, today, t }: { row: PhotoRow; today: string; t: TFunction<'photoLibrary'> }): ReactNode {
  const { title, isName } = titleOf(row);
  return (
    <>
      <p className="photo-cell-title" aria-hidden="true" title={isName ? title : `${title}\n${row.name}`}>
        <span className={isName ? 'is-name' : ''}>{title}</span>
      </p>
      <p className="photo-cell-marks tabular" aria-hidden="true">
        {row.rating < 0 ? (
          <span className="photo-aside">
            <Ban />
            {t('stars.aside')}
          </span>
        ) : (
          <Stars rating={row.rating} />
        )}
        {row.label === null ? null : (
          <span className="photo-label" data-label={row.label}>
            {t(`label.${row.label}`)}
          </span>
        )}
        <span className="photo-marks">
          {marksOf(row, today, t).map(({ mark, words, short, isBad }) => {
            const Icon = icons[mark];
            return (
              <span key={mark} className={`photo-mark is-${mark} ${isBad ? 'is-bad' : ''}`} title={words}>
                {Icon === undefined ? null : <Icon />}
                {short === null ? null : <span className="photo-mark-short">{short}</span>}
              </span>
            );
          })}
        </span>
      </p>
    </>
  );
}
