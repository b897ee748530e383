/** Photos with their changes: alone, in a gallery, and the words that belong to them. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import type { ChangedBlock, Changes } from '../../shared/contract/desk-changes.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { ChangedRuns, type Runs } from './changed-runs.tsx';

export type Caption = Changes['captions'][number];

export function ChangedPhoto({
  photo,
  captions,
}: {
  photo: Photo | undefined;
  captions: readonly Caption[];
}): ReactNode {
  const { t } = useTranslation('review');
  const isChanged = (field: string): boolean => captions.some((caption) => caption.field === field);
  return (
    <figure>
      {photo === undefined || photo.sha256 === null ? (
        <span className="changes-no-photo">{t('noPhoto')}</span>
      ) : (
        <img src={photoUrl(photo.sha256, 'preview')} alt={photo.alt} />
      )}
      <figcaption>
        {photo === undefined || isChanged('caption') ? null : <p className="changes-caption">{photo.caption}</p>}
        {photo === undefined || isChanged('credit') || photo.credit === '' ? null : (
          <p className="changes-credit">{photo.credit}</p>
        )}
        <ChangedCaptions captions={captions} />
      </figcaption>
    </figure>
  );
}

/** `isWhole`: all of it came or went, or nobody has read it before. */
export function ChangedGallery({
  gallery,
  photos,
  captions,
  isWhole,
}: {
  gallery: NonNullable<ChangedBlock['gallery']>;
  photos: ReadonlyMap<string, Photo>;
  captions: readonly Caption[];
  isWhole: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  return (
    <div className="changed-gallery">
      {gallery.map(({ op, photo }) => {
        const isChange = !isWhole && op !== 'same';
        return (
          <div key={photo} className={`gallery-${isChange ? op : 'same'}`} {...(isChange ? { 'data-change': '' } : {})}>
            {isChange ? (
              <span className="changes-label">{t(op === 'insert' ? 'photo.came' : 'photo.gone')}</span>
            ) : null}
            <ChangedPhoto photo={photos.get(photo)} captions={captions.filter((caption) => caption.photo === photo)} />
          </div>
        );
      })}
    </div>
  );
}

export function ChangedCaptions({ captions }: { captions: readonly Caption[] }): ReactNode {
  const { t } = useTranslation('review');
  return captions.map(({ photo, field, runs }) => (
    <p key={`${photo} ${field}`} className="changes-caption">
      <span className="changes-label">{t(`caption.${field}`, { defaultValue: field })}</span>{' '}
      {field === 'file' ? <ChangedFile runs={runs} /> : <ChangedRuns runs={runs} isFirst={false} />}
    </p>
  ));
}

/** Of a picture that was exchanged, the former one beside its name; the new one stands in the text. */
function ChangedFile({ runs }: { runs: Runs }): ReactNode {
  const { t } = useTranslation('review');
  const former = runs
    .filter(({ op }) => op !== 'insert')
    .map(({ text }) => text)
    .join('');
  const isGone = runs.every(({ op }) => op === 'delete');
  return (
    <span data-change>
      {former === '' ? (
        <ins>{t('file.added')}</ins>
      ) : (
        <>
          <del>{t(isGone ? 'file.removed' : 'file.former')}</del>
          <img className="changes-former" src={photoUrl(former, 'thumb')} alt="" />
        </>
      )}
    </span>
  );
}
