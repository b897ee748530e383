// biome-ignore-all lint/a11y/useSemanticElements: rows of a real table cannot be placed one by one, as a long sheet has to
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
/**
 * The contact sheet. Only the rows in sight are in the page; all cells are alike, so that their places are reckoned and never
 * measured. The sheet itself holds the focus and names the cell where the keys are, so it cannot be lost when pictures go.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useInnerWidth } from '../ui/use-inner-width.ts';
import { GAP, geometryOf, SHEET_PADDING } from './grid-geometry.ts';
import { type GridDeed, gridDeed, stepFrom } from './grid-keys.ts';
import { PhotoCell } from './photo-cell.tsx';
import { usePhotoLibrary } from './photo-library-context.tsx';
import type { PhotoPages, SheetRows } from './photo-pages.ts';
import { rememberWords } from './photo-words.ts';
import { useRubberBand } from './use-rubber-band.ts';
import type { SheetCursor } from './use-sheet-cursor.ts';
import '../photos/photo-labels.css';
import './photo-grid.css';

/** The sheet for what stands beside it. */
export type GridHandle = { focus: () => void; press: (event: globalThis.KeyboardEvent) => void };
export type OtherDeed = Exclude<GridDeed, { do: 'move' } | { do: 'toggle' } | { do: 'all' }>;
export type CellPress = { x: number; y: number };

/** About what the views beside the sheet take, until it is laid out. */
const VIEWS_PX = 240;
const ROWS_BEYOND = 3;
const PAGE_OVERLAP_ROWS = 1;

export function PhotoGrid({
  pages,
  rows,
  cursor,
  today,
  handle,
  onDeed,
  onMenu,
}: {
  pages: PhotoPages;
  rows: SheetRows;
  cursor: SheetCursor;
  /** YYYY-MM-DD */
  today: string;
  handle: Ref<GridHandle>;
  onDeed: (deed: OtherDeed) => void;
  onMenu: (at: CellPress) => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const words = useMemo(() => rememberWords(t), [t]);
  const { size, left } = usePhotoLibrary();
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const width = useInnerWidth(scroller, () => window.innerWidth - VIEWS_PX);
  const geometry = geometryOf(width, size);
  const { columns, rowHeight, picture, cellHeight } = geometry;
  const { total } = rows;
  const { selection } = cursor;
  const active = Math.min(selection.active.index, total - 1);
  const virtualizer = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_BEYOND,
    paddingStart: SHEET_PADDING,
    paddingEnd: SHEET_PADDING - GAP,
    scrollPaddingStart: SHEET_PADDING,
    scrollPaddingEnd: SHEET_PADDING,
    initialOffset: () => Math.floor(left.current.cell / columns) * rowHeight,
    isScrollingResetDelay: 1_000,
  });
  const items = virtualizer.getVirtualItems();
  const firstRow = items[0]?.index ?? 0;
  const lastRow = items.at(-1)?.index ?? 0;

  useKeptPlace(scroller, virtualizer, columns, rowHeight, active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another sight
  useEffect(
    () => pages.see(firstRow * columns, (lastRow + 1) * columns - 1),
    [pages, rows.key, total, firstRow, lastRow, columns],
  );

  const go = (index: number): void => virtualizer.scrollToIndex(Math.floor(index / columns), { align: 'auto' });
  const onKey = (event: globalThis.KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const deed = gridDeed(event);
    if (deed === null) return;
    event.preventDefault();
    if (deed.do === 'move') {
      const rowsInSight = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - PAGE_OVERLAP_ROWS;
      const to = stepFrom(active, deed.step, { total, columns, rowsInSight });
      if (to < 0) return;
      if (deed.extends) cursor.extend(to);
      else if (deed.keeps) cursor.activate(to);
      else cursor.choose(to);
      go(to);
    } else if (deed.do === 'toggle') cursor.toggle(Math.max(0, active));
    else if (deed.do === 'all') cursor.chooseAll();
    else onDeed(deed);
  };
  const press = (event: globalThis.KeyboardEvent): void => {
    if (gridDeed(event) === null) return;
    scroller.current?.focus();
    onKey(event);
  };
  useImperativeHandle(handle, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }), press }));

  const band = useRubberBand({ scroller, geometry, total, cursor });
  const cellOf = (target: EventTarget): number | null => {
    const cell = (target as Element).closest('[data-cell]');
    return cell === null ? null : Number(cell.getAttribute('data-cell'));
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const index = cellOf(event.target);
    if (index === null) return;
    if (event.shiftKey) cursor.extend(index);
    else if (event.ctrlKey || event.metaKey) cursor.toggle(index);
    else cursor.choose(index);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const index = cellOf(event.target);
    const isOfKeys = index === null && event.target === scroller.current;
    const at = index ?? (isOfKeys ? active : -1);
    const row = pages.rowAt(at);
    if (row === undefined) return;
    event.preventDefault();
    if (!selection.chosen.has(row.sha256)) cursor.choose(at);
    const box = document.getElementById(`${gridId}-${at}`)?.getBoundingClientRect();
    const isByMouse = index !== null || box === undefined;
    onMenu(isByMouse ? { x: event.clientX, y: event.clientY } : { x: box.left + GAP, y: box.top + picture });
  };
  const isInPage = active >= firstRow * columns && active < (lastRow + 1) * columns;
  return (
    <div
      ref={scroller}
      className={`photo-grid is-${size}`}
      role="grid"
      aria-label={t('grid')}
      aria-multiselectable="true"
      aria-readonly="true"
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      aria-activedescendant={active >= 0 && isInPage ? `${gridId}-${active}` : undefined}
      tabIndex={0}
      style={{ '--columns': columns, '--picture': `${picture}px`, '--cell': `${cellHeight}px` } as React.CSSProperties}
      onKeyDown={(event: KeyboardEvent) => onKey(event.nativeEvent)}
      onFocus={({ target }) => {
        // Where the keys will start from is to be seen before the first of them.
        if (active < 0 && total > 0 && target.matches(':focus-visible')) cursor.choose(0);
      }}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        if (cellOf(event.target) !== null) onDeed({ do: 'open' });
      }}
      onPointerDown={band.onPointerDown}
      onContextMenu={onContextMenu}
    >
      <div className="photo-grid-rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index: rowIndex, start }) => (
          <div
            key={rowIndex}
            className="photo-grid-row"
            role="row"
            aria-rowindex={rowIndex + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {Array.from({ length: Math.min(columns, total - rowIndex * columns) }, (_, column) => {
              const index = rowIndex * columns + column;
              const row = pages.rowAt(index);
              return (
                <PhotoCell
                  key={index}
                  index={index}
                  column={column}
                  domId={`${gridId}-${index}`}
                  row={row}
                  isActive={index === active}
                  isChosen={row !== undefined && selection.chosen.has(row.sha256)}
                  today={today}
                  t={words}
                />
              );
            })}
          </div>
        ))}
      </div>
      {band.element}
    </div>
  );
}

/** Where the sheet was left it is again; and when cells become larger or smaller, what was looked at stays in sight. */
function useKeptPlace(
  scroller: { readonly current: HTMLElement | null },
  virtualizer: {
    scrollToIndex: (index: number, options: { align: 'start' | 'center' }) => void;
    measure: () => void;
    scrollOffset: number | null;
  },
  columns: number,
  rowHeight: number,
  active: number,
): void {
  const { left } = usePhotoLibrary();
  const shape = useRef({ columns, rowHeight });
  const activeNow = useRef(active);
  activeNow.current = active;
  useLayoutEffect(() => {
    const { columns: before, rowHeight: former } = shape.current;
    if (before === columns && former === rowHeight) return;
    shape.current = { columns, rowHeight };
    virtualizer.measure();
    const { cell } = left.current;
    const inSight = Math.ceil((scroller.current?.clientHeight ?? 0) / former + 1) * before;
    const isActiveInSight = activeNow.current >= cell && activeNow.current < cell + inSight;
    if (isActiveInSight) virtualizer.scrollToIndex(Math.floor(activeNow.current / columns), { align: 'center' });
    else virtualizer.scrollToIndex(Math.floor(cell / columns), { align: 'start' });
  }, [scroller, virtualizer, columns, rowHeight, left]);
  // Asked of the virtualizer: to ask the element would have everything laid out in the middle of a scroll.
  const top = virtualizer.scrollOffset ?? 0;
  useEffect(() => {
    left.current = { ...left.current, cell: Math.round(top / rowHeight) * columns };
  }, [left, top, rowHeight, columns]);
}
