/**
 * What of a picture may be had from the site. Each live article that shows it has its edits, and each shape of them an edition
 * with an address of its own. A face that one live article makes unknown is unknown in every edition of the picture, also in
 * those of articles that were approved before; a picture that one of them holds back is in none.
 */
import { sha256Hex } from '../../shared/article/revision.ts';
import { type CropShape, cropShapes, type PhotoEdits } from '../../shared/photos/photo-details.ts';

export type Edition = { edits: PhotoEdits; shape: CropShape };

/** `live`: the edits of every live article with the picture. Null: it may not be shown. */
export function publicEdits(edits: PhotoEdits, live: readonly PhotoEdits[]): PhotoEdits | null {
  const all = [edits, ...live];
  const pixelated = [
    ...new Map(all.flatMap((one) => one.pixelated ?? []).map((area) => [JSON.stringify(area), area])).values(),
  ];
  if (pixelated.length > 0) return { ...edits, pixelated };
  return all.some(({ withheld }) => withheld === true) ? null : edits;
}

/** Empty for a picture as it is, which has the address that pictures had before there were editions. */
export function editionKey({ edits, shape }: Edition): string {
  const { turn, straighten, focus, crops, pixelated } = edits;
  const crop = crops?.[shape];
  const moved = shape === 'free' && crop === undefined ? undefined : focus;
  if (shape === 'free' && [turn, straighten, crop, pixelated].every((said) => said === undefined)) return '';
  const said = [shape, turn, straighten, moved, crop, pixelated].map((part) => part ?? null);
  return sha256Hex(JSON.stringify(said)).slice(0, 16);
}

/** The edition behind an address; null where no live article has one like it. */
export function findEdition(live: readonly PhotoEdits[], key: string): Edition | null {
  for (const one of live) {
    const edits = publicEdits(one, live);
    if (edits === null) return null;
    const shape = cropShapes.find((candidate) => editionKey({ edits, shape: candidate }) === key);
    if (shape !== undefined) return { edits, shape };
  }
  return null;
}
