/** What the keys of the contact sheet do: as in Photo Mechanic and Lightroom. */
import type { PhotoLabel } from '../../shared/photos/photo-details.ts';
import { isMac, type KeyPress } from '../app/keys.ts';

export type GridStep = 'left' | 'right' | 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';
export type GridDeed =
  /** `extends`: everything on the way is chosen; `keeps`: what is chosen stays as it is. */
  | { do: 'move'; step: GridStep; extends: boolean; keeps: boolean }
  | { do: 'rate'; rating: number }
  | { do: 'label'; label: PhotoLabel }
  | { do: 'toggle' }
  | { do: 'all' }
  | { do: 'open' | 'look' | 'aside' | 'discard' | 'undo' | 'escape' };

const steps: Record<string, GridStep> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
};
const labelKeys: Record<string, PhotoLabel> = { '6': 'red', '7': 'yellow', '8': 'green', '9': 'blue' };
const plain: Record<string, GridDeed> = {
  Enter: { do: 'open' },
  ' ': { do: 'look' },
  Escape: { do: 'escape' },
  x: { do: 'aside' },
  Delete: { do: 'discard' },
  Backspace: { do: 'discard' },
};
const DIGIT = /^(?:Digit|Numpad)(\d)$/;

/** Null for a key that is not the sheet's. */
export function gridDeed(press: KeyPress, mac = isMac): GridDeed | null {
  if (press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const hasMod = mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  const step = steps[key];
  if (step !== undefined) {
    if (!hasMod && (press.ctrlKey || press.metaKey)) return null;
    return { do: 'move', step, extends: press.shiftKey, keeps: hasMod && !press.shiftKey };
  }
  if (hasMod) {
    if (press.shiftKey) return null;
    const deeds: Record<string, GridDeed> = { a: { do: 'all' }, z: { do: 'undo' }, ' ': { do: 'toggle' } };
    return deeds[key] ?? null;
  }
  if (press.ctrlKey || press.metaKey) return null;
  // What is printed on the key is meant, also where the keyboard writes digits with Shift.
  const digit = /^\d$/.test(key) ? key : DIGIT.exec(press.code ?? '')?.[1];
  if (digit !== undefined) {
    const label = labelKeys[digit];
    return label === undefined ? { do: 'rate', rating: Number(digit) } : { do: 'label', label };
  }
  return press.shiftKey ? null : (plain[key] ?? null);
}

export type GridShape = { total: number; columns: number; rowsInSight: number };

/** Where a step leads from a cell; before the first move `at` is -1. */
export function stepFrom(at: number, step: GridStep, { total, columns, rowsInSight }: GridShape): number {
  if (total === 0) return -1;
  const last = total - 1;
  if (step === 'first') return 0;
  if (step === 'last') return last;
  if (at < 0) return 0;
  const page = Math.max(1, rowsInSight) * columns;
  const by: Record<Exclude<GridStep, 'first' | 'last'>, number> = {
    left: -1,
    right: 1,
    up: -columns,
    down: columns,
    'page-up': -page,
    'page-down': page,
  };
  const to = at + by[step];
  if (step === 'left' || step === 'right') return Math.max(0, Math.min(last, to));
  const column = at % columns;
  // Above the first row there is nothing; below the last one the nearest cell of that row.
  if (to < 0) return at < columns ? at : column;
  if (to <= last) return to;
  const lastRow = Math.floor(last / columns);
  return Math.floor(at / columns) === lastRow ? at : Math.min(last, lastRow * columns + column);
}
