/** Photos and their places in the text, as a page fills, empties and removes them. */
import * as Y from 'yjs';
import { type Photo, photosOf } from './document.ts';
import { deletePlaces, getBody, type Line, type LinePart, readLines } from './flat-text.ts';
import { readArticle } from './read.ts';
import { addPhoto, setPhotoFile } from './write.ts';

const wordNames = ['caption', 'credit', 'alt'] as const;

/** The photos that stand in the text without a picture, in its order, each once. */
export function emptyPhotoPlaces(doc: Y.Doc): string[] {
  const { blocks, photos } = readArticle(doc);
  const empty = new Set(photos.filter(({ sha256 }) => sha256 === null).map(({ id }) => id));
  const placed = blocks.flatMap(photosOf).filter((id) => empty.has(id));
  return [...new Set(placed)];
}

/**
 * Gives a photo its picture; one that is not known yet is added. What the file says of itself fills only what nobody
 * has written.
 */
export function putPhoto(
  doc: Y.Doc,
  id: string,
  info: Omit<Photo, 'id' | 'sha256'> & { sha256: string },
  origin: unknown,
): void {
  doc.transact(() => {
    if (!setPhotoFile(doc, id, info.sha256, origin)) {
      const { sha256, caption, credit, alt, decorative } = info;
      addPhoto(doc, { id, sha256, caption, credit, alt, ...(decorative === true ? { decorative } : {}) }, origin);
      return;
    }
    const photo = doc.getMap('photos').get(id) as Y.Map<unknown>;
    for (const name of wordNames) {
      const text = photo.get(name);
      if (text instanceof Y.Text && text.length === 0 && info[name] !== '') text.insert(0, info[name]);
    }
    const alt = photo.get('alt');
    if (info.decorative === true && !(alt instanceof Y.Text && alt.length > 0)) photo.set('decorative', true);
  }, origin);
}

/** Takes every place of a photo out of the text; what is known of the photo stays. Lines that held nothing else go too. */
export function removePhotoPlaces(doc: Y.Doc, id: string, origin: unknown): void {
  doc.transact(() => {
    const body = getBody(doc);
    for (const line of readLines(body).reverse()) {
      const places = placesIn(line, id);
      // The mark at place 0 is never deleted.
      if (places.length > 0 && line.parts.length === places.length && line.start > 0)
        deletePlaces(body, line.start, line.length);
      else for (const place of places.reverse()) deletePlaces(body, place, 1);
    }
  }, origin);
}

/** Takes a photo and what was written about it out of the article, unless it stands in the text. */
export function deletePhoto(doc: Y.Doc, id: string, origin: unknown): void {
  if (readLines(getBody(doc)).some((line) => placesIn(line, id).length > 0)) return;
  doc.transact(() => doc.getMap('photos').delete(id), origin);
}

function placesIn(line: Line, id: string): number[] {
  const places: number[] = [];
  let place = line.start + (line.mark === null ? 0 : 1);
  for (const part of line.parts) {
    if (isPhoto(part, id)) places.push(place);
    place += 'text' in part ? part.text.length : 1;
  }
  return places;
}

function isPhoto(part: LinePart, id: string): boolean {
  return 'embed' in part && part.embed.type === 'photo' && part.embed.photo === id;
}
