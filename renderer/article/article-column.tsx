/** The article as it will read: kicker, headline, lead, body with its photos. */
import { memo, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { getBody } from '../../shared/article/flat-text.ts';
import { readBody } from '../../shared/article/read.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { currentLanguage } from '../app/words.ts';
import { FileCard } from '../blocks/file-card.tsx';
import { RelatedCard } from '../blocks/related-card.tsx';
import type { FileActions } from '../blocks/use-add-files.ts';
import { ArticleBody } from '../editor/article-body.tsx';
import type { BodyHandle } from '../editor/body-handle.ts';
import { TextField } from '../editor/text-field.tsx';
import { BeginWith } from '../kinds/begin-with.tsx';
import { isPicture } from '../photos/is-picture.ts';
import { PhotoFigure } from '../photos/photo-figure.tsx';
import type { PhotoActions } from '../photos/use-add-photos.ts';
import type { Steps } from '../review/use-steps.tsx';
import type { ArticleSession } from './article-session.ts';
import { AsideTablesOffer } from './aside-tables-offer.tsx';
import { DoubledOffer } from './doubled-offer.tsx';
import { SaveProblem } from './save-problem.tsx';
import { StateBanner } from './state-banner.tsx';
import { usePasted } from './use-pasted.ts';

export function ArticleColumn({
  session,
  state,
  document,
  isEditable,
  isBeyondRevision,
  photos,
  files,
  showsMarks,
  steps,
  body,
  onBody,
  onCompare,
}: {
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  isEditable: boolean;
  isBeyondRevision: boolean;
  photos: PhotoActions;
  files: FileActions;
  showsMarks: boolean;
  steps: Steps;
  body: BodyHandle | null;
  onBody: (handle: BodyHandle | null) => void;
  onCompare: () => void;
}): ReactNode {
  const column = useRef<HTMLDivElement>(null);
  return (
    <div className="article-column" lang={document.language} ref={column}>
      <SaveProblem session={session} />
      <StateBanner state={state} isBeyondRevision={isBeyondRevision} steps={steps} onCompare={onCompare} />
      {isEditable ? <DoubledOffer doc={session.doc} undo={session.undo} /> : null}
      {isEditable ? <AsideTablesOffer doc={session.doc} undo={session.undo} /> : null}
      <Kicker category={document.fields.category ?? ''} publishedOn={document.fields.publishedOn ?? ''} />
      <ArticleText
        column={column}
        session={session}
        isEditable={isEditable}
        photos={photos}
        files={files}
        showsMarks={showsMarks}
        body={body}
        onBody={onBody}
      />
      {isEditable && document.fields.kind === undefined && isBlank(document) ? (
        <BeginWith
          doc={session.doc}
          undo={session.undo}
          language={document.language === 'en' ? 'en' : 'vi'}
          onBegun={() => column.current?.querySelector<HTMLElement>('textarea[name="headline"]')?.focus()}
        />
      ) : null}
    </div>
  );
}

function isBlank({ headline, lead, blocks }: ArticleDocument): boolean {
  return headline === '' && lead === '' && blocks.length === 0;
}

function Kicker({ category, publishedOn }: { category: string; publishedOn: string }): ReactNode {
  const { t } = useTranslation('article');
  return (
    <p className="article-kicker">
      <span className={category === '' ? undefined : 'kicker-section'}>{category || t('noSection')}</span>
      {publishedOn === '' ? null : (
        <>
          <span aria-hidden="true"> · </span>
          <span className="tabular">{formatDateWithWeekday(publishedOn, currentLanguage())}</span>
        </>
      )}
    </p>
  );
}

function isArticleBlank(doc: Y.Doc): boolean {
  return (
    doc.getText('headline').length === 0 && doc.getText('lead').length === 0 && readBody(getBody(doc)).length === 0
  );
}

/** Not drawn anew while somebody types: headline, lead and body look after themselves. */
const ArticleText = memo(function ArticleText({
  column,
  session,
  isEditable,
  photos,
  files,
  showsMarks,
  body,
  onBody,
}: {
  column: RefObject<HTMLDivElement | null>;
  session: ArticleSession;
  isEditable: boolean;
  photos: PhotoActions;
  files: FileActions;
  showsMarks: boolean;
  body: BodyHandle | null;
  onBody: (handle: BodyHandle | null) => void;
}): ReactNode {
  const { t } = useTranslation(['article', 'blocks']);
  const { doc, undo } = session;
  const onPasted = usePasted(body, photos, isEditable);
  // A new article is there to be written.
  const [isBlank] = useState(() => isEditable && isArticleBlank(doc));
  const focusField = (name: string): void => {
    const field = column.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  return (
    <>
      <TextField
        text={doc.getText('headline')}
        undo={undo}
        label={t('headline')}
        name="headline"
        editable={isEditable}
        placeholder={t('headline')}
        className="article-headline"
        autoFocus={isBlank}
        onEnter={() => focusField('lead')}
      />
      <TextField
        text={doc.getText('lead')}
        undo={undo}
        label={t('lead')}
        name="lead"
        editable={isEditable}
        placeholder={t('leadPlaceholder')}
        className="article-lead"
        onEnter={() => body?.focus('start')}
      />
      <ArticleBody
        doc={doc}
        undo={undo}
        editable={isEditable}
        label={t('body')}
        boxLabel={t('blocks:box.name')}
        placeholder={t('bodyPlaceholder')}
        className="article-text"
        onHandle={onBody}
        onLeaveUp={() => focusField('lead')}
        showsMarks={showsMarks}
        onFiles={(dropped, at) => {
          photos.addToBody(dropped.filter(isPicture), at);
          files.add(
            dropped.filter((file) => !isPicture(file)),
            at,
          );
        }}
        onPasted={onPasted}
        renderEmbed={(embed) => {
          if (embed.type === 'photo') {
            return <PhotoFigure session={session} photoId={embed.photo} isEditable={isEditable} photos={photos} />;
          }
          if (embed.type === 'related') return <RelatedCard embed={embed} body={body} isEditable={isEditable} />;
          if (embed.type === 'file') return <FileCard embed={embed} body={body} isEditable={isEditable} />;
          return null;
        }}
      />
    </>
  );
});
