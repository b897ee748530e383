import { areaOf } from './cell-grid.ts';
import type { TableEditing } from './table-editing.ts';

/**
 * The mouse in a table: a press brings the caret into a cell, dragging to another selects cells, and so does Shift. Where
 * the press brings the cell's editor along, the browser would look for the caret in elements that are gone; then the caret
 * is put there, and what is dragged over selected, by hand. Answers a function that stops.
 */
export function watchPointer(
  editing: TableEditing,
  frame: HTMLElement,
  onMenu: (at: { x: number; y: number }) => void,
): () => void {
  let from: string | null = null;
  let isByHand = false;
  const placeOf = (target: EventTarget | null): string | null => {
    const isEdge = target instanceof Element && target.classList.contains('column-edge');
    const cell = target instanceof Element && !isEdge ? target.closest<HTMLElement>('[data-cell]') : null;
    return cell !== null && frame.contains(cell) ? (cell.dataset.cell ?? null) : null;
  };
  const isInArea = (place: string): boolean => {
    const [area, cell] = [editing.area === null ? null : editing.currentArea(), areaOf(editing.store.shape(), place)];
    if (area === null || cell === null) return false;
    return (
      cell.row >= area.row &&
      cell.column >= area.column &&
      cell.row < area.row + area.rows &&
      cell.column < area.column + area.columns
    );
  };
  const onPress = (event: PointerEvent): void => {
    const place = placeOf(event.target);
    if (place === null || (event.button === 2 && isInArea(place))) return;
    const former = editing.cell?.place ?? null;
    if (event.shiftKey && event.button === 0 && former !== null && former !== place) return;
    editing.selectArea(null);
    editing.use(place);
    isByHand = former !== place;
    from = event.button === 0 ? place : null;
  };
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    const former = editing.cell?.place ?? null;
    if (event.shiftKey && event.button === 0 && former !== null && former !== place) {
      event.preventDefault();
      editing.selectArea({ from: editing.area?.from ?? former, to: place });
    } else if (event.button === 2 && isInArea(place)) event.preventDefault();
    else if (isByHand || (event.target instanceof Element && event.target.closest('.cell-text') === null)) {
      event.preventDefault();
      editing.goTo(place, { x: event.clientX, y: event.clientY });
    }
  };
  const onMove = (event: PointerEvent): void => {
    if (from === null) return;
    if ((event.buttons & 1) === 0) {
      from = null;
      return;
    }
    const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (place === from && editing.area === null) {
      const end = isByHand ? document.caretRangeFromPoint?.(event.clientX, event.clientY) : null;
      if (end != null && editing.cell?.element.contains(end.startContainer) === true) {
        getSelection()?.extend(end.startContainer, end.startOffset);
      }
      return;
    }
    if (place === null) return;
    editing.selectArea({ from, to: place });
    // The browser goes on selecting letters in the cell where it began.
    const selection = getSelection();
    if (selection?.anchorNode != null) selection.collapse(selection.anchorNode, selection.anchorOffset);
  };
  const onRelease = (): void => {
    from = null;
  };
  // The tools give way to the text while somebody writes, and come again with the mouse.
  const block = frame.parentElement;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Control' && event.key !== 'Shift' && event.key !== 'Meta') block?.classList.add('is-typing');
  };
  const onPointer = (): void => block?.classList.remove('is-typing');
  const onFocus = (event: FocusEvent): void => {
    const place = placeOf(event.target);
    if (place === null || editing.cell?.place === place) return;
    // By other ways than ours, as readers of the screen do it.
    if (event.target instanceof Element && event.target.classList.contains('cell-text')) editing.goTo(place, 'start');
  };
  const onContextMenu = (event: MouseEvent): void => {
    if (placeOf(event.target) === null || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onMenu({ x: event.clientX, y: event.clientY });
  };
  // Without a selection of its own the browser copies only what it is told that there is.
  const onBeforeCopy = (event: Event): void => {
    if (editing.area !== null) event.preventDefault();
  };
  block?.addEventListener('pointermove', onPointer);
  frame.addEventListener('keydown', onKey);
  frame.addEventListener('beforecopy', onBeforeCopy);
  frame.addEventListener('beforecut', onBeforeCopy);
  frame.addEventListener('pointerdown', onPress, true);
  frame.addEventListener('mousedown', onMouseDown, true);
  frame.addEventListener('focusin', onFocus);
  frame.addEventListener('contextmenu', onContextMenu);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onRelease);
  return () => {
    block?.removeEventListener('pointermove', onPointer);
    frame.removeEventListener('keydown', onKey);
    frame.removeEventListener('beforecopy', onBeforeCopy);
    frame.removeEventListener('beforecut', onBeforeCopy);
    frame.removeEventListener('pointerdown', onPress, true);
    frame.removeEventListener('mousedown', onMouseDown, true);
    frame.removeEventListener('focusin', onFocus);
    frame.removeEventListener('contextmenu', onContextMenu);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onRelease);
  };
}
