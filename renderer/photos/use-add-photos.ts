/** Pictures on their way into an article: one after the other, each told when it cannot be taken. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as Y from 'yjs';
import { newBlockId } from '../../shared/article/flat-text.ts';
import { readArticle } from '../../shared/article/read.ts';
import { addPhoto, setPhotoFile } from '../../shared/article/write.ts';
import type { PhotoInfo } from '../../shared/contract/desk.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/article-body.tsx';
import { flushViews } from '../editor/inbound.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { chooseFiles } from '../import/choose-files.ts';
import { useNotices } from '../ui/notices.tsx';

const ACCEPT = 'image/jpeg,image/png,image/webp';
const MEGABYTE = 1024 * 1024;

type Place = { x: number; y: number };

export type AddPhotos = {
  /** Asks for pictures: places without one are filled in order, the rest come behind the caret. */
  choose: () => void;
  /** Asks for one picture for a place. */
  chooseFor: (photoId: string) => void;
  fill: (photoId: string, files: readonly File[]) => void;
  addToBody: (files: readonly File[], at: Place | null) => void;
  /** The picture is taken out of its place; place and caption stay. */
  clear: (photoId: string) => void;
  progress: { done: number; total: number } | null;
  cancel: () => void;
};

export function useAddPhotos(session: ArticleSession, body: BodyHandle | null): AddPhotos {
  const { t } = useTranslation('photos');
  const desk = useDesk();
  const { tellError, say } = useNotices();
  const [progress, setProgress] = useState<AddPhotos['progress']>(null);
  const isCancelled = useRef(false);
  const latestBody = useRef(body);
  useEffect(() => {
    latestBody.current = body;
  });
  const { doc, undo } = session;

  /** Takes the files in, in order; those that cannot be taken are told and left out. */
  const takeIn = async (files: readonly File[]): Promise<PhotoInfo[]> => {
    isCancelled.current = false;
    const taken: PhotoInfo[] = [];
    try {
      for (const [index, file] of files.entries()) {
        setProgress({ done: index, total: files.length });
        try {
          if (file.size > MAX_PHOTO_BYTES) {
            const size = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;
            throw new AppError('photo-too-large', {
              file: file.name,
              size: size(file.size),
              limit: size(MAX_PHOTO_BYTES),
            });
          }
          taken.push(await desk.photos.add({ file, name: file.name }));
        } catch (error) {
          tellError(toAppError(error));
        }
        // What was taken in so far is not in the article yet, so nothing is half done.
        if (isCancelled.current) return [];
      }
    } finally {
      setProgress(null);
    }
    return taken;
  };

  /** One step of undo for however many pictures. */
  const write = (change: () => void): void => {
    flushViews(doc);
    undo.cut();
    doc.transact(change, LOCAL_ORIGIN);
    undo.cut();
  };

  const put = (id: string, info: PhotoInfo): void => {
    const photos = doc.getMap('photos');
    const photo = photos.get(id);
    if (!(photo instanceof Y.Map)) {
      addPhoto(
        doc,
        { id, sha256: info.sha256, caption: info.caption, credit: info.credit, alt: info.alt },
        LOCAL_ORIGIN,
      );
      return;
    }
    setPhotoFile(doc, id, info.sha256, LOCAL_ORIGIN);
    for (const name of ['caption', 'credit', 'alt'] as const) {
      const text = photo.get(name);
      // What the file says of itself fills only what nobody has written.
      if (text instanceof Y.Text && text.length === 0 && info[name] !== '') text.insert(0, info[name]);
    }
  };

  const insert = (infos: readonly PhotoInfo[], at: Place | null): void => {
    if (infos.length === 0) return;
    const ids = infos.map(() => newBlockId());
    write(() => {
      for (const [index, info] of infos.entries()) put(ids[index]!, info);
    });
    latestBody.current?.insertPhotos(ids, at ?? undefined);
    flushViews(doc);
    undo.cut();
  };

  const fillPlaces = async (files: readonly File[], places: readonly string[], at: Place | null): Promise<void> => {
    const infos = await takeIn(files);
    const filled = infos.slice(0, places.length);
    if (filled.length > 0) {
      write(() => {
        for (const [index, info] of filled.entries()) put(places[index]!, info);
      });
    }
    insert(infos.slice(places.length), at);
    if (infos.length > 0) say(t('added', { count: infos.length }));
  };

  const emptyPlaces = (): string[] => {
    const { blocks, photos } = readArticle(doc);
    const empty = new Set(photos.filter(({ sha256 }) => sha256 === null).map(({ id }) => id));
    return [
      ...new Set(blocks.flatMap((block) => (block.kind === 'photo' && empty.has(block.photo) ? [block.photo] : []))),
    ];
  };

  return {
    choose: () => {
      void chooseFiles(ACCEPT).then((files) =>
        files.length === 0 ? undefined : fillPlaces(files, emptyPlaces(), null),
      );
    },
    chooseFor: (photoId) => {
      void chooseFiles(ACCEPT).then((files) => (files.length === 0 ? undefined : fillPlaces(files, [photoId], null)));
    },
    fill: (photoId, files) => void fillPlaces(files, [photoId], null),
    addToBody: (files, at) => void fillPlaces(files, [], at),
    clear: (photoId) => write(() => setPhotoFile(doc, photoId, null, LOCAL_ORIGIN)),
    progress,
    cancel: () => {
      isCancelled.current = true;
    },
  };
}
