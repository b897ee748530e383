/** The photo library over the whole desk: views, the contact sheet, and what is done with the chosen pictures. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/errors/app-error.ts';
import { isoDate } from '../../shared/text/dates.ts';
import { useCommandCover } from '../app/commands.tsx';
import { useWorkstation } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { focusNextPane } from '../app/focus-next-pane.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { ComparePhotos } from './compare-photos.tsx';
import { DiscardQuestion } from './discard-question.tsx';
import { EmptySheet } from './empty-sheet.tsx';
import { useExportPhotos } from './export-photos.tsx';
import { PhotoBar } from './photo-bar.tsx';
import { PhotoChips } from './photo-chips.tsx';
import { type PhotoDeed, PhotoMenu } from './photo-deed-entries.tsx';
import { type CellPress, type GridHandle, PhotoGrid } from './photo-grid.tsx';
import { PhotoHead } from './photo-head.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import { sheetKey, wholeSheet } from './photo-place.ts';
import { PhotoViews } from './photo-views.tsx';
import { QuickLook } from './quick-look.tsx';
import { useKeysFromNowhere } from './use-keys-from-nowhere.ts';
import { usePhotoDeeds } from './use-photo-deeds.ts';
import { usePhotoOverview } from './use-photo-overview.ts';
import { usePhotoRows } from './use-photo-rows.ts';
import { useSheetCommands } from './use-sheet-commands.ts';
import { useSheetCursor } from './use-sheet-cursor.ts';
import { useTakeIn, useTakeInByHand } from './use-take-in.ts';
import './photo-library.css';

const MOST_COMPARED = 4;

export function PhotoLibraryView({
  isCovered,
}: {
  /** Something else stands over it. */ isCovered: boolean;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const library = usePhotoLibrary();
  const { filter, sort, setFilter, left, close, compared, compare, placePhotos } = library;
  const { say, tellError } = useNotices();
  const [{ profile }] = useWorkstation();
  const canSend = profile === 'office' || profile === 'sample';
  const { pages, rows } = usePhotoRows(filter, sort, (key) => (key === left.current.key ? left.current.cell : 0));
  const overview = usePhotoOverview();
  const cursor = useSheetCursor(pages, rows);
  const deeds = usePhotoDeeds(pages);
  const exporting = useExportPhotos();
  const takeIn = useTakeIn();
  const { isDropping, dropTarget } = useTakeInByHand();
  const root = useRef<HTMLElement>(null);
  const grid = useRef<GridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [isLooking, setLooking] = useState(false);
  const [isFiltering, setFiltering] = useState(false);
  const [menuAt, setMenuAt] = useState<CellPress | null>(null);
  const [discarding, setDiscarding] = useState<readonly string[] | null>(null);
  const [today] = useState(isoToday);
  useCommandCover();
  useFocusBack();

  const { selection, meant } = cursor;
  const { index: at, sha256: activeId } = selection.active;
  const active = pages.rowAt(at);
  const shown = meant.length === 1 ? pages.find(meant[0] ?? '')?.row : active;
  const focusGrid = (): void => grid.current?.focus();

  /** Of the chosen, from the first on; where one is chosen, of all that the sheet shows, beginning with it. */
  const writeCaptions = (): void => {
    const areMany = meant.length > 1;
    (areMany ? cursor.meantInOrder() : cursor.all()).then(
      (sha256s) => {
        const first = areMany ? 0 : Math.max(0, sha256s.indexOf(activeId ?? ''));
        if (sha256s.length > 0) library.writeCaptions(sha256s, first);
      },
      (error) => tellError(toAppError(error)),
    );
  };
  const withChosen = (use: (sha256s: readonly string[]) => void): void => {
    cursor.meantInOrder().then(use, (error) => tellError(toAppError(error)));
  };
  const doings: { [deed in PhotoDeed['do']]: (deed: PhotoDeed & { do: deed }) => void } = {
    rate: ({ rating }) => deeds.rate(meant, rating),
    label: ({ label }) => deeds.label(meant, label),
    aside: () => deeds.aside(meant),
    send: () => deeds.send(meant),
    undo: () => deeds.undo(),
    look: () => setLooking((before) => !before && at >= 0 && rows.total > 0),
    discard: () => setDiscarding(meant.length === 0 ? null : meant),
    alike: () => setFilter({ ...wholeSheet, aside: true, alikeTo: meant[0] }),
    open: writeCaptions,
    article: () =>
      withChosen((sha256s) => {
        placePhotos?.(sha256s);
        close();
      }),
    compare: () =>
      withChosen((sha256s) => {
        if (sha256s.length < 2) say(t('deed.chooseToCompare'));
        else compare(sha256s.slice(0, MOST_COMPARED));
      }),
    export: () => withChosen((sha256s) => exporting.ask({ what: 'files', sha256s, title: '' })),
    contactSheet: () => withChosen((sha256s) => exporting.ask({ what: 'sheet', sha256s, title: filter.batch ?? '' })),
    escape: () => {
      if (isLooking) setLooking(false);
      else if (selection.chosen.size > 1) cursor.clear();
      else close();
    },
  };
  const does = (deed: PhotoDeed): void => (doings[deed.do] as (deed: PhotoDeed) => void)(deed);
  const step = (by: 1 | -1): void => cursor.choose(Math.max(0, Math.min(rows.total - 1, at + by)));
  useSheetCommands({
    does,
    cursor,
    count: meant.length,
    canPlace: placePhotos !== null,
    canSend,
    takeIn,
    onSearch: () => {
      searchField.current?.focus();
      searchField.current?.select();
    },
    onFilter: () => setFiltering(true),
    onGrid: focusGrid,
    onNextPane: () => focusNextPane(root.current),
  });
  useKeysFromNowhere(grid, isCovered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list takes the keys, unless a field has them
  useEffect(() => {
    if (document.activeElement?.closest('input') === null || document.activeElement === null) grid.current?.focus();
  }, [rows.key]);

  const isOfQuery = rows.key === sheetKey(filter, sort);
  const isEmpty = rows.key !== null && rows.total === 0 && isOfQuery;
  return (
    <main
      className={`photo-library ${isDropping ? 'is-dropping' : ''}`}
      aria-label={t('title')}
      ref={root}
      inert={isCovered}
      {...dropTarget}
    >
      <h1 className="for-readers">{t('title')}</h1>
      <div className="photo-beneath" inert={compared !== null}>
        <PhotoHead
          total={rows.key === null ? null : rows.total}
          takeIn={takeIn}
          searchField={searchField}
          isFiltering={isFiltering}
          onFiltering={setFiltering}
          onGrid={focusGrid}
        />
        <div className="photo-panes">
          <PhotoViews overview={overview} />
          <div className="photo-sheet" data-pane>
            <PhotoChips pages={pages} onGone={focusGrid} />
            {rows.error !== null && rows.key === null ? (
              <div className="photo-empty-sheet" role="alert">
                <p>{errorText(rows.error.code, currentLanguage(), rows.error.details)}</p>
                <Button onPress={() => pages.refresh()}>{t('problem')}</Button>
              </div>
            ) : isEmpty ? (
              <EmptySheet takeIn={takeIn} />
            ) : (
              <PhotoGrid
                key={rows.key}
                pages={pages}
                rows={rows}
                cursor={cursor}
                today={today}
                handle={grid}
                onDeed={does}
                onMenu={setMenuAt}
              />
            )}
            {isLooking && active !== undefined ? (
              <QuickLook pages={pages} at={at} total={rows.total} onStep={step} onClose={() => setLooking(false)} />
            ) : null}
          </div>
        </div>
        <PhotoBar
          chosen={meant.length}
          shown={shown}
          canPlace={placePhotos !== null}
          canSend={canSend}
          does={(deed) => {
            does(deed);
            if (deed.do === 'rate' || deed.do === 'label' || deed.do === 'aside') focusGrid();
          }}
          onClear={() => {
            cursor.clear();
            focusGrid();
          }}
        />
      </div>
      {compared === null ? null : (
        <ComparePhotos
          sha256s={compared}
          deeds={deeds}
          onClose={() => {
            compare(null);
            focusGrid();
          }}
        />
      )}
      {menuAt === null ? null : (
        <PhotoMenu
          at={menuAt}
          does={does}
          count={meant.length}
          shown={shown}
          canPlace={placePhotos !== null}
          canSend={canSend}
          onClose={() => setMenuAt(null)}
        />
      )}
      {discarding === null ? null : (
        <DiscardQuestion
          count={discarding.length}
          onClose={() => setDiscarding(null)}
          onDiscard={() => {
            void deeds.discard(discarding);
            setDiscarding(null);
          }}
        />
      )}
      {exporting.element}
      {isDropping ? (
        <div className="photo-drop" aria-hidden="true">
          <p>{t('takeIn.drop')}</p>
        </div>
      ) : null}
    </main>
  );
}

function isoToday(): string {
  const now = new Date();
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
}
