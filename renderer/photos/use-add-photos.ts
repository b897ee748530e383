/**
 * Pictures on their way into an article. They are taken in one after the other; those that cannot be are told, each by
 * its file's name. Only then are the others put into the article, all of them in one step of undo: cancelled in the
 * middle, nothing is half done.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appendEmbed } from '../../shared/article/append-embed.ts';
import { newBlockId } from '../../shared/article/flat-text.ts';
import { deletePhoto, emptyPhotoPlaces, putPhoto, removePhotoPlaces } from '../../shared/article/photo-places.ts';
import { setPhotoFile } from '../../shared/article/write.ts';
import type { PhotoInfo } from '../../shared/contract/desk.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { placedWords } from '../../shared/photos/placed-words.ts';
import { useDesk } from '../app/desk-context.tsx';
import type { Desk } from '../app/desk-link.ts';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { jumpTo } from '../review/jump.ts';
import { chooseFiles } from '../ui/choose-files.ts';
import { useNotices } from '../ui/notices.tsx';
import { type DropPlace, placeAtPoint, placeBehind } from './drop-place.ts';
import { knowPhoto } from './use-photo.ts';

/** Phones' pictures as well, so that whoever has one is told what to do with it. */
const ACCEPT = 'image/jpeg,image/png,image/webp,image/avif,image/tiff,.heic,.heif';
const MEGABYTE = 1024 * 1024;

/** Not tracked by undo: see `fillPlaces`. */
const PASTE_ORIGIN = 'pictures of a paste';

/** `done` of `total` are taken in; `file` is the one under way. */
export type Adding = { done: number; total: number; file: string };

export type PhotoActions = {
  /** Asks for pictures: places without one are filled in order, the rest come behind the caret. */
  choose: () => void;
  /** Asks for a picture for a place. */
  chooseFor: (photoId: string) => void;
  /** The first file becomes the place's picture; what is left comes behind it. */
  fill: (photoId: string, files: readonly File[], behind: HTMLElement | null) => void;
  /** Pictures for places that a paste has just made: they belong to its step of undo. */
  fillPlaces: (pictures: readonly { photo: string; file: File }[]) => void;
  /** Places of their own at a point of the screen, or behind the caret. */
  addToBody: (files: readonly File[], at: { x: number; y: number } | null) => void;
  /** Into the gallery that a photo stands in, behind it. */
  addBeside: (photoId: string, files: readonly File[]) => void;
  /** The picture is taken out of its place; place and caption stay. */
  clear: (photoId: string) => void;
  /** The place is taken out of the text; what was written about the photo stays in the list of photos. */
  removePlace: (photoId: string) => void;
  /** A photo that stands nowhere in the text gets a place behind the caret. */
  place: (photoId: string) => void;
  /** A photo that stands nowhere in the text leaves the article. */
  remove: (photoId: string) => void;
  /** Asks for pictures of the library: for a place, or without one for places behind the caret. */
  pick: (photoId?: string) => void;
  /** Puts pictures of the library into the article, with what is said of them there; those that cannot be had are told. */
  placeRecords: (sha256s: readonly string[], options?: PlaceOptions) => void;
  cancel: () => void;
};

/** `into`: a place without a picture, for the first of them. `asGallery`: they stand side by side. */
export type PlaceOptions = { into?: string; asGallery?: boolean };
/** Pictures of the library are being chosen: for this place, or for places of their own. */
export type Picking = { into?: string };

/** A picture with the words that it brings along. */
type PlacedPicture = Parameters<typeof putPhoto>[2];

export function useAddPhotos(
  session: ArticleSession,
  body: BodyHandle | null,
): PhotoActions & { progress: Adding | null; picking: Picking | null; endPicking: () => void } {
  const { t } = useTranslation('photos');
  const desk = useDesk();
  const { tellError, say } = useNotices();
  const [progress, setProgress] = useState<Adding | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const latest = useRef({ body, tellError, say, t });
  useEffect(() => {
    latest.current = { body, tellError, say, t };
  });

  const actions = useMemo((): PhotoActions => {
    const { doc, undo } = session;
    let cancelled = new AbortController();

    const takeIn = async (
      files: readonly File[],
      onTaken: (file: File, info: PhotoInfo) => void = () => {},
    ): Promise<PhotoInfo[]> => {
      const { signal } = cancelled;
      const taken: PhotoInfo[] = [];
      for (const [done, file] of files.entries()) {
        if (signal.aborted) break;
        setProgress({ done, total: files.length, file: file.name });
        try {
          const info = await addPhotoFile(desk, file, signal);
          taken.push(info);
          if (!signal.aborted) onTaken(file, info);
        } catch (error) {
          if (!signal.aborted) latest.current.tellError(toAppError(error));
        }
      }
      setProgress(null);
      return signal.aborted ? [] : taken;
    };

    /** One step of undo, and one update, for whatever a change does to text and photos. */
    const write = (change: () => void): void => {
      flushViews(doc);
      undo.cut();
      doc.transact(() => {
        change();
        flushViews(doc);
      }, LOCAL_ORIGIN);
      undo.cut();
    };

    const insert = (infos: readonly PlacedPicture[], at: DropPlace | null, beside?: string): string[] => {
      const ids = infos.map(() => newBlockId());
      for (const [index, info] of infos.entries()) putPhoto(doc, ids[index]!, info, LOCAL_ORIGIN);
      const { body } = latest.current;
      if (body?.isShown() === true) body.insertPhotos(ids, at?.point(), beside);
      else if (session.state().working === 'draft') {
        // The person has gone on to another article meanwhile.
        for (const photo of ids) appendEmbed(doc, { type: 'photo', photo }, LOCAL_ORIGIN);
      }
      return ids;
    };

    const add = (
      files: readonly File[],
      places: () => readonly string[],
      at: DropPlace | null,
      beside?: string,
    ): void => session.waitFor(takeInAndInsert(files, places, at, beside));

    const takeInAndInsert = async (
      files: readonly File[],
      places: () => readonly string[],
      at: DropPlace | null,
      beside?: string,
    ): Promise<void> => {
      if (files.length === 0) return;
      cancelled.abort();
      cancelled = new AbortController();
      const infos = await takeIn(files);
      if (infos.length === 0) return;
      let inserted: string[] = [];
      write(() => {
        const open = places().slice(0, infos.length);
        for (const [index, id] of open.entries()) putPhoto(doc, id, infos[index]!, LOCAL_ORIGIN);
        const rest = infos.slice(open.length);
        if (rest.length > 0) inserted = insert(rest, at, beside);
      });
      const { say: tell, t: words } = latest.current;
      const gather = { label: words('gather'), run: () => latest.current.body?.gatherPhotos(inserted) };
      if (infos.length > 1)
        tell(words('added', { count: infos.length }), inserted.length > 1 && beside === undefined ? gather : undefined);
    };

    const placeRecords = async (
      sha256s: readonly string[],
      { into, asGallery = false }: PlaceOptions,
    ): Promise<void> => {
      const asked = await Promise.allSettled(sha256s.map((sha256) => desk.photoLibrary.record({ sha256 })));
      const pictures = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [placedWords(answer.value)] : []));
      for (const answer of asked) {
        if (answer.status === 'rejected') latest.current.tellError(toAppError(answer.reason));
      }
      const [first] = pictures;
      if (first === undefined) return;
      const shown: string[] = [];
      write(() => {
        if (into !== undefined) putPhoto(doc, into, first, LOCAL_ORIGIN);
        const rest = into === undefined ? pictures : pictures.slice(1);
        const placed = rest.length === 0 ? [] : insert(rest, null);
        shown.push(...(into === undefined ? [] : [into]), ...placed);
        if (!asGallery || placed.length < 2) return;
        flushViews(doc);
        latest.current.body?.gatherPhotos(placed);
      });
      const { body, say: tell, t: words } = latest.current;
      if (pictures.length > 1) tell(words('added', { count: pictures.length }));
      // What is there is read and mended at once.
      if (body?.isShown() === true) setTimeout(() => jumpTo({ what: 'caption', photo: shown[0]!, number: 0 }), 0);
    };

    const fillPlaces = async (pictures: Parameters<PhotoActions['fillPlaces']>[0]): Promise<void> => {
      cancelled = new AbortController();
      const places = new Map(pictures.map(({ photo, file }) => [file, photo]));
      await takeIn([...places.keys()], (file, info) => {
        const photo = places.get(file)!;
        // Undone meanwhile, the place is gone with all that belongs to it.
        if (doc.getMap('photos').has(photo)) putPhoto(doc, photo, info, PASTE_ORIGIN);
      });
    };

    return {
      choose: () => {
        void chooseFiles(ACCEPT).then((files) => add(files, () => emptyPhotoPlaces(doc), null));
      },
      chooseFor: (photoId) => {
        void chooseFiles(ACCEPT).then((files) => add(files, () => [photoId], null));
      },
      fill: (photoId, files, behind) => add(files, () => [photoId], placeBehind(behind)),
      fillPlaces: (pictures) => session.waitFor(fillPlaces(pictures)),
      addToBody: (files, at) => add(files, () => [], at === null ? null : placeAtPoint(at)),
      addBeside: (photoId, files) => add(files, () => [], null, photoId),
      clear: (photoId) => write(() => setPhotoFile(doc, photoId, null, LOCAL_ORIGIN)),
      removePlace: (photoId) => write(() => removePhotoPlaces(doc, photoId, LOCAL_ORIGIN)),
      place: (photoId) => write(() => latest.current.body?.insertPhotos([photoId])),
      remove: (photoId) => write(() => deletePhoto(doc, photoId, LOCAL_ORIGIN)),
      pick: (photoId) => setPicking(photoId === undefined ? {} : { into: photoId }),
      placeRecords: (sha256s, options = {}) => session.waitFor(placeRecords(sha256s, options)),
      cancel: () => cancelled.abort(),
    };
  }, [session, desk]);
  return useMemo(
    () => ({ ...actions, progress, picking, endPicking: () => setPicking(null) }),
    [actions, progress, picking],
  );
}

/** Throws AppError photo-too-large before a byte is sent, and what the core says of a file it cannot take. */
async function addPhotoFile(desk: Desk, file: File, signal: AbortSignal): Promise<PhotoInfo> {
  if (file.size > MAX_PHOTO_BYTES) {
    const size = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;
    throw new AppError('photo-too-large', { file: file.name, size: size(file.size), limit: size(MAX_PHOTO_BYTES) });
  }
  const info = await desk.photos.add({ file, name: file.name }, { signal });
  knowPhoto(info);
  return info;
}
