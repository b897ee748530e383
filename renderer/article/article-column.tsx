/** The article as it will read: kicker, headline, lead, body with its photos. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { ArticleBody, type BodyHandle } from '../editor/article-body.tsx';
import { TextField } from '../editor/text-field.tsx';
import { PhotoFigure } from '../photos/photo-figure.tsx';
import type { AddPhotos } from '../photos/use-add-photos.ts';
import type { Steps } from '../review/use-steps.tsx';
import type { ArticleSession } from './article-session.ts';
import { DoubledOffer } from './doubled-offer.tsx';
import { StateBanner } from './state-banner.tsx';

export function ArticleColumn({
  session,
  state,
  document,
  isEditable,
  photos,
  steps,
  body,
  onBody,
  onCompare,
}: {
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  isEditable: boolean;
  photos: AddPhotos;
  steps: Steps;
  body: BodyHandle | null;
  onBody: (handle: BodyHandle | null) => void;
  onCompare: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('article');
  const { doc, undo } = session;
  const column = useRef<HTMLDivElement>(null);
  const focusField = (name: string): void => {
    const field = column.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  const { category = '', publishedOn } = document.fields;
  const date =
    publishedOn === undefined ? '' : formatDateWithWeekday(publishedOn, i18n.language === 'en' ? 'en' : 'vi');
  return (
    <div className="article-column" lang={document.language} ref={column}>
      <StateBanner state={state} steps={steps} onCompare={onCompare} />
      {isEditable ? <DoubledOffer doc={doc} /> : null}
      <p className="article-kicker">{[category, date].filter((part) => part !== '').join(' · ') || t('noSection')}</p>
      <TextField
        text={doc.getText('headline')}
        undo={undo}
        label={t('headline')}
        name="headline"
        editable={isEditable}
        placeholder={t('headline')}
        className="article-headline"
        onEnter={() => focusField('lead')}
      />
      <TextField
        text={doc.getText('lead')}
        undo={undo}
        label={t('lead')}
        name="lead"
        editable={isEditable}
        placeholder={t('lead')}
        className="article-lead"
        onEnter={() => body?.focus('start')}
      />
      <ArticleBody
        doc={doc}
        undo={undo}
        editable={isEditable}
        label={t('body')}
        placeholder={t('bodyPlaceholder')}
        className="article-text"
        onHandle={onBody}
        onLeaveUp={() => focusField('lead')}
        onFiles={(files, at) => photos.addToBody(files, at)}
        renderEmbed={(embed) =>
          embed.type === 'photo' ? (
            <PhotoFigure session={session} photoId={embed.photo} isEditable={isEditable} photos={photos} />
          ) : null
        }
      />
    </div>
  );
}
