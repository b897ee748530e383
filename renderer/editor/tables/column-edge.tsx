import type { PointerEvent, ReactNode } from 'react';
import { setWidths } from '../../../shared/article/table-edits.ts';
import { LEAST_WIDTH, resized, widthsOf } from './table-deeds.ts';
import type { TableEditing } from './table-editing.ts';

/** The boundary behind a column, at one of its cells, to be dragged. The keys for it are those of the cells. */
export function ColumnEdge({ editing, column }: { editing: TableEditing; column: number }): ReactNode {
  return (
    <span className="column-edge" aria-hidden="true" onPointerDown={(event) => beginDrag(editing, column, event)} />
  );
}

function beginDrag(editing: TableEditing, column: number, event: PointerEvent<HTMLElement>): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const edge = event.currentTarget;
  const table = edge.closest('table');
  const shown = table?.querySelectorAll<HTMLElement>('col') ?? [];
  const whole = table?.getBoundingClientRect().width ?? 1;
  const from = event.clientX;
  const widths = widthsOf(editing.store.shape());
  let now = widths;
  edge.setPointerCapture(event.pointerId);
  edge.classList.add('is-dragged');
  const show = (): void => {
    for (const [at, width] of now.entries()) {
      if (shown[at] !== undefined) shown[at].style.width = `${width}%`;
    }
  };
  const move = (moved: globalThis.PointerEvent): void => {
    const by = Math.round(((moved.clientX - from) / whole) * 100);
    const [own, other] = [widths[column]!, widths[column + 1]!];
    const most = Math.max(0, other - LEAST_WIDTH);
    const least = Math.min(0, LEAST_WIDTH - own);
    now = resized(widths, column, Math.max(least, Math.min(most, by))) ?? now;
    show();
  };
  const end = (isKept: boolean): void => {
    edge.removeEventListener('pointermove', move);
    edge.removeEventListener('pointerup', keep);
    edge.removeEventListener('pointercancel', drop);
    edge.classList.remove('is-dragged');
    if (isKept && now !== widths) editing.edit(() => setWidths(editing.tables.ports.doc, editing.table, now));
    else {
      now = widths;
      show();
    }
  };
  const keep = (): void => end(true);
  const drop = (): void => end(false);
  edge.addEventListener('pointermove', move);
  edge.addEventListener('pointerup', keep);
  edge.addEventListener('pointercancel', drop);
}
