/** A photo in its place in the text: picture, caption, credit, alt text. */
import { ImageOff, ImagePlus, RefreshCw } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSession } from '../article/article-session.ts';
import { TextField } from '../editor/text-field.tsx';
import { Button } from '../ui/button.tsx';
import type { AddPhotos } from './use-add-photos.ts';
import { photoUrl, usePhotoInfo, usePlacedPhoto } from './use-photo.ts';
import './photos.css';

export function PhotoFigure({
  session,
  photoId,
  isEditable,
  photos,
}: {
  session: ArticleSession;
  photoId: string;
  isEditable: boolean;
  photos: AddPhotos;
}): ReactNode {
  const { t } = useTranslation('photos');
  const id = useId();
  const { sha256, texts } = usePlacedPhoto(session.doc, photoId);
  const info = usePhotoInfo(session.id, sha256);
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent): boolean => isEditable && event.dataTransfer.types.includes('Files');
  return (
    <figure
      className={`photo-figure ${isOver ? 'is-over' : ''}`}
      data-photo={photoId}
      contentEditable={false}
      suppressContentEditableWarning
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        photos.fill(photoId, [...event.dataTransfer.files]);
      }}
    >
      {sha256 === null ? (
        <div className="photo-empty">
          <ImagePlus aria-hidden="true" />
          <p>{t('empty')}</p>
          {isEditable ? <Button onPress={() => photos.chooseFor(photoId)}>{t('choose')}</Button> : null}
        </div>
      ) : info === null ? (
        <div className="photo-empty">
          <ImageOff aria-hidden="true" />
          <p>{t('notHere')}</p>
        </div>
      ) : (
        <div className="photo-frame">
          <img
            src={photoUrl(sha256, 'preview')}
            width={info.width}
            height={info.height}
            alt={t('picture')}
            draggable={false}
          />
          {isEditable ? (
            <div className="photo-tools">
              <Button onPress={() => photos.chooseFor(photoId)}>
                <RefreshCw />
                {t('replace')}
              </Button>
              <Button onPress={() => photos.clear(photoId)}>{t('remove')}</Button>
            </div>
          ) : null}
        </div>
      )}
      {texts === null ? null : (
        <figcaption className="photo-words">
          <TextField
            text={texts.caption}
            undo={session.undo}
            label={t('caption')}
            name="caption"
            editable={isEditable}
            placeholder={t('captionPlaceholder')}
            className="photo-caption"
          />
          <div className="photo-line">
            <span aria-hidden="true">{t('credit')}</span>
            <TextField
              text={texts.credit}
              undo={session.undo}
              label={t('creditLabel')}
              name="credit"
              editable={isEditable}
              placeholder={t('creditPlaceholder')}
            />
          </div>
          <div className="photo-line">
            <span aria-hidden="true">{t('alt')}</span>
            <TextField
              text={texts.alt}
              undo={session.undo}
              label={t('altLabel')}
              name="alt"
              editable={isEditable}
              placeholder={t('altPlaceholder')}
              describedBy={`${id}-alt`}
            />
          </div>
          <p id={`${id}-alt`} className="for-readers">
            {t('altHint')}
          </p>
        </figcaption>
      )}
    </figure>
  );
}
