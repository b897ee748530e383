import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { BodyHandle } from '../editor/article-body.tsx';
import { jumpTo } from '../review/jump.ts';
import { missingOf } from '../review/review-tab.tsx';
import { Button } from '../ui/button.tsx';
import type { AddPhotos } from './use-add-photos.ts';
import { photoUrl } from './use-photo.ts';
import './photos.css';

/** The article's photos in their order, and what each still lacks. */
export function PhotosTab({
  document,
  isEditable,
  photos,
  body,
}: {
  document: ArticleDocument;
  isEditable: boolean;
  photos: AddPhotos;
  body: BodyHandle | null;
}): ReactNode {
  const { t } = useTranslation('photos');
  const placed = new Set(document.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])));
  const { progress } = photos;
  return (
    <div className="inspector-section photos-tab">
      {isEditable ? (
        <Button onPress={photos.choose}>
          <ImagePlus />
          {t('add')}
        </Button>
      ) : null}
      {progress === null ? null : (
        <div className="photos-progress" role="status">
          <progress value={progress.done} max={progress.total} aria-label={t('adding')} />
          <span>{t('progress', { done: progress.done, total: progress.total })}</span>
          <Button look="quiet" onPress={photos.cancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {document.photos.length === 0 ? <p className="photos-none">{t('none')}</p> : null}
      <ol className="photos-list">
        {document.photos.map((photo, index) => {
          const isPlaced = placed.has(photo.id);
          const missing = missingOf(photo);
          return (
            <li key={photo.id}>
              <button type="button" disabled={!isPlaced} onClick={() => jumpTo(missing[0] ?? 'caption', photo.id)}>
                {photo.sha256 === null ? (
                  <span className="photos-thumb" />
                ) : (
                  <img className="photos-thumb" src={photoUrl(photo.sha256, 'thumb')} alt="" />
                )}
                <span>
                  <span className="photos-caption">{photo.caption || t('number', { number: index + 1 })}</span>
                  <span className="photos-missing">
                    {missing.length === 0 ? t('complete') : missing.map((what) => t(`lacks.${what}`)).join(', ')}
                  </span>
                </span>
              </button>
              {isPlaced || !isEditable ? null : (
                <Button look="quiet" onPress={() => body?.insertPhotos([photo.id])}>
                  {t('place')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
