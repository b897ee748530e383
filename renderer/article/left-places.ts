/** Where each article was left: what was in sight, and where the caret stood. Kept on this computer, the latest articles. */
import { recall, remember } from '../app/kept.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import type { CaretPlace } from '../editor/caret-place.ts';
import type { ReadingPlace } from './reading-place.ts';

/** In `headline` or `lead` as an offset in its text; in the body as a place of a line. */
type Caret = { field: 'headline' | 'lead'; at: number } | CaretPlace;
export type LeftPlace = { reading: ReadingPlace; caret: Caret | null };

const KEY = 'left';
const MOST = 200;

export function findLeftPlace(id: string): LeftPlace | undefined {
  return recall<[string, LeftPlace][]>(KEY, []).find(([known]) => known === id)?.[1];
}

export function keepLeftPlace(id: string, place: LeftPlace): void {
  const others = recall<[string, LeftPlace][]>(KEY, []).filter(([known]) => known !== id);
  remember(KEY, [[id, place], ...others].slice(0, MOST));
}

function fieldIn(scroller: Element, name: string): HTMLTextAreaElement | null {
  return scroller.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
}

export function caretIn(scroller: Element, body: BodyHandle | null): Caret | null {
  for (const field of ['headline', 'lead'] as const) {
    const element = fieldIn(scroller, field);
    if (element !== null && element === document.activeElement) return { field, at: element.selectionStart };
  }
  return body?.caret() ?? null;
}

/** Takes the focus only where nothing has it: whoever goes through a list of articles stays in the list. */
export function returnCaret(scroller: Element, body: BodyHandle, caret: Caret): void {
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if ('field' in caret) {
    const field = fieldIn(scroller, caret.field);
    field?.setSelectionRange(caret.at, caret.at);
    if (isFree) field?.focus({ preventScroll: true });
    return;
  }
  if (isFree) body.focus();
  body.setCaret(caret);
}
