import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { PhotoInfo } from '../../shared/contract/desk.ts';
import type { PhotoEdits } from '../../shared/photos/photo-details.ts';
import { shownEditsText } from '../../shared/photos/shown-edits.ts';
import { useDesk, useDeskEvent, useDeskLink } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

export type PhotoTexts = { caption: Y.Text; credit: Y.Text; alt: Y.Text };
export type PlacedPhoto = { sha256: string | null; texts: PhotoTexts | null; isDecorative: boolean };

const SHA256 = /^[0-9a-f]{64}$/u;
/** Originals never change, so what is known of one is known for good. */
const known = new Map<string, PhotoInfo>();

/** The core has told of a photo: nobody need ask for it. */
export function knowPhoto(info: PhotoInfo): void {
  known.set(info.sha256, info);
}

function readPlaced(doc: Y.Doc, id: string): PlacedPhoto {
  const photo = doc.getMap('photos').get(id);
  if (!(photo instanceof Y.Map)) return { sha256: null, texts: null, isDecorative: false };
  const sha256 = photo.get('sha256');
  const [caption, credit, alt] = [photo.get('caption'), photo.get('credit'), photo.get('alt')];
  const isWhole = caption instanceof Y.Text && credit instanceof Y.Text && alt instanceof Y.Text;
  return {
    sha256: typeof sha256 === 'string' && SHA256.test(sha256) ? sha256 : null,
    texts: isWhole ? { caption, credit, alt } : null,
    isDecorative: photo.get('decorative') === true,
  };
}

/** A photo of the document and its texts, as they are now. `texts` is null where a peer left none that can be edited. */
export function usePlacedPhoto(doc: Y.Doc, id: string): PlacedPhoto {
  const [placed, setPlaced] = useState(() => readPlaced(doc, id));
  useEffect(() => {
    const read = (): void => {
      const next = readPlaced(doc, id);
      setPlaced((former) =>
        former.sha256 === next.sha256 &&
        former.texts?.caption === next.texts?.caption &&
        former.isDecorative === next.isDecorative
          ? former
          : next,
      );
    };
    read();
    const photos = doc.getMap('photos');
    photos.observeDeep(read);
    return () => photos.unobserveDeep(read);
  }, [doc, id]);
  return placed;
}

/** `asking` until the core has answered; `elsewhere` while it is on another computer. */
export type StoredPhoto = PhotoInfo | 'asking' | 'elsewhere';

/** What is known of an original. One that is elsewhere is asked for again whenever something of the article arrives. */
export function useStoredPhoto(articleId: string, sha256: string): StoredPhoto {
  const desk = useDesk();
  const link = useDeskLink();
  const [answer, setAnswer] = useState<{ sha256: string; photo: StoredPhoto }>({ sha256, photo: 'asking' });
  const [asked, setAsked] = useState(0);
  const photo = known.get(sha256) ?? (answer.sha256 === sha256 ? answer.photo : 'asking');
  const isElsewhere = photo === 'elsewhere';
  useDeskEvent('article', ({ id }) => {
    if (id === articleId && isElsewhere) setAsked((times) => times + 1);
  });
  useEffect(
    () =>
      link.onState((line) => {
        if (line === 'open') setAsked((times) => times + 1);
      }),
    [link],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for anew
  useEffect(() => {
    if (known.has(sha256)) return;
    let isGone = false;
    desk.photos.info({ sha256 }).then(
      (info) => {
        knowPhoto(info);
        if (!isGone) setAnswer({ sha256, photo: info });
      },
      (error) => {
        const isMissing = toAppError(error).code === 'photo-not-found';
        if (!isGone && isMissing) setAnswer({ sha256, photo: 'elsewhere' });
      },
    );
    return () => {
      isGone = true;
    };
  }, [desk, sha256, asked]);
  return photo;
}

/** Where the page finds a photo as it is shown with its edits; without them, as it is. */
export function photoUrl(sha256: string, size: 'thumb' | 'preview', edits: PhotoEdits = {}): string {
  const shown = shownEditsText(edits);
  return `./photos/${sha256}/${size}${shown === '' ? '' : `/${shown}`}`;
}
