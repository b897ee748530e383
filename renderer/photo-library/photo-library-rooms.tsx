/** What the desk shows of the photo library: the way in by keys and name, the view, the caption desk, pictures on their way in. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useArticleInView } from '../app/article-in-view.tsx';
import { useCommandCover, useCommands } from '../app/commands.tsx';
import { CaptionDesk } from '../caption-desk/caption-desk.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { OPEN_KEYS, usePhotoLibrary } from './photo-library-context.tsx';
import { PhotoLibraryView } from './photo-library-view.tsx';
import { TakeInPanel } from './take-in-panel.tsx';
import { TakeInReportDialog } from './take-in-report.tsx';
import { useTakeIn } from './use-take-in.ts';

export function PhotoLibraryRooms(): ReactNode {
  const { t } = useTranslation('captionDesk');
  const { isOpen, captions, closeCaptions, report, showReport } = usePhotoLibrary();
  useCloseBehindArticle();
  return (
    <>
      {isOpen ? <PhotoLibraryView isCovered={captions !== null} /> : <WaysIn />}
      {captions === null ? null : (
        <Above name={t('label')}>
          <CaptionDesk {...captions} onClose={closeCaptions} />
        </Above>
      )}
      {report === null ? null : <TakeInReportDialog id={report} onClose={() => showReport(null)} />}
      <TakeInPanel />
    </>
  );
}

/** Over the whole desk but its status bar. */
function Above({ name, children }: { name: string; children: ReactNode }): ReactNode {
  useCommandCover();
  useFocusBack();
  return (
    <main className="desk-above">
      <h1 className="for-readers">{name}</h1>
      {children}
    </main>
  );
}

/** Where the library is not shown. */
function WaysIn(): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const { open, showReport } = usePhotoLibrary();
  const { chooseFiles, chooseFolder } = useTakeIn();
  const group = t('command.group');
  const openFirst = (then: () => void) => (): void => {
    open();
    then();
  };
  useCommands([
    { id: 'photos.open', title: t('command.open'), group, keys: OPEN_KEYS, run: open },
    { id: 'photos.choose', title: t('command.choose'), group, run: openFirst(chooseFiles) },
    { id: 'photos.chooseFolder', title: t('command.chooseFolder'), group, run: openFirst(chooseFolder) },
    { id: 'photos.report', title: t('command.report'), group, run: () => showReport('newest') },
  ]);
  return null;
}

/** Whichever way another article comes into view, it is not hidden behind the pictures. */
function useCloseBehindArticle(): void {
  const { id } = useArticleInView();
  const { close, closeCaptions } = usePhotoLibrary();
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    close();
    closeCaptions();
  }, [id, close, closeCaptions]);
}
