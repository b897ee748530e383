/** What is known of a picture's file. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import { currentLanguage } from '../app/words.ts';
import './photo-file.css';

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

export function PhotoFile({
  facts: { row, iimCharset, alike },
  isShared,
}: {
  facts: PhotoFacts;
  isShared: boolean;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const format = row.format.toUpperCase();
  return (
    <dl className="photo-file">
      <div>
        <dt>{t('file.name')}</dt>
        <dd>{row.name}</dd>
      </div>
      <div>
        <dt>{t('file.size')}</dt>
        <dd className="tabular">
          {t('file.pixels', { width: row.width, height: row.height, size: sizeWords(row.bytes), format })}
        </dd>
      </div>
      <div>
        <dt>{t('file.iim')}</dt>
        <dd>{iimCharset === null ? t('file.iimNone') : t(`file.iimCharset.${iimCharset}`)}</dd>
      </div>
      {alike.length === 0 ? null : (
        <div className="photo-file-whole">
          <dd title={t('file.alikeNames', { names: alike.map(({ name }) => name).join(', ') })}>
            {t('file.alike', { count: alike.length })}
          </dd>
        </div>
      )}
      {isShared ? null : (
        <div className="photo-file-whole">
          <dd>{t('file.ownOnly')}</dd>
        </div>
      )}
    </dl>
  );
}

function sizeWords(bytes: number): string {
  const [unit, name] = bytes < MEGABYTE ? [KILOBYTE, 'KB'] : [MEGABYTE, 'MB'];
  const digits = bytes < MEGABYTE ? 0 : 1;
  return `${(bytes / unit).toLocaleString(currentLanguage(), { maximumFractionDigits: digits })} ${name}`;
}
