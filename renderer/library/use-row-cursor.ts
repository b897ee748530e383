/**
 * The rows of a long list by mouse and by keys: only those in sight are in the page. The active row is where the keys
 * are; Enter or a press opens it; Space, a press with Ctrl, and Shift on the way choose rows for a deed on all of them.
 * Focus is on the list, or in the search field that moves the active row through the handle; rows never take it, so it
 * cannot be lost when they change.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useBulk } from './bulk.tsx';
import { useHandedFocus } from './handed-focus.ts';
import type { Spot } from './kept-spots.ts';
import type { ListHandle } from './library-context.tsx';
import { listDeed } from './list-keys.ts';
import { type RowSource, useChoosing } from './use-choosing.ts';

export type RowPress = { id: string; at: { x: number; y: number } };

export type CursorOptions = {
  source: RowSource;
  rowHeight: number;
  /** Room for a heading above a row, in CSS pixels. */
  roomAbove?: (index: number) => number;
  /** What stands above the rows and stays there while they scroll, in CSS pixels. */
  headHeight?: number;
  openId: string | null;
  /** Where the list was left; null for one that begins at its top. */
  spot: Spot | null;
  onSpot?: (spot: Spot) => void;
  handle: Ref<ListHandle>;
  onSight?: (first: number, last: number) => void;
  onOpen: (id: string) => void;
  onActiveRow: (domId: string | undefined) => void;
  onEscape?: () => void;
  onMenu: (press: RowPress) => void;
};

export type VisibleRow = { index: number; id: string | undefined; domId: string; top: number };

export type RowCursor = {
  scroller: RefObject<HTMLDivElement | null>;
  height: number;
  rows: readonly VisibleRow[];
  activeIndex: number;
  activeRowId: string | undefined;
  isChosen: (id: string | undefined) => boolean;
  /** The list is in a state of choosing: an open article is not what a deed would be done with. */
  isChoosing: boolean;
  toggle: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onScroll: () => void;
  onFocus: (event: FocusEvent) => void;
  onPress: (index: number, event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
};

/** What is drawn above and below what is seen, so that it is there when it is scrolled to. */
const PIXELS_BEYOND = 450;
const PAGE_OVERLAP_ROWS = 1;
/** On a row's element, so that a press anywhere in it finds its row. */
export const ROW_ATTRIBUTE = 'data-row';

export function useRowCursor(options: CursorOptions): RowCursor {
  const { source, rowHeight, roomAbove, headHeight = 0, openId, spot, handle } = options;
  const { onSpot, onSight, onOpen, onActiveRow, onEscape, onMenu } = options;
  const { total, idAt } = source;
  const choosing = useChoosing(source);
  const { undoLast } = useBulk();
  const scroller = useRef<HTMLDivElement>(null);
  const rowId = useId();
  const [active, setActive] = useState<{ index: number; id: string | undefined }>(
    spot?.active ?? { index: -1, id: undefined },
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (roomAbove?.(index) ?? 0),
    overscan: Math.ceil(PIXELS_BEYOND / rowHeight),
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => (spot?.row ?? 0) * rowHeight,
  });
  useHandedFocus(scroller);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  // A row that the keys reached before its article was here.
  const reached = active.index >= 0 && active.id === undefined ? idAt(active.index) : undefined;
  if (reached !== undefined) setActive({ index: active.index, id: reached });

  // Rows move when articles change; the active one is the same article as long as it is in sight.
  const moved = active.id === undefined ? undefined : items.find(({ index }) => idAt(index) === active.id)?.index;
  const activeIndex = Math.min(moved ?? active.index, total - 1);
  const activeRowId = activeIndex < first || activeIndex > last ? undefined : `${rowId}-${activeIndex}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other heights are measured anew
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight, roomAbove]);
  useEffect(() => onSight?.(first, last), [onSight, first, last]);
  useEffect(() => {
    onActiveRow(activeIndex < 0 ? undefined : activeRowId);
    return () => onActiveRow(undefined);
  }, [onActiveRow, activeRowId, activeIndex]);

  const rememberSpot = useCallback(() => {
    const { index, id } = active;
    onSpot?.({
      row: (scroller.current?.scrollTop ?? 0) / rowHeight,
      active: id === undefined ? null : { index, id },
    });
  }, [onSpot, active, rowHeight]);
  useEffect(() => {
    if (active.id !== undefined) rememberSpot();
  }, [active, rememberSpot]);

  const activate = (index: number): number => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive({ index: next, id: idAt(next) });
    virtualizer.scrollToIndex(next, { align: 'auto' });
    return next;
  };
  /** Where the keys start from: the active row, else the open article, else before the first row. */
  const start = (): number => {
    if (activeIndex >= 0) return activeIndex;
    return items.find(({ index }) => openId !== null && idAt(index) === openId)?.index ?? -1;
  };
  const open = (index: number): void => {
    const id = idAt(index);
    if (id === undefined) return;
    choosing.endRange();
    setActive({ index, id });
    onOpen(id);
  };
  const toggle = (index: number): void => {
    const id = idAt(index);
    if (id === undefined) return;
    setActive({ index, id });
    choosing.toggle(id);
  };
  const move = (to: number): void => {
    if (total === 0) return;
    choosing.endRange();
    activate(to);
  };
  const extend = (to: number): void => {
    if (total === 0) return;
    const from = Math.max(0, start());
    choosing.extend(from, activate(to));
  };
  const letGo = (): void => {
    if (choosing.ids.size > 0) choosing.clear();
    else onEscape?.();
  };
  useImperativeHandle(handle, () => ({
    focus: () => scroller.current?.focus(),
    move: (by) => move(start() + by),
    openActive: () => open(Math.max(0, start())),
    chooseAll: choosing.chooseAll,
  }));

  const onKey = (event: globalThis.KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const rowsInSight = Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight);
    const deed = listDeed(event, Math.max(1, rowsInSight - PAGE_OVERLAP_ROWS));
    if (deed === null || (deed.do === 'escape' && choosing.ids.size === 0 && onEscape === undefined)) return;
    event.preventDefault();
    const deeds: Record<Exclude<typeof deed.do, 'move'>, () => void> = {
      open: () => open(Math.max(0, start())),
      toggle: () => toggle(Math.max(0, start())),
      all: choosing.chooseAll,
      undo: undoLast,
      escape: letGo,
    };
    if (deed.do !== 'move') {
      deeds[deed.do]();
      return;
    }
    const to = deed.by === 'first' ? 0 : deed.by === 'last' ? total - 1 : start() + deed.by;
    if (deed.extends) extend(to);
    else move(to);
  };

  const latestKeys = useRef(onKey);
  useEffect(() => {
    latestKeys.current = onKey;
  });
  useEffect(() => {
    // Where nothing else has the focus, J and K are the list's.
    const onPageKey = (event: globalThis.KeyboardEvent): void => {
      if (event.target !== document.body || !/^[jk]$/i.test(event.key)) return;
      scroller.current?.focus();
      latestKeys.current(event);
    };
    window.addEventListener('keydown', onPageKey);
    return () => window.removeEventListener('keydown', onPageKey);
  }, []);

  return {
    scroller,
    height: virtualizer.getTotalSize(),
    rows: items.map(({ index, start: top }) => ({
      index,
      id: idAt(index),
      domId: `${rowId}-${index}`,
      top: top - headHeight,
    })),
    activeIndex,
    activeRowId: activeIndex < 0 ? undefined : activeRowId,
    isChosen: (id) => id !== undefined && choosing.ids.has(id),
    isChoosing: choosing.ids.size > 0,
    toggle,
    onKeyDown: (event) => {
      // A button in the head answers its own keys.
      if (event.target === event.currentTarget) onKey(event.nativeEvent);
    },
    onScroll: rememberSpot,
    onFocus: ({ target, currentTarget }) => {
      // Where the keys will start from is to be seen before the first of them.
      if (target !== currentTarget || activeIndex >= 0 || total === 0 || !target.matches(':focus-visible')) return;
      const index = Math.max(0, start());
      setActive({ index, id: idAt(index) });
    },
    onPress: (index, event) => {
      if (event.shiftKey) extend(index);
      else if (event.ctrlKey || event.metaKey) toggle(index);
      else open(index);
    },
    onContextMenu: (event) => {
      const pressed = (event.target as Element).closest(`[${ROW_ATTRIBUTE}]`);
      const row = pressed ?? document.getElementById(activeRowId ?? '');
      const index = Number(row?.getAttribute(ROW_ATTRIBUTE));
      const id = row === null ? undefined : idAt(index);
      if (row === null || id === undefined) return;
      event.preventDefault();
      setActive({ index, id });
      const { left, bottom } = row.getBoundingClientRect();
      onMenu({
        id,
        at: pressed === null ? { x: left + rowHeight, y: bottom } : { x: event.clientX, y: event.clientY },
      });
    },
  };
}
