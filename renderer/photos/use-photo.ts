import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { PhotoInfo } from '../../shared/contract/desk.ts';
import { useDesk, useDeskEvent } from '../app/desk-context.tsx';

export type PhotoTexts = { caption: Y.Text; credit: Y.Text; alt: Y.Text };
export type PlacedPhoto = { sha256: string | null; texts: PhotoTexts | null };

const SHA256 = /^[0-9a-f]{64}$/u;

function readPlaced(doc: Y.Doc, id: string): PlacedPhoto {
  const photo = doc.getMap('photos').get(id);
  if (!(photo instanceof Y.Map)) return { sha256: null, texts: null };
  const sha256 = photo.get('sha256');
  const [caption, credit, alt] = [photo.get('caption'), photo.get('credit'), photo.get('alt')];
  const isWhole = caption instanceof Y.Text && credit instanceof Y.Text && alt instanceof Y.Text;
  return {
    sha256: typeof sha256 === 'string' && SHA256.test(sha256) ? sha256 : null,
    texts: isWhole ? { caption, credit, alt } : null,
  };
}

/** A photo of the document and its texts, as they are now. `texts` is null where a peer left none that can be edited. */
export function usePlacedPhoto(doc: Y.Doc, id: string): PlacedPhoto {
  const [placed, setPlaced] = useState(() => readPlaced(doc, id));
  useEffect(() => {
    const read = (): void => {
      const next = readPlaced(doc, id);
      setPlaced((former) =>
        former.sha256 === next.sha256 && former.texts?.caption === next.texts?.caption ? former : next,
      );
    };
    read();
    const photos = doc.getMap('photos');
    photos.observeDeep(read);
    return () => photos.unobserveDeep(read);
  }, [doc, id]);
  return placed;
}

/** What is known of an original: null while it is not on this computer; it is asked for again when something arrives. */
export function usePhotoInfo(articleId: string, sha256: string | null): PhotoInfo | null {
  const desk = useDesk();
  const [info, setInfo] = useState<PhotoInfo | null>(null);
  const [asked, setAsked] = useState(0);
  const isHere = info !== null && info.sha256 === sha256;
  useDeskEvent('article', ({ id }) => {
    if (id === articleId && !isHere) setAsked((times) => times + 1);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for anew
  useEffect(() => {
    if (sha256 === null) return;
    let isGone = false;
    desk.photos.info({ sha256 }).then(
      (known) => {
        if (!isGone) setInfo(known);
      },
      () => {
        // Not here yet: it comes with a sync.
      },
    );
    return () => {
      isGone = true;
    };
  }, [desk, sha256, asked]);
  return isHere ? info : null;
}

/** Where the page finds a photo. */
export function photoUrl(sha256: string, size: 'thumb' | 'preview'): string {
  return `./photos/${sha256}/${size}`;
}
