import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleDocument, type Photo, photosOf } from '../../shared/article/document.ts';
import { missingOf } from '../../shared/workflow/missing.ts';
import { showKeys } from '../app/commands.tsx';
import { jumpTo } from '../review/jump.ts';
import { Button } from '../ui/button.tsx';
import { PhotoThumb } from './photo-thumb.tsx';
import type { PhotoActions } from './use-add-photos.ts';
import './photos.css';

/** The article's photos in their order with what each still lacks, and those that stand nowhere in the text. */
export function PhotosTab({
  document,
  isEditable,
  photos,
}: {
  document: ArticleDocument;
  isEditable: boolean;
  photos: PhotoActions;
}): ReactNode {
  const { t } = useTranslation('photos');
  const inText = new Set(document.blocks.flatMap(photosOf));
  const placed = document.photos.filter(({ id }) => inText.has(id));
  const unplaced = document.photos.filter(({ id }) => !inText.has(id));
  return (
    <div className="inspector-section photos-tab">
      {isEditable ? (
        <Button onPress={photos.choose}>
          <ImagePlus />
          {t('add')}
          <kbd className="keys">{showKeys('mod+alt+p')}</kbd>
        </Button>
      ) : null}
      {document.photos.length === 0 ? <p className="photos-none">{t(isEditable ? 'none' : 'noneReadOnly')}</p> : null}
      {placed.length === 0 ? null : (
        <ol className="photos-list">
          {placed.map((photo, index) => (
            <li key={photo.id}>
              <button
                type="button"
                className="photos-row"
                onClick={() => jumpTo({ what: missingOf(photo)[0] ?? 'caption', photo: photo.id, number: 0 })}
              >
                <PhotoRow photo={photo} title={photo.caption || t('number', { number: index + 1 })} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {unplaced.length === 0 ? null : (
        <section className="photos-unplaced" aria-label={t('unplaced')}>
          <h3>{t('unplaced')}</h3>
          <ul className="photos-list">
            {unplaced.map((photo) => (
              <li key={photo.id}>
                <div className="photos-row">
                  <PhotoRow photo={photo} title={photo.caption || t('noCaption')} />
                </div>
                {isEditable ? (
                  <div className="photos-row-actions">
                    <Button onPress={() => photos.place(photo.id)}>{t('place')}</Button>
                    <Button look="quiet" onPress={() => photos.remove(photo.id)}>
                      {t('removePhoto')}
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function PhotoRow({ photo, title }: { photo: Photo; title: string }): ReactNode {
  const { t } = useTranslation('photos');
  const missing = missingOf(photo);
  return (
    <>
      {photo.sha256 === null ? (
        <span className="photos-thumb is-empty" />
      ) : (
        <PhotoThumb className="photos-thumb" sha256={photo.sha256} width={64} height={44} />
      )}
      <span className="photos-words">
        <span className="photos-caption">{title}</span>
        <span className={`photos-missing ${missing.length === 0 ? '' : 'is-missing'}`}>
          {missing.length === 0 ? t('complete') : missing.map((what) => t(`lacks.${what}`)).join(', ')}
        </span>
      </span>
    </>
  );
}
