import type { PointerEvent, ReactNode } from 'react';
import type { TableShape } from '../../../shared/article/table.ts';
import { setWidths } from '../../../shared/article/table-edits.ts';
import { LEAST_WIDTH, resized, widthsOf } from './table-deeds.ts';
import type { TableEditing } from './table-editing.ts';

/** The boundaries between columns, to be dragged. The keys for it are those of the cells. */
export function ColumnDividers({ editing, shape }: { editing: TableEditing; shape: TableShape }): ReactNode {
  const widths = widthsOf(shape);
  const begin = (event: PointerEvent<HTMLDivElement>, column: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const divider = event.currentTarget;
    const sheet = divider.closest('.table-sheet');
    const columns = sheet?.querySelectorAll<HTMLElement>('col') ?? [];
    const dividers = sheet?.querySelectorAll<HTMLElement>('.column-divider') ?? [];
    const whole = sheet?.getBoundingClientRect().width ?? 1;
    const from = event.clientX;
    let now = widths;
    divider.setPointerCapture(event.pointerId);
    divider.classList.add('is-dragged');
    const show = (): void => {
      let left = 0;
      now.forEach((width, at) => {
        left += width;
        if (columns[at] !== undefined) columns[at].style.width = `${width}%`;
        if (dividers[at] !== undefined) dividers[at].style.left = `${left}%`;
      });
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
      divider.removeEventListener('pointermove', move);
      divider.removeEventListener('pointerup', keep);
      divider.removeEventListener('pointercancel', drop);
      divider.classList.remove('is-dragged');
      if (isKept && now !== widths) editing.edit(() => setWidths(editing.tables.ports.doc, editing.table, now));
      else {
        now = widths;
        show();
      }
    };
    const keep = (): void => end(true);
    const drop = (): void => end(false);
    divider.addEventListener('pointermove', move);
    divider.addEventListener('pointerup', keep);
    divider.addEventListener('pointercancel', drop);
  };
  let left = 0;
  return shape.columns.slice(0, -1).map((id, column) => {
    left += widths[column]!;
    return (
      <div
        key={id}
        className="column-divider"
        aria-hidden="true"
        style={{ left: `${left}%` }}
        onPointerDown={(event) => begin(event, column)}
      />
    );
  });
}
