/** An article: its text in the middle, what is known and done about it at the right. */
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { PaneDivider } from '../app/pane-divider.tsx';
import { useRemembered } from '../app/remembered.ts';
import { currentLanguage } from '../app/words.ts';
import { useAddFiles } from '../blocks/use-add-files.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { useExport } from '../exports/use-export.ts';
import { Counts } from '../kinds/lengths.tsx';
import { usePhotoLibrary } from '../photo-library/photo-library-context.tsx';
import { PhotoPicker } from '../photos/photo-picker.tsx';
import { PhotoProgress } from '../photos/photo-progress.tsx';
import { useAddPhotos } from '../photos/use-add-photos.ts';
import { useArticleCaptions } from '../photos/use-article-captions.ts';
import { PictureEditorDialog } from '../picture-editor/picture-editor-dialog.tsx';
import { ChangesView } from '../review/changes-view.tsx';
import { useSteps } from '../review/use-steps.tsx';
import { useSpelling } from '../spelling/use-spelling.tsx';
import { useArticleTools } from '../tools/use-article-tools.tsx';
import { useWritingModes } from '../writing/use-writing-modes.ts';
import { afterNextPaint } from './after-next-paint.ts';
import { ArticleColumn } from './article-column.tsx';
import type { ArticleSession } from './article-session.ts';
import { FormatBar } from './format-bar.tsx';
import { Inspector, type InspectorTab, inspectorTabs } from './inspector.tsx';
import { caretIn, findLeftPlace, keepLeftPlace, returnCaret } from './left-places.ts';
import { readingPlace, returnTo } from './reading-place.ts';
import { useArticleCommands } from './use-article-commands.ts';
import { useBeyondRevision } from './use-beyond-revision.ts';
import { useArticleState, useDocument, useSession } from './use-session.ts';
import './article.css';

const INSPECTOR_WIDTH = { usual: 276, min: 240, max: 480 };
type RoomProps = { isInspectorOpen: boolean; onInspector: (open: boolean) => void };

/** Drawn anew when something of the article changes, not with every key in the search field. */
export const ArticleRoom = memo(function ArticleRoom({ id, ...room }: RoomProps & { id: string }): ReactNode {
  const opened = useSession(id);
  const [width] = useInspectorWidth();
  if (opened === null) {
    // The same panes without the article, so that nothing moves when it comes.
    return (
      <div className="article-room" aria-busy="true">
        <div className="article-main">
          <div className="format-bar" />
        </div>
        {room.isInspectorOpen ? <div className="inspector" style={{ width: width + 1 }} /> : null}
      </div>
    );
  }
  if ('error' in opened) {
    const { code, details } = opened.error;
    return (
      <div className="article-problem" role="alert">
        <p>{errorText(code, currentLanguage(), details)}</p>
      </div>
    );
  }
  return <OpenArticle session={opened.session} {...room} />;
});

function useInspectorWidth(): [number, (width: number) => void] {
  return useRemembered('width.inspector', INSPECTOR_WIDTH.usual);
}

function OpenArticle({ session, isInspectorOpen, onInspector }: RoomProps & { session: ArticleSession }): ReactNode {
  const { t } = useTranslation('article');
  const state = useArticleState(session);
  const document = useDocument(session);
  const [body, setBody] = useState<BodyHandle | null>(null);
  const [keptTab, setTab] = useRemembered<string>('inspector.tab', 'fields');
  const tab = inspectorTabs.find((known) => known === keptTab) ?? 'fields';
  const [width, setWidth] = useInspectorWidth();
  const [isComparing, setComparing] = useState(false);
  const isEditable = state.working === 'draft';
  const compare = useCallback(() => setComparing(true), []);
  const showTab = useCallback(
    (next: InspectorTab) => {
      onInspector(true);
      setTab(next);
    },
    [onInspector, setTab],
  );
  // Somebody else's edit may have come after the submission: what is decided on is the revision, not this text.
  const revision = state.working === 'in-review' ? state.headRevision : state.approvedRevision;
  const isBeyondRevision = useBeyondRevision(session.id, document, isEditable ? null : revision);
  const { progress, picking, endPicking, ...photos } = useAddPhotos(session, body);
  const files = useAddFiles(session, body);
  const [showsMarks, setShowsMarks] = useRemembered('text.marks', false);
  const steps = useSteps({
    session,
    state,
    onBlocked: () => showTab('review'),
    onLookFirst: isBeyondRevision && !isComparing ? compare : null,
    onDecided: () => setComparing(false),
  });
  const exporting = useExport(session);
  const tools = useArticleTools({ session, body, isEditable });
  const spelling = useSpelling({ session, body, isEditable, language: document.language });
  useArticleCommands({ body, steps, compare, showTab });
  useArticleCaptions(document, isEditable, photos);
  const [pixelating, setPixelating] = useState<string | null>(null);
  const { writeCaptions } = usePhotoLibrary();

  if (isComparing) {
    return (
      <div className="article-room">
        <ChangesView session={session} state={state} steps={steps} onClose={() => setComparing(false)} />
        {steps.dialog}
      </div>
    );
  }
  return (
    <div className="article-room">
      <section className="article-main" aria-label={t('article')}>
        <FormatBar
          body={body}
          undo={session.undo}
          state={state}
          isEditable={isEditable}
          onPhotos={photos.choose}
          onPhotoLibrary={() => photos.pick()}
          onFiles={files.choose}
          showsMarks={showsMarks}
          onShowMarks={setShowsMarks}
          steps={steps}
          exporting={exporting}
          tools={tools.menu}
        />
        {tools.bar}
        <ArticleScroll id={session.id} body={body}>
          <ArticleColumn
            session={session}
            state={state}
            document={document}
            isEditable={isEditable}
            isBeyondRevision={isBeyondRevision}
            photos={photos}
            files={files}
            showsMarks={showsMarks}
            steps={steps}
            onBody={setBody}
            body={body}
            onCompare={compare}
          />
        </ArticleScroll>
        <PhotoProgress progress={progress} onCancel={photos.cancel} />
      </section>
      {isInspectorOpen ? (
        <>
          <PaneDivider
            label={t('resizeInspector')}
            width={width}
            min={INSPECTOR_WIDTH.min}
            max={INSPECTOR_WIDTH.max}
            side="right"
            onWidth={setWidth}
          />
          <Inspector
            width={width}
            session={session}
            state={state}
            document={document}
            isEditable={isEditable}
            tab={tab}
            onTab={setTab}
            steps={steps}
            photos={photos}
            body={body}
            onPhoto={({ what, sha256 }) => {
              if (what === 'withheld') setPixelating(sha256);
              else writeCaptions([sha256], 0, 'expires');
            }}
            onCompare={compare}
          />
        </>
      ) : null}
      {picking === null ? null : (
        <PhotoPicker
          isForOne={picking.into !== undefined}
          onPlace={(sha256s, options) => {
            endPicking();
            photos.placeRecords(sha256s, { ...picking, ...options });
          }}
          onClose={endPicking}
        />
      )}
      {pixelating === null ? null : (
        <PictureEditorDialog sha256={pixelating} startTool="pixelate" onClose={() => setPixelating(null)} />
      )}
      <Counts document={document} />
      {steps.dialog}
      {tools.dialog}
      {spelling}
    </div>
  );
}

function ArticleScroll({
  id,
  body,
  children,
}: {
  id: string;
  body: BodyHandle | null;
  children: ReactNode;
}): ReactNode {
  const scroll = useRef<HTMLDivElement>(null);
  const latestBody = useRef(body);
  useEffect(() => {
    latestBody.current = body;
  });
  useLayoutEffect(() => {
    const scroller = scroll.current;
    if (scroller === null) return;
    const left = findLeftPlace(id);
    const place = left?.reading;
    if (place !== undefined) returnTo(scroller, place);
    // A long body is first laid out where it is looked at, and the rest once that is on the screen.
    const stopOpening = afterNextPaint(() => {
      scroller.classList.remove('is-opening');
      if (place !== undefined) returnTo(scroller, place);
      if (left?.caret != null && latestBody.current !== null) returnCaret(scroller, latestBody.current, left.caret);
    });
    let caret = left?.caret ?? null;
    // The body is gone before this is; what it says of the caret is asked while it is there.
    const noteCaret = (): void => {
      caret = caretIn(scroller, latestBody.current);
    };
    const keep = (): void => keepLeftPlace(id, { reading: readingPlace(scroller), caret });
    const leave = (): void => {
      noteCaret();
      keep();
    };
    scroller.addEventListener('focusout', noteCaret);
    window.addEventListener('pagehide', leave);
    return () => {
      stopOpening();
      scroller.removeEventListener('focusout', noteCaret);
      window.removeEventListener('pagehide', leave);
      keep();
    };
  }, [id]);
  useWritingModes(scroll);
  return (
    <div className="article-scroll is-opening" ref={scroll}>
      {children}
    </div>
  );
}
