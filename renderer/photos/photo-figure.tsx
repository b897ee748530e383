/** A photo in its place in the text: picture, caption, credit, alt text. */
import { Crop, Image, ImagePlus, RefreshCw, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownSize } from '../../shared/photos/geometry.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { PictureEditorDialog } from '../picture-editor/picture-editor-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { PhotoWords } from './photo-words.tsx';
import type { PhotoActions } from './use-add-photos.ts';
import { photoUrl, usePlacedPhoto, useStoredPhoto } from './use-photo.ts';
import { usePhotoDrop } from './use-photo-drop.ts';
import { usePhotoEdits } from './use-photo-edits.ts';
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
  photos: PhotoActions;
}): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const { sha256, texts, isDecorative } = usePlacedPhoto(session.doc, photoId);
  const isOver = usePhotoDrop(figure, isEditable, (files) => {
    // A gallery grows; elsewhere what falls on a picture takes its place.
    const isInGallery = figure.current?.closest('[data-kind="gallery"]') != null;
    if (isInGallery && sha256 !== null) photos.addBeside(photoId, files);
    else photos.fill(photoId, files, figure.current);
  });
  return (
    <figure
      ref={figure}
      className={`photo-figure ${isOver ? 'is-over' : ''}`}
      data-photo={photoId}
      contentEditable={false}
      suppressContentEditableWarning
    >
      {sha256 === null ? (
        <EmptyPlace photoId={photoId} isEditable={isEditable} photos={photos} />
      ) : (
        <Picture session={session} sha256={sha256} photoId={photoId} isEditable={isEditable} photos={photos} />
      )}
      {texts === null ? null : (
        <PhotoWords
          session={session}
          photoId={photoId}
          texts={texts}
          isDecorative={isDecorative}
          isEditable={isEditable}
        />
      )}
    </figure>
  );
}

function EmptyPlace({
  photoId,
  isEditable,
  photos,
}: {
  photoId: string;
  isEditable: boolean;
  photos: PhotoActions;
}): ReactNode {
  const { t } = useTranslation('photos');
  return (
    <div className="photo-empty">
      <ImagePlus aria-hidden="true" />
      <p>{t(isEditable ? 'empty' : 'emptyReadOnly')}</p>
      {isEditable ? (
        <div className="photo-empty-actions">
          <Button onPress={() => photos.chooseFor(photoId)}>{t('choose')}</Button>
          <Button onPress={() => photos.pick(photoId)}>{t('fromLibrary')}</Button>
          <Button look="quiet" onPress={() => photos.removePlace(photoId)}>
            {t('removePlace')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Picture({
  session,
  sha256,
  photoId,
  isEditable,
  photos,
}: {
  session: ArticleSession;
  sha256: string;
  photoId: string;
  isEditable: boolean;
  photos: PhotoActions;
}): ReactNode {
  const { t } = useTranslation('photos');
  const photo = useStoredPhoto(session.id, sha256);
  const edits = usePhotoEdits(sha256);
  const [isEdited, setIsEdited] = useState(false);
  return (
    <div className="photo-frame">
      {photo === 'asking' || (edits === null && photo !== 'elsewhere') ? (
        <div className="photo-waiting" />
      ) : photo === 'elsewhere' ? (
        <div className="photo-waiting">
          <Image aria-hidden="true" />
          <p>{t('notHere')}</p>
        </div>
      ) : (
        <img
          src={photoUrl(sha256, 'preview', edits ?? {})}
          {...shownSize(edits ?? {}, 'free', photo)}
          alt={t('picture')}
          decoding="async"
          draggable={false}
        />
      )}
      {isEditable ? (
        <div className="photo-tools">
          {typeof photo === 'string' ? null : (
            <Button onPress={() => setIsEdited(true)}>
              <Crop />
              {t('edit')}
            </Button>
          )}
          <Button onPress={() => photos.chooseFor(photoId)}>
            <RefreshCw />
            {t('replace')}
          </Button>
          <Button onPress={() => photos.clear(photoId)}>
            <Trash2 />
            {t('remove')}
          </Button>
        </div>
      ) : null}
      {isEdited ? <PictureEditorDialog sha256={sha256} onClose={() => setIsEdited(false)} /> : null}
    </div>
  );
}
