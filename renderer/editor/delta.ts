/** Places in a text, after a change that Yjs tells as a delta. */
export type Delta = { retain?: number; insert?: unknown; delete?: number; attributes?: object }[];

/** How many places something that is no text counts: one in the body, none in a field, which cannot show it. */
type EmbedPlaces = 0 | 1;

function lengthOf(insert: unknown, embedPlaces: EmbedPlaces): number {
  return typeof insert === 'string' ? insert.length : embedPlaces;
}

/** Where a place is after others' edits; what is put in exactly there goes behind it. */
export function movePlace(place: number, delta: Delta, embedPlaces: EmbedPlaces): number {
  let at = 0;
  let moved = place;
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    if (insert !== undefined) {
      const length = lengthOf(insert, embedPlaces);
      if (at < moved) moved += length;
      at += length;
    } else if (removed > 0) {
      if (at < moved) moved -= Math.min(removed, moved - at);
    } else at += retain;
  }
  return moved;
}

/**
 * Behind the last thing that was put in, or where the last was taken away; of a mere change of formats its end; null if
 * nothing changed. Taking formatted text away also tells formats of what stands behind it.
 */
export function endOfChange(delta: Delta, embedPlaces: EmbedPlaces): number | null {
  let at = 0;
  let end: number | null = null;
  let endOfFormat: number | null = null;
  for (const { retain = 0, insert, delete: removed = 0, attributes } of delta) {
    if (insert !== undefined) {
      at += lengthOf(insert, embedPlaces);
      end = at;
    } else if (removed > 0) end = at;
    else {
      at += retain;
      if (attributes !== undefined) endOfFormat = at;
    }
  }
  return end ?? endOfFormat;
}
