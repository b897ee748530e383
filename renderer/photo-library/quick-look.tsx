/** One picture over the sheet, as large as there is room; the sheet keeps the keys, so that arrows lead from one to the next. */
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { IconButton } from '../ui/button.tsx';
import type { PhotoPages } from './photo-pages.ts';
import { lacksWords, starWords, takenWords, titleOf } from './photo-words.ts';
import { Stars } from './stars.tsx';
import './quick-look.css';

export function QuickLook({
  pages,
  at,
  total,
  onStep,
  onClose,
}: {
  pages: PhotoPages;
  at: number;
  total: number;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const row = pages.rowAt(at);
  useAhead([pages.rowAt(at + 1), pages.rowAt(at - 1)]);
  return (
    <section className="quick-look" aria-label={t('look.label')}>
      <div className="quick-look-picture">
        {row?.isHere === true ? (
          <img
            key={row.sha256}
            src={photoUrl(row.sha256, 'preview', row.edits)}
            alt={row.description || row.name}
            decoding="async"
            // The thumbnail stands there until the large one has come.
            style={{ backgroundImage: `url("${photoUrl(row.sha256, 'thumb', row.edits)}")` }}
          />
        ) : row === undefined ? null : (
          <p>{t('mark.elsewhere')}</p>
        )}
      </div>
      <div className="quick-look-words">
        {row === undefined ? null : <LookWords row={row} />}
        <span className="quick-look-at tabular">{t('look.at', { at: at + 1, total })}</span>
        <IconButton label={t('look.former')} keys="←" isDisabled={at <= 0} onPress={() => onStep(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton label={t('look.next')} keys="→" isDisabled={at >= total - 1} onPress={() => onStep(1)}>
          <ChevronRight />
        </IconButton>
        <IconButton label={t('look.close')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </div>
    </section>
  );
}

function LookWords({ row }: { row: PhotoRow }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { title, isName } = titleOf(row);
  const facts = [
    ...(isName ? [t('look.noCaption')] : [row.name]),
    ...(row.dateCreated === null ? [] : [takenWords(row.dateCreated)]),
    ...(row.credit === '' ? [] : [row.credit]),
    t('compare.pixels', { width: row.width, height: row.height }),
    ...(row.lacks.length === 0 ? [] : [t('mark.lacks', { parts: lacksWords(row, t) })]),
  ];
  return (
    <div className="quick-look-about" role="status">
      <p className="quick-look-title">{row.description.trim() || title}</p>
      <p className="quick-look-facts">
        <span className="for-readers">{starWords(row.rating, t)}</span>
        {row.rating < 0 ? <span>{t('stars.aside')}</span> : <Stars rating={row.rating} />}
        {row.label === null ? null : (
          <span className="photo-label" data-label={row.label}>
            {t(`label.${row.label}`)}
          </span>
        )}
        <span className="quick-look-said">{facts.join(' · ')}</span>
      </p>
    </div>
  );
}

/** The neighbours are read while one looks. */
function useAhead(rows: readonly (PhotoRow | undefined)[]): void {
  const urls = rows
    .flatMap((row) => (row?.isHere === true ? [photoUrl(row.sha256, 'preview', row.edits)] : []))
    .join('\n');
  useEffect(() => {
    if (urls === '') return;
    const images = urls.split('\n').map((url) => {
      const image = new Image();
      image.decoding = 'async';
      image.src = url;
      return image;
    });
    return () => {
      for (const image of images) image.src = '';
    };
  }, [urls]);
}
