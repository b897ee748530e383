/** An article: its text in the middle, what is known and done about it at the right. */
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from '../app/words.ts';
import type { BodyHandle } from '../editor/article-body.tsx';
import { useAddPhotos } from '../photos/use-add-photos.ts';
import { ChangesView } from '../review/changes-view.tsx';
import { useSteps } from '../review/use-steps.tsx';
import { ArticleColumn } from './article-column.tsx';
import type { ArticleSession } from './article-session.ts';
import { Counts } from './counts.tsx';
import { FormatBar } from './format-bar.tsx';
import { Inspector, type InspectorTab } from './inspector.tsx';
import { useArticleCommands } from './use-article-commands.ts';
import { useArticleState, useDocument, useSession } from './use-session.ts';
import './article.css';

export function ArticleRoom({
  id,
  isInspectorOpen,
  onInspector,
}: {
  id: string;
  isInspectorOpen: boolean;
  onInspector: (open: boolean) => void;
}): ReactNode {
  const opened = useSession(id);
  if (opened === null) return <div className="article-room" aria-busy="true" />;
  if ('error' in opened) {
    const { code, details } = opened.error;
    return (
      <div className="article-problem" role="alert">
        <p>{errorText(code, currentLanguage(), details)}</p>
      </div>
    );
  }
  return <OpenArticle session={opened.session} isInspectorOpen={isInspectorOpen} onInspector={onInspector} />;
}

function OpenArticle({
  session,
  isInspectorOpen,
  onInspector,
}: {
  session: ArticleSession;
  isInspectorOpen: boolean;
  onInspector: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation('article');
  const state = useArticleState(session);
  const document = useDocument(session);
  const [body, setBody] = useState<BodyHandle | null>(null);
  const [tab, setTab] = useState<InspectorTab>('fields');
  const [isComparing, setComparing] = useState(false);
  const column = useRef<HTMLDivElement>(null);
  const isEditable = state.working === 'draft';
  const photos = useAddPhotos(session, body);
  const showTab = useCallback(
    (next: InspectorTab) => {
      onInspector(true);
      setTab(next);
    },
    [onInspector],
  );
  const steps = useSteps({ session, state, onBlocked: () => showTab('review') });
  const compare = (): void => setComparing(true);
  useArticleCommands({ session, body, isEditable, steps, compare, showTab, choosePhotos: photos.choose });

  if (isComparing) {
    return (
      <div className="article-room">
        <ChangesView
          session={session}
          state={state}
          document={document}
          steps={steps}
          onClose={() => setComparing(false)}
        />
        {steps.dialog}
      </div>
    );
  }
  return (
    <div className="article-room">
      <section className="article-main" aria-label={t('article')}>
        <FormatBar body={body} undo={session.undo} isEditable={isEditable} onPhotos={photos.choose} steps={steps} />
        <div className="article-scroll" ref={column}>
          <ArticleColumn
            session={session}
            state={state}
            document={document}
            isEditable={isEditable}
            photos={photos}
            steps={steps}
            onBody={setBody}
            body={body}
            onCompare={compare}
          />
        </div>
      </section>
      {isInspectorOpen ? (
        <Inspector
          session={session}
          state={state}
          document={document}
          isEditable={isEditable}
          tab={tab}
          onTab={setTab}
          steps={steps}
          photos={photos}
          body={body}
          onCompare={compare}
        />
      ) : null}
      <Counts document={document} />
      {steps.dialog}
    </div>
  );
}
