/** Putting a picture into an article without a page: into a place that waits for one, or at the end of the body. */
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import type { Photo } from '../../../shared/article/document.ts';
import { getBody, makeEmbed, makeMark } from '../../../shared/article/flat-text.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { addPhoto, setPhotoFile } from '../../../shared/article/write.ts';
import type { PhotoInfo } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const wordNames = ['caption', 'credit', 'alt'] as const;
export type PhotoWords = Partial<Record<(typeof wordNames)[number], string>>;

/**
 * Gives photo place `place` (from 1, in the order of the document) this picture; without a place the first that has
 * none, else a new one at the end. `words` replace what is written there; what the file says of itself fills only what
 * is empty. Answers the edit as one Yjs update, and the place. Throws AppError invalid-request where there is no such
 * place.
 */
export function placePhoto(
  state: Uint8Array,
  info: PhotoInfo,
  words: PhotoWords,
  place?: number,
): { update: Uint8Array; place: number } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  const { photos } = readArticle(doc);
  const chosen = place === undefined ? photos.find(({ sha256 }) => sha256 === null) : photos[place - 1];
  if (place !== undefined && chosen === undefined) {
    throw new AppError('invalid-request', { reason: `the article has ${photos.length} photo places` });
  }
  const photo: Photo = { ...(chosen ?? { id: newId(), caption: '', credit: '', alt: '' }), sha256: info.sha256 };
  for (const name of wordNames) photo[name] = words[name] ?? (photo[name] || info[name]);
  doc.transact(() => {
    if (chosen === undefined) appendPlace(doc, photo.id);
    if (setPhotoFile(doc, photo.id, photo.sha256, 'place')) writeWords(doc, photo);
    else addPhoto(doc, photo, 'place');
  });
  const update = Y.encodeStateAsUpdate(doc, before);
  const at = readArticle(doc).photos.findIndex(({ id }) => id === photo.id);
  doc.destroy();
  return { update, place: at + 1 };
}

function appendPlace(doc: Y.Doc, photo: string): void {
  const body = getBody(doc);
  body.applyDelta([
    { retain: body.length },
    { insert: makeMark('paragraph') },
    { insert: makeEmbed({ type: 'photo', photo }) },
  ]);
}

function writeWords(doc: Y.Doc, photo: Photo): void {
  const stored = doc.getMap('photos').get(photo.id);
  if (!(stored instanceof Y.Map)) return;
  for (const name of wordNames) {
    const text = stored.get(name);
    if (!(text instanceof Y.Text) || text.toString() === photo[name]) continue;
    text.delete(0, text.length);
    text.insert(0, photo[name]);
  }
}
