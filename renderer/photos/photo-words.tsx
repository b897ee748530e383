/** What is written of a photo under it: caption, credit, and what those hear who do not see it. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { setPhotoDecorative } from '../../shared/article/write.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { TextField } from '../editor/text-field.tsx';
import type { PhotoTexts } from './use-photo.ts';

const wordNames = ['caption', 'credit', 'alt'] as const;

export function PhotoWords({
  session,
  photoId,
  texts,
  isDecorative,
  isEditable,
}: {
  session: ArticleSession;
  photoId: string;
  texts: PhotoTexts;
  isDecorative: boolean;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation('photos');
  const hint = useId();
  const setDecorative = (is: boolean): void => {
    session.undo.cut();
    setPhotoDecorative(session.doc, photoId, is, LOCAL_ORIGIN);
    session.undo.cut();
  };
  return (
    <figcaption className="photo-words">
      {wordNames.map((name) => (
        <div key={name} className={`photo-line photo-line-${name}`}>
          <span aria-hidden="true">{t(`short.${name}`)}</span>
          {name === 'alt' && isDecorative ? (
            <p className="photo-decorative">{t('decorative.is')}</p>
          ) : (
            <TextField
              text={texts[name]}
              undo={session.undo}
              label={t(`words.${name}`)}
              name={name}
              editable={isEditable}
              placeholder={t(`placeholder.${name}`)}
              {...(name === 'alt' ? { describedBy: hint } : {})}
            />
          )}
          {name === 'alt' && isEditable ? (
            <label className="photo-decorative-switch">
              <input
                type="checkbox"
                name="decorative"
                checked={isDecorative}
                onChange={({ target }) => setDecorative(target.checked)}
              />
              {t('decorative.switch')}
            </label>
          ) : null}
        </div>
      ))}
      <p id={hint} className="for-readers">
        {t('altHint')}
      </p>
    </figcaption>
  );
}
