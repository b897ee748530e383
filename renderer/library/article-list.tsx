/**
 * A long list of articles by mouse and by keys: only the rows in sight are in the page. The active row is where the keys
 * are (arrows, J and K, Home, End, page keys); Enter or a press opens it. Focus is on the list, or in the search field
 * that moves the active row through the handle; rows never take it, so it cannot be lost when they change.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { recall, remember } from '../app/kept.ts';

export type ListHandle = {
  focus: () => void;
  /** By rows; the list scrolls along. */
  move: (rows: number) => void;
  openActive: () => void;
};

const ROWS_BEYOND = 8;
const PAGE_OVERLAP_ROWS = 1;

export function ArticleList({
  label,
  total,
  idAt,
  rowHeight,
  openId,
  placeKey,
  handle,
  domId,
  onSight,
  onOpen,
  onActiveRow,
  onEscape,
  children,
}: {
  label: string;
  total: number;
  /** The article of a row; undefined while it is on its way. */
  idAt: (index: number) => string | undefined;
  rowHeight: number;
  openId: string | null;
  /** Under which name the scroll place is remembered; null for a list that begins at its top. */
  placeKey: string | null;
  handle: Ref<ListHandle>;
  domId: string;
  onSight?: (first: number, last: number) => void;
  onOpen: (id: string) => void;
  onActiveRow: (domId: string | undefined) => void;
  onEscape?: () => void;
  children: (index: number) => ReactNode;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const rowId = useId();
  const [active, setActive] = useState<{ index: number; id: string | undefined }>({ index: -1, id: undefined });
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_BEYOND,
    initialOffset: () => (placeKey === null ? 0 : recall(placeKey, 0)),
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;

  // Rows move when articles change; the active one is the same article as long as it is in sight.
  const moved = active.id === undefined ? undefined : rows.find(({ index }) => idAt(index) === active.id)?.index;
  const activeIndex = Math.min(moved ?? active.index, total - 1);
  const activeRowId = activeIndex < first || activeIndex > last ? undefined : `${rowId}-${activeIndex}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means other heights
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useEffect(() => onSight?.(first, last), [onSight, first, last]);
  useEffect(() => {
    onActiveRow(activeIndex < 0 ? undefined : activeRowId);
    return () => onActiveRow(undefined);
  }, [onActiveRow, activeRowId, activeIndex]);

  const activate = (index: number): void => {
    if (total === 0) return;
    const next = Math.max(0, Math.min(total - 1, index));
    setActive({ index: next, id: idAt(next) });
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  /** Where the keys start from: the active row, else the open article, else before the first row. */
  const start = (): number => {
    if (activeIndex >= 0) return activeIndex;
    return rows.find(({ index }) => openId !== null && idAt(index) === openId)?.index ?? -1;
  };
  const open = (index: number): void => {
    const id = idAt(index);
    if (id === undefined) return;
    setActive({ index, id });
    onOpen(id);
  };
  useImperativeHandle(handle, () => ({
    focus: () => scroller.current?.focus(),
    move: (by) => activate(start() + by),
    openActive: () => open(Math.max(0, start())),
  }));

  const rememberPlace = useCallback(() => {
    if (placeKey !== null) remember(placeKey, scroller.current?.scrollTop ?? 0);
  }, [placeKey]);

  const onKeyDown = (event: globalThis.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - PAGE_OVERLAP_ROWS);
    const moves: Record<string, () => void> = {
      ArrowDown: () => activate(start() + 1),
      ArrowUp: () => activate(start() - 1),
      j: () => activate(start() + 1),
      k: () => activate(start() - 1),
      PageDown: () => activate(start() + page),
      PageUp: () => activate(start() - page),
      Home: () => activate(0),
      End: () => activate(total - 1),
      Enter: () => open(Math.max(0, start())),
      ' ': () => open(Math.max(0, start())),
      ...(onEscape === undefined ? {} : { Escape: onEscape }),
    };
    const act = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const latestKeys = useRef(onKeyDown);
  useEffect(() => {
    latestKeys.current = onKeyDown;
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

  return (
    <div
      className="article-list"
      ref={scroller}
      id={domId}
      role="listbox"
      aria-label={label}
      aria-activedescendant={activeIndex < 0 ? undefined : activeRowId}
      tabIndex={0}
      onKeyDown={(event) => onKeyDown(event.nativeEvent)}
      onScroll={rememberPlace}
    >
      <div className="article-list-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start: top }) => {
          const id = idAt(index);
          const isOpen = id !== undefined && id === openId;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and answers the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list names its active row instead
            <div
              key={id ?? `row-${index}`}
              id={`${rowId}-${index}`}
              className={`article-row ${isOpen ? 'is-open' : ''} ${index === activeIndex ? 'is-active' : ''}`}
              role="option"
              aria-selected={isOpen}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${top}px)` }}
              onClick={() => open(index)}
            >
              {children(index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
