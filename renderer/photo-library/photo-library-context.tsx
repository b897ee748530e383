/**
 * The photo library of a person: whether it stands over the desk, what its contact sheet shows and where it was left, and the
 * pictures on their way in, which go on while something else is shown.
 */
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { PhotoFilter, PhotoSort } from '../../shared/contract/desk-photos.ts';
import { useDesk, useWorkstation } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { recall, remember } from '../app/kept.ts';
import { deskTakeIn } from './desk-take-in.ts';
import { type PhotoPlace, readPhotoPlace, type ThumbSize, tidyFilter } from './photo-place.ts';
import { nothingChosen, type Selection } from './selection.ts';
import { TakeInQueue } from './take-in-queue.ts';

/** Where the sheet was left: of which list, its first cell in sight, and what was chosen. */
export type LeftSheet = { key: string; cell: number; selection: Selection };

/** In their order, which of them to begin with, and in which field. */
export type Captions = { sha256s: readonly string[]; at: number; field?: string };
export type PlacePhotos = (sha256s: readonly string[]) => void;

export type PhotoLibrary = PhotoPlace & {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  setFilter: (filter: PhotoFilter) => void;
  setSort: (sort: PhotoSort) => void;
  setSize: (size: ThumbSize) => void;
  /** Read when the sheet is shown and written as it moves; nobody is told. */
  left: RefObject<LeftSheet>;
  queue: TakeInQueue;
  /** The take-in whose report is being read. */
  report: number | 'newest' | null;
  showReport: (id: number | 'newest' | null) => void;
  /** The caption desk stands over whatever is shown. */
  captions: Captions | null;
  writeCaptions: (sha256s: readonly string[], at: number, field?: string) => void;
  closeCaptions: () => void;
  /** Puts pictures into the open article; null where none is open that takes them. See useTakesPhotos. */
  placePhotos: PlacePhotos | null;
  setPlacePhotos: (place: PlacePhotos | null) => void;
  /** Pictures side by side. */
  compared: readonly string[] | null;
  compare: (sha256s: readonly string[] | null) => void;
};

export const OPEN_KEYS = 'alt+a';

const PhotoLibraryContext = createContext<PhotoLibrary | null>(null);

export function usePhotoLibrary(): PhotoLibrary {
  const library = useContext(PhotoLibraryContext);
  if (library === null) throw new Error('no PhotoLibraryProvider above this component');
  return library;
}

export function PhotoLibraryProvider({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  const desk = useDesk();
  const placeKey = `${personId}.photos`;
  const [{ host }] = useWorkstation();
  const [queue] = useState(() => new TakeInQueue(deskTakeIn(desk, { host, personId }), toAppError));
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState(() => readPhotoPlace(recall<unknown>(placeKey, null)));
  const [report, showReport] = useState<PhotoLibrary['report']>(null);
  const [captions, setCaptions] = useState<Captions | null>(null);
  const [placePhotos, setPlacePhotos] = useState<PlacePhotos | null>(null);
  const [compared, compare] = useState<readonly string[] | null>(null);
  const left = useRef<LeftSheet>({ key: '', cell: 0, selection: nothingChosen });
  useEffect(() => remember(placeKey, place), [placeKey, place]);
  useEffect(() => {
    // What has not begun would be lost with the page. A window of our own is not held: it could not ask.
    if (window.toasoan !== undefined) return;
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (queue.reports().some(({ state }) => state === 'running' || state === 'waiting')) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [queue]);
  const value = useMemo(
    (): PhotoLibrary => ({
      ...place,
      isOpen,
      open: () => setOpen(true),
      close: () => {
        setOpen(false);
        compare(null);
      },
      setFilter: (filter) => setPlace((former) => ({ ...former, filter: tidyFilter(filter) })),
      setSort: (sort) => setPlace((former) => ({ ...former, sort })),
      setSize: (size) => setPlace((former) => ({ ...former, size })),
      left,
      queue,
      report,
      showReport,
      captions,
      writeCaptions: (sha256s, at, field) => setCaptions({ sha256s, at, ...(field === undefined ? {} : { field }) }),
      closeCaptions: () => setCaptions(null),
      placePhotos,
      setPlacePhotos: (next) => setPlacePhotos(() => next),
      compared,
      compare: (sha256s) => {
        if (sha256s !== null) setOpen(true);
        compare(sha256s);
      },
    }),
    [place, isOpen, queue, report, captions, placePhotos, compared],
  );
  return <PhotoLibraryContext value={value}>{children}</PhotoLibraryContext>;
}

/** While the component is shown, pictures of the library can be put where it says; null where it takes none now. */
export function useTakesPhotos(place: PlacePhotos | null): void {
  const { setPlacePhotos } = usePhotoLibrary();
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  const takes = place !== null;
  const set = useRef(setPlacePhotos);
  set.current = setPlacePhotos;
  useEffect(() => {
    if (!takes) return;
    set.current((sha256s) => latest.current?.(sha256s));
    return () => set.current(null);
  }, [takes]);
}
