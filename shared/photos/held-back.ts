import type { PhotoEdits } from './photo-details.ts';

/** The picture may not go out as it is: faces in it are to be made unknown, and nobody has said yet which. */
export function isHeldBack(edits: PhotoEdits | undefined): boolean {
  return edits?.withheld === true && edits.pixelated === undefined;
}
