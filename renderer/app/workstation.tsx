/**
 * The desk: title bar, library, list, the article with its inspector, status bar. The rooms in it know each other only
 * through the contexts around them: which article is in view, what the library shows, which dialog is open.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleRoom } from '../article/article-room.tsx';
import { useImports } from '../import/imports.tsx';
import { useLibrary } from '../library/library-context.tsx';
import { LibraryDialogs } from '../library/library-dialogs.tsx';
import { LibraryProviders } from '../library/library-providers.tsx';
import { ListCommands } from '../library/list-commands.ts';
import { ListPane } from '../library/list-pane.tsx';
import { ViewsPane } from '../library/views-pane.tsx';
import { PhotoLibraryProvider, usePhotoLibrary } from '../photo-library/photo-library-context.tsx';
import { PhotoLibraryRooms } from '../photo-library/photo-library-rooms.tsx';
import { ListsProvider } from '../spelling/lists.tsx';
import { useNotices } from '../ui/notices.tsx';
import { AppearanceProvider } from './appearance.tsx';
import { ArticleInViewProvider, useArticleInView } from './article-in-view.tsx';
import { useDesk, useWorkstation } from './desk-context.tsx';
import { DeskDialogs } from './desk-dialogs.tsx';
import { toAppError } from './desk-link.ts';
import { DeskStatusProvider, useSetStatus } from './desk-status.tsx';
import { DialogsProvider, useDialogs } from './dialogs.tsx';
import { NoArticle } from './no-article.tsx';
import { PaneDivider } from './pane-divider.tsx';
import { usePanes } from './panes.ts';
import { useRemembered } from './remembered.ts';
import { StatusBar } from './status-bar.tsx';
import { StatusCommands } from './status-commands.tsx';
import { StatusSlotProvider } from './status-slot.tsx';
import { TitleBar } from './title-bar.tsx';
import { useWorkstationCommands } from './workstation-commands.ts';
import './workstation.css';

const LIBRARY_WIDTH = { usual: 176, min: 140, max: 320 };
const LIST_WIDTH = { usual: 300, min: 240, max: 560 };

export function Workstation(): ReactNode {
  const [{ person }] = useWorkstation();
  const personId = person?.id ?? '';
  return (
    <AppearanceProvider>
      <ArticleInViewProvider personId={personId} key={personId}>
        <LibraryProviders personId={personId}>
          <DialogsProvider>
            <StatusSlotProvider>
              <DeskStatusProvider>
                <ListsProvider>
                  <PhotoLibraryProvider personId={personId}>
                    <DeskWindow />
                  </PhotoLibraryProvider>
                </ListsProvider>
              </DeskStatusProvider>
            </StatusSlotProvider>
          </DialogsProvider>
        </LibraryProviders>
      </ArticleInViewProvider>
    </AppearanceProvider>
  );
}

function DeskWindow(): ReactNode {
  const { t } = useTranslation(['app', 'library']);
  const desk = useDesk();
  const { id, open } = useArticleInView();
  const { search, similarTo, showWhole, isTable } = useLibrary();
  useLeaveTable();
  const { show: showDialog } = useDialogs();
  const { tellError } = useNotices();
  const setStatus = useSetStatus();
  const panes = usePanes();
  const [libraryWidth, setLibraryWidth] = useRemembered('width.library', LIBRARY_WIDTH.usual);
  const [listWidth, setListWidth] = useRemembered('width.list', LIST_WIDTH.usual);
  const root = useRef<HTMLDivElement>(null);

  const newArticle = (): void => {
    desk.articles.create().then(
      ({ id: made }) => {
        showWhole();
        open(made);
      },
      (error) => tellError(toAppError(error)),
    );
  };
  const syncNow = (): void => {
    desk.sync.now().then(setStatus, (error) => tellError(toAppError(error)));
  };
  const imports = useImports({ onMade: open });
  const { isOpen: isPhotos, captions } = usePhotoLibrary();

  useWorkstationCommands({ root, panes, newArticle, importFile: imports.choose, syncNow });

  const isListShown = panes.left !== 'none' || search !== '' || similarTo !== null;
  const listPane = <ListPane onNew={newArticle} onImport={imports.choose} isDropping={imports.isDropping} />;
  return (
    <div className="desk" ref={root}>
      <div className="desk-beneath" inert={isPhotos || captions !== null}>
        <TitleBar
          panes={panes}
          onSync={syncNow}
          onJoin={() => showDialog('join')}
          onSettings={() => showDialog('settings')}
        />
        <div className="desk-panes">
          {panes.left === 'both' ? (
            <nav
              className="desk-library"
              aria-label={t('library:label')}
              style={{ width: libraryWidth }}
              data-pane
              {...imports.dropTarget}
            >
              <ViewsPane />
              <PaneDivider
                label={t('panes.resizeLibrary')}
                width={libraryWidth}
                min={LIBRARY_WIDTH.min}
                max={LIBRARY_WIDTH.max}
                onWidth={setLibraryWidth}
              />
            </nav>
          ) : null}
          {isTable ? (
            <main className="desk-table" aria-label={t('library:list')} data-pane {...imports.dropTarget}>
              {listPane}
            </main>
          ) : (
            <>
              {isListShown ? (
                <section
                  className="desk-list"
                  aria-label={t('library:list')}
                  style={{ width: listWidth }}
                  data-pane
                  {...imports.dropTarget}
                >
                  {listPane}
                  <PaneDivider
                    label={t('panes.resizeList')}
                    width={listWidth}
                    min={LIST_WIDTH.min}
                    max={LIST_WIDTH.max}
                    onWidth={setListWidth}
                  />
                </section>
              ) : null}
              <main className="desk-article" data-pane>
                {id === null ? (
                  <NoArticle />
                ) : (
                  <ArticleRoom
                    key={id}
                    id={id}
                    isInspectorOpen={panes.isInspectorOpen}
                    onInspector={panes.setInspectorOpen}
                  />
                )}
              </main>
            </>
          )}
        </div>
      </div>
      <StatusBar
        onSync={syncNow}
        onRefusals={() => showDialog('refusals')}
        onDamage={() => showDialog('damage')}
        onBackups={() => showDialog('backups')}
      />
      <DeskDialogs />
      <LibraryDialogs />
      <StatusCommands />
      <ListCommands />
      {imports.dialog}
      <PhotoLibraryRooms />
    </div>
  );
}

/** Whichever way an article comes into view, it is not hidden behind the table. */
function useLeaveTable(): void {
  const { id } = useArticleInView();
  const { isTable, setTable } = useLibrary();
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current !== id && isTable) setTable(false);
    shown.current = id;
  }, [id, isTable, setTable]);
}
