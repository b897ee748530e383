import { hidesAsMuch } from './hides-as-much.ts';
import type { PhotoEdits } from './photo-details.ts';

/** A picture's edits as they were approved, with what has to be hidden in it by now: never less than either says. */
export function stricterEdits(approved: PhotoEdits, now: PhotoEdits): PhotoEdits {
  const hidden = approved.pixelated ?? [];
  const since = (now.pixelated ?? []).filter((area) => !hidesAsMuch(hidden, [area]));
  return {
    ...approved,
    ...(since.length === 0 ? {} : { pixelated: [...hidden, ...since] }),
    ...(now.withheld === true ? { withheld: true } : {}),
  };
}
