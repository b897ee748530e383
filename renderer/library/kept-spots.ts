/** Where each list was left: its first row in sight and the row the keys were on. The lists used last, each person's own. */
import { recall, remember } from '../app/kept.ts';

/** `row` may be between two rows; `active` is null where the keys had not been in the list. */
export type Spot = { row: number; active: { index: number; id: string } | null };
type KeptSpot = Spot & { list: string };

const MOST_LISTS = 24;

export function putSpot(spots: readonly KeptSpot[], list: string, spot: Spot): KeptSpot[] {
  return [{ list, ...spot }, ...spots.filter((other) => other.list !== list)].slice(0, MOST_LISTS);
}

export function recallSpot(personId: string, list: string): Spot | null {
  return recall<KeptSpot[]>(keyOf(personId), []).find((spot) => spot?.list === list) ?? null;
}

export function rememberSpot(personId: string, list: string, spot: Spot): void {
  remember(keyOf(personId), putSpot(recall<KeptSpot[]>(keyOf(personId), []), list, spot));
}

function keyOf(personId: string): string {
  return `${personId}.spots`;
}
