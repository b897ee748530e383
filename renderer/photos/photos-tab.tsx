import { BookOpenText, ImagePlus, LibraryBig, MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleDocument, type Photo, photosOf } from '../../shared/article/document.ts';
import type { PhotoUse } from '../../shared/contract/desk-photos.ts';
import { missingOf } from '../../shared/workflow/missing.ts';
import { showKeys } from '../app/commands.tsx';
import { toAppError } from '../app/desk-link.ts';
import { useTakeCaption } from '../caption-desk/use-take-caption.ts';
import { usePhotoLibrary } from '../photo-library/photo-library-context.tsx';
import { jumpTo } from '../review/jump.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PhotoThumb } from './photo-thumb.tsx';
import type { PhotoActions } from './use-add-photos.ts';
import { CAPTIONS_KEYS, picturesOf } from './use-article-captions.ts';
import { useKeepWords } from './use-keep-words.ts';
import { usePhotoUses } from './use-photo-uses.ts';
import './photos.css';

/** The article's photos in their order with what each still lacks, and those that stand nowhere in the text. */
export function PhotosTab({
  articleId,
  document,
  isEditable,
  photos,
}: {
  articleId: string;
  document: ArticleDocument;
  isEditable: boolean;
  photos: PhotoActions;
}): ReactNode {
  const { t } = useTranslation('photos');
  const { writeCaptions } = usePhotoLibrary();
  const inText = new Set(document.blocks.flatMap(photosOf));
  const placed = document.photos.filter(({ id }) => inText.has(id));
  const unplaced = document.photos.filter(({ id }) => !inText.has(id));
  const pictures = picturesOf(document);
  const uses = usePhotoUses(pictures, articleId);
  return (
    <div className="inspector-section photos-tab">
      <div className="photos-add">
        {isEditable ? (
          <>
            <Button onPress={photos.choose}>
              <ImagePlus />
              {t('add')}
              <kbd className="keys">{showKeys('mod+alt+p')}</kbd>
            </Button>
            <Button onPress={() => photos.pick()}>
              <LibraryBig />
              {t('fromLibrary')}
              <kbd className="keys">{showKeys('mod+alt+l')}</kbd>
            </Button>
          </>
        ) : null}
        {pictures.length === 0 ? null : (
          <Button onPress={() => writeCaptions(pictures, 0)}>
            <BookOpenText />
            {t('captions')}
            <kbd className="keys">{showKeys(CAPTIONS_KEYS)}</kbd>
          </Button>
        )}
      </div>
      {document.photos.length === 0 ? <p className="photos-none">{t(isEditable ? 'none' : 'noneReadOnly')}</p> : null}
      {placed.length === 0 ? null : (
        <ol className="photos-list">
          {placed.map((photo, index) => (
            <li key={photo.id} className="photos-item">
              <button
                type="button"
                className="photos-row"
                onClick={() => jumpTo({ what: missingOf(photo)[0] ?? 'caption', photo: photo.id, number: 0 })}
              >
                <PhotoRow
                  photo={photo}
                  title={photo.caption || t('number', { number: index + 1 })}
                  uses={usesOf(uses, photo)}
                />
              </button>
              <PhotoMenu
                photo={photo}
                label={t('menu', { number: index + 1 })}
                articleId={articleId}
                pictures={pictures}
                isEditable={isEditable}
              />
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
                  <PhotoRow photo={photo} title={photo.caption || t('noCaption')} uses={usesOf(uses, photo)} />
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

function usesOf(uses: ReadonlyMap<string, readonly PhotoUse[]>, { sha256 }: Photo): readonly PhotoUse[] {
  return sha256 === null ? [] : (uses.get(sha256) ?? []);
}

function PhotoRow({
  photo,
  title,
  uses,
}: {
  photo: Photo;
  title: string;
  /** In other articles. */
  uses: readonly PhotoUse[];
}): ReactNode {
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
        {uses.length === 0 ? null : (
          <span className="photos-uses" title={uses.map(({ headline }) => headline).join('\n')}>
            {t('uses', { count: uses.length, headline: uses[0]!.headline })}
          </span>
        )}
      </span>
    </>
  );
}

/** What passes between the article and the library, of one picture. */
function PhotoMenu({
  photo,
  label,
  articleId,
  pictures,
  isEditable,
}: {
  photo: Photo;
  label: string;
  articleId: string;
  pictures: readonly string[];
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation('photos');
  const { writeCaptions } = usePhotoLibrary();
  const { say, tellError } = useNotices();
  const keepWords = useKeepWords();
  const takeCaption = useTakeCaption();
  const { sha256 } = photo;
  if (sha256 === null) return null;
  const take = (): void => {
    takeCaption(articleId, sha256).then(
      (takeBack) => say(t('take.done'), { label: t('keep.undo'), run: takeBack }),
      (error: unknown) => tellError(toAppError(error)),
    );
  };
  const entries: MenuEntry[] = [
    { id: 'captions', label: t('captions'), onAction: () => writeCaptions(pictures, pictures.indexOf(sha256)) },
    { id: 'keep', label: t('keep.do'), onAction: () => keepWords(photo) },
    { id: 'take', label: t('take.do'), isDisabled: !isEditable, onAction: take },
  ];
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label} className="photos-menu">
          <MoreHorizontal />
        </IconButton>
      }
      entries={entries}
    />
  );
}
