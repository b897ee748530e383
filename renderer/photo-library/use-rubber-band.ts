/** A box drawn by the mouse from beside the pictures: what it touches is chosen, with Ctrl or Shift beside what was. */
import { createElement, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Box, cellsWithin, type Geometry } from './grid-geometry.ts';
import type { SheetCursor } from './use-sheet-cursor.ts';

/** A hand that shakes draws nothing. */
const LEAST_PX = 4;
/** How far the sheet is scrolled a frame when the mouse is held above or below it. */
const SCROLL_PX = 16;

type Start = { x: number; y: number; base: ReadonlySet<string> };

export function useRubberBand({
  scroller,
  geometry,
  total,
  cursor,
}: {
  scroller: { readonly current: HTMLElement | null };
  geometry: Geometry;
  total: number;
  cursor: SheetCursor;
}): { onPointerDown: (event: PointerEvent) => void; element: ReactNode } {
  const [box, setBox] = useState<Box | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const latest = useRef({ geometry, total, cursor });
  useEffect(() => {
    latest.current = { geometry, total, cursor };
  });
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: PointerEvent): void => {
    const sheet = scroller.current;
    if (sheet === null || event.button !== 0 || event.pointerType === 'touch') return;
    const bounds = sheet.getBoundingClientRect();
    const isOnCell = (event.target as Element).closest('[data-cell]') !== null;
    const isOnScrollBar = event.clientX > bounds.left + sheet.clientWidth;
    if (isOnCell || isOnScrollBar) return;
    const adds = event.ctrlKey || event.metaKey || event.shiftKey;
    const start: Start = {
      x: event.clientX - bounds.left,
      y: event.clientY - bounds.top + sheet.scrollTop,
      base: adds ? latest.current.cursor.selection.chosen : new Set(),
    };
    if (!adds) latest.current.cursor.clear();
    stop.current?.();
    stop.current = follow(sheet, start, event.clientX, event.clientY);
  };

  const follow = (sheet: HTMLElement, start: Start, startX: number, startY: number): (() => void) => {
    let [x, y] = [startX, startY];
    let frame = 0;
    let chosen = '';
    const draw = (): void => {
      const bounds = sheet.getBoundingClientRect();
      const beyond = y < bounds.top ? -1 : y > bounds.bottom ? 1 : 0;
      if (beyond !== 0) sheet.scrollTop += beyond * SCROLL_PX;
      const [toX, toY] = [
        Math.max(0, Math.min(sheet.clientWidth, x - bounds.left)),
        Math.max(0, Math.min(sheet.scrollHeight, y - bounds.top + sheet.scrollTop)),
      ];
      if (Math.abs(toX - start.x) >= LEAST_PX || Math.abs(toY - start.y) >= LEAST_PX) {
        const next = {
          left: Math.min(start.x, toX),
          top: Math.min(start.y, toY),
          right: Math.max(start.x, toX),
          bottom: Math.max(start.y, toY),
        };
        setBox(next);
        const ranges = cellsWithin(next, latest.current.geometry, latest.current.total);
        const said = JSON.stringify(ranges);
        if (said !== chosen) latest.current.cursor.chooseRanges(ranges, start.base);
        chosen = said;
      }
      frame = requestAnimationFrame(draw);
    };
    const move = (event: globalThis.PointerEvent): void => {
      x = event.clientX;
      y = event.clientY;
    };
    const end = (): void => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      stop.current = null;
      setBox(null);
    };
    frame = requestAnimationFrame(draw);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return end;
  };

  const element =
    box === null
      ? null
      : createElement('div', {
          className: 'photo-band',
          'aria-hidden': true,
          style: { left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top },
        });
  return { onPointerDown, element };
}
