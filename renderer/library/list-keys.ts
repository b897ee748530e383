/** What the keys of a list of articles do, for the list and the table alike. */
import { isMac, type KeyPress } from '../app/keys.ts';

/** `by`: rows from the active one, or to an end. `extends`: everything on the way is chosen. */
export type ListDeed =
  | { do: 'move'; by: number | 'first' | 'last'; extends: boolean }
  | { do: 'open' | 'toggle' | 'all' | 'undo' | 'escape' };

/** Null for a key that is not the list's. `pageRows`: how many rows the page keys go. */
export function listDeed(press: KeyPress, pageRows: number, mac = isMac): ListDeed | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.altKey) return null;
  if (mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey) {
    if (press.shiftKey) return null;
    return key === 'a' ? { do: 'all' } : key === 'z' ? { do: 'undo' } : null;
  }
  if (press.ctrlKey || press.metaKey) return null;
  const moves: Record<string, number | 'first' | 'last'> = {
    ArrowDown: 1,
    ArrowUp: -1,
    j: 1,
    k: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: 'first',
    End: 'last',
  };
  const by = moves[key];
  if (by !== undefined) return { do: 'move', by, extends: press.shiftKey };
  if (press.shiftKey) return null;
  const deeds: Record<string, ListDeed> = {
    Enter: { do: 'open' },
    ' ': { do: 'toggle' },
    Escape: { do: 'escape' },
  };
  return deeds[key] ?? null;
}
