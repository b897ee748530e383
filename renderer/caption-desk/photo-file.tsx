/** What is known of a picture's file. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import { currentLanguage } from '../app/words.ts';

const MEGABYTE = 1_000_000;

export function PhotoFile({
  facts: { row, iimCharset, alike },
  isShared,
}: {
  facts: PhotoFacts;
  isShared: boolean;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const megabytes = (row.bytes / MEGABYTE).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
  const format = row.format.toUpperCase();
  return (
    <dl className="photo-file">
      <div>
        <dt>{t('file.name')}</dt>
        <dd>{row.name}</dd>
      </div>
      <div>
        <dt>{t('file.size')}</dt>
        <dd className="tabular">{t('file.pixels', { width: row.width, height: row.height, megabytes, format })}</dd>
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
