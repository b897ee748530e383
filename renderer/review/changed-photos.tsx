/** Photos with their changes: alone, in a gallery, and the words that belong to them. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import type { ChangedBlock, Changes } from '../../shared/contract/desk-changes.ts';
import { PhotoThumb } from '../photos/photo-thumb.tsx';
import { photoUrl } from '../photos/use-photo.ts';
import { ChangedPicture } from './changed-picture.tsx';
import { ChangedRuns, type Runs } from './changed-runs.tsx';

export type PhotoChanges = Pick<Changes, 'captions' | 'pictures'>;

export function changesOfPhotos(
  { captions, pictures }: PhotoChanges,
  isTheirs: (photo: string) => boolean,
): PhotoChanges {
  return {
    captions: captions.filter(({ photo }) => isTheirs(photo)),
    pictures: pictures.filter(({ photo }) => isTheirs(photo)),
  };
}

/** What is read under a picture as on the page; the rest is told below it. */
const asOnThePage = ['caption', 'credit', 'file'];

/** `isFirst`: nobody has read it before, so all that goes out with it is told once, and nothing is a change. */
export function ChangedPhoto({
  photo,
  own: { captions, pictures },
  isFirst,
}: {
  photo: Photo | undefined;
  own: PhotoChanges;
  isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  const told = isFirst ? captions.filter(({ field }) => !asOnThePage.includes(field)) : captions;
  const isTold = (field: string): boolean => told.some((caption) => caption.field === field);
  return (
    <figure>
      {photo === undefined || photo.sha256 === null ? (
        <span className="changes-no-photo">{t('noPhoto')}</span>
      ) : (
        <img src={photoUrl(photo.sha256, 'preview', photo.edits)} alt={photo.alt} />
      )}
      <figcaption>
        {photo === undefined || isTold('caption') ? null : <p className="changes-caption">{photo.caption}</p>}
        {photo === undefined || isTold('credit') || photo.credit === '' ? null : (
          <p className="changes-credit">{photo.credit}</p>
        )}
        <ChangedWords own={{ captions: told, pictures }} isFirst={isFirst} />
      </figcaption>
    </figure>
  );
}

/** `isWhole`: all of it came or went, or nobody has read it before. */
export function ChangedGallery({
  gallery,
  photos,
  own,
  isFirst,
  isWhole,
}: {
  gallery: NonNullable<ChangedBlock['gallery']>;
  photos: ReadonlyMap<string, Photo>;
  own: PhotoChanges;
  isFirst: boolean;
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
            <ChangedPhoto
              photo={photos.get(photo)}
              own={changesOfPhotos(own, (other) => other === photo)}
              isFirst={isFirst}
            />
          </div>
        );
      })}
    </div>
  );
}

/** The words of photos, and what is done to their pictures. */
export function ChangedWords({ own, isFirst }: { own: PhotoChanges; isFirst: boolean }): ReactNode {
  const { t } = useTranslation('review');
  const { t: words } = useTranslation('captionDesk');
  return (
    <>
      {own.captions.map(({ photo, field, runs }) => (
        <p key={`${photo} ${field}`} className="changes-caption">
          <span className="changes-label">
            {t(`caption.${field}`, { defaultValue: words(`field.${field}`, { defaultValue: field }) })}
          </span>{' '}
          {field === 'file' ? <ChangedFile runs={runs} /> : <ChangedRuns runs={runs} isFirst={isFirst} />}
        </p>
      ))}
      {own.pictures.map(({ photo, changes }) => (
        <ChangedPicture key={photo} changes={changes} isFirst={isFirst} />
      ))}
    </>
  );
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
          <PhotoThumb className="changes-former" sha256={former} />
        </>
      )}
    </span>
  );
}
