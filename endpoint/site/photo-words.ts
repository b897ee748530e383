/**
 * What a picture of the site says of itself: the words of the live article that shows it. Where articles say different things of
 * the same picture, the address that a page names tells whose words it means.
 */
import type { Photo } from '../../shared/article/document.ts';
import { canonicalJson, sha256Hex } from '../../shared/article/revision.ts';
import type { PictureSize } from '../../shared/photos/geometry.ts';
import { withoutUnknown } from '../../shared/photos/made-unknown.ts';
import { type PictureWords, wordsOfPhoto } from '../../shared/photos/picture-words.ts';
import { wordsAsShown } from '../../shared/photos/words-as-shown.ts';
import type { LivePhoto } from '../store/site.ts';
import { type Edition, editionKey, publicEdits } from './editions.ts';

const KEY_DIGITS = 16;

/** Tells words apart; equal words have equal keys. */
export function wordsKey(photo: Photo): string {
  return sha256Hex(canonicalJson(wordsOfPhoto(photo))).slice(0, KEY_DIGITS);
}

/** The photo whose words an edition carries: that of `wanted` words, or else of the article that has been public longest. */
export function photoOfEdition(live: readonly LivePhoto[], edition: Edition, wanted: string | null): Photo | null {
  const allEdits = live.map(({ edits }) => edits);
  const key = editionKey(edition);
  const alike = live.flatMap(({ edits, photo }) => {
    const shown = publicEdits(edits, allEdits);
    return photo !== null && shown !== null && editionKey({ edits: shown, shape: edition.shape }) === key
      ? [photo]
      : [];
  });
  return alike.find((photo) => wordsKey(photo) === wanted) ?? alike[0] ?? null;
}

/** `size`: of the upright original, in pixels. */
export function wordsInEdition(photo: Photo, { edits, shape }: Edition, size: PictureSize): PictureWords {
  const words = wordsOfPhoto(photo);
  return wordsAsShown({ ...words, people: withoutUnknown(words.people, edits.pixelated) }, edits, shape, size);
}
