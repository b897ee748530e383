/** The keys of a table: what they do beside typing in a cell. */
import { formatNames } from '../../../shared/article/flat-text.ts';
import { matchesKeys } from '../../app/keys.ts';
import { formatKeys } from '../body-keys.ts';
import { type Direction, placeBeside } from './cell-grid.ts';
import { caretBox } from './cell-in-use.ts';
import type { TableDeed } from './table-deeds.ts';
import type { TableHand } from './table-hand.ts';

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export const tableKeys = {
  rowUp: 'alt+shift+arrowup',
  rowDown: 'alt+shift+arrowdown',
  narrower: 'alt+shift+arrowleft',
  wider: 'alt+shift+arrowright',
} as const satisfies Partial<Record<TableDeed, string>>;

/** In an update of the cell's editor; true if the key was the table's own. */
export function onCellKey(editing: TableHand, event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) {
    if (editing.area !== null) queueMicrotask(() => editing.selectArea(null));
    return false;
  }
  const mod = event.ctrlKey || event.metaKey;
  // Steps of the review belong to the desk; here they would break the line.
  if (mod && event.key === 'Enter') return true;
  // Nothing of the table happens within an update of the cell.
  const later = (run: () => void): true => {
    event.preventDefault();
    queueMicrotask(run);
    return true;
  };
  for (const [deed, keys] of Object.entries(tableKeys)) {
    if (matchesKeys(event, keys)) return later(() => editing.do(deed as TableDeed));
  }
  const format = editing.area === null ? undefined : formatNames.find((name) => matchesKeys(event, formatKeys[name]));
  if (format !== undefined) return later(() => editing.toggleFormat(format));
  const direction = arrows[event.key];
  if (direction !== undefined && !mod && !event.altKey) return onArrow(editing, event, direction, later);
  if (mod || event.altKey) return false;
  if (event.key === 'Tab') return later(() => editing.tab(event.shiftKey ? -1 : 1));
  if (event.key === 'Escape') {
    return later(() => {
      if (editing.area !== null) editing.selectArea(null);
      else editing.selectWhole();
    });
  }
  if (editing.area === null) return false;
  if (event.key === 'Backspace' || event.key === 'Delete') return later(() => editing.clearArea());
  if (event.key === 'Enter') return later(() => editing.selectArea(null));
  // Whoever types goes on in the cell where the selection began.
  if (event.key.length === 1) queueMicrotask(() => editing.selectArea(null));
  return false;
}

function onArrow(
  editing: TableHand,
  event: KeyboardEvent,
  direction: Direction,
  later: (run: () => void) => true,
): boolean {
  const { cell, area } = editing;
  if (cell === null) return false;
  const shape = editing.store.shape();
  if (event.shiftKey) {
    const edges = cell.$edges();
    const edge = { up: edges.top, down: edges.bottom, left: edges.start, right: edges.end }[direction];
    if (area === null && !edge) return false;
    const from = area?.from ?? cell.place;
    const to = placeBeside(shape, area?.to ?? cell.place, direction);
    return later(() => {
      if (to !== null) editing.selectArea({ from, to });
    });
  }
  if (area !== null) return later(() => editing.goTo(area.to, direction === 'left' ? 'start' : 'end'));
  const edges = cell.$edges();
  const isOut =
    (direction === 'up' && edges.top) ||
    (direction === 'down' && edges.bottom) ||
    (direction === 'left' && edges.start && isCollapsed()) ||
    (direction === 'right' && edges.end && isCollapsed());
  if (!isOut) return false;
  const x = caretBox()?.left ?? null;
  return later(() => editing.leave(direction, x));
}

function isCollapsed(): boolean {
  return getSelection()?.isCollapsed !== false;
}
