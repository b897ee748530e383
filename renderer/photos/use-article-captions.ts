import { useTranslation } from 'react-i18next';
import { type ArticleDocument, photosOf } from '../../shared/article/document.ts';
import { useCommands } from '../app/commands.tsx';
import { usePhotoLibrary, useTakesPhotos } from '../photo-library/photo-library-context.tsx';
import type { PhotoActions } from './use-add-photos.ts';

export const CAPTIONS_KEYS = 'mod+alt+c';

/** The pictures of an article in the order of its text, each once. */
export function picturesOf(document: ArticleDocument): string[] {
  const inText = document.blocks.flatMap(photosOf);
  const ids = [...inText, ...document.photos.map(({ id }) => id)];
  const hashes = ids.flatMap((id) => document.photos.find((photo) => photo.id === id)?.sha256 ?? []);
  return [...new Set(hashes)];
}

/** The article and the library know each other: its captions are written there, and pictures of it are put here. */
export function useArticleCaptions(document: ArticleDocument, isEditable: boolean, photos: PhotoActions): void {
  const { t } = useTranslation('photos');
  const { writeCaptions, close } = usePhotoLibrary();
  const pictures = picturesOf(document);
  useCommands([
    {
      id: 'article.captions',
      title: t('captions'),
      group: t('group'),
      keys: CAPTIONS_KEYS,
      isEnabled: pictures.length > 0,
      run: () => writeCaptions(pictures, 0),
    },
  ]);
  useTakesPhotos(
    isEditable
      ? (sha256s) => {
          close();
          photos.placeRecords(sha256s);
        }
      : null,
  );
}
