/** A box on a picture that is moved and resized by hand and by keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { PhotoArea, PhotoPoint } from '../../shared/photos/photo-details.ts';
import { areaByKey, corners, type Handle, isArrow, movedBy, pulled, sides } from './area-moves.ts';
import { placeOf } from './upright-plane.ts';

/** The place of a pointer in parts of the stage it is on. */
export function pointOn(stage: Element, { clientX, clientY }: { clientX: number; clientY: number }): PhotoPoint {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

export function stageOf(element: Element): Element {
  return element.closest('.picture-stage') ?? element;
}

type Pull = { from: PhotoPoint; area: PhotoArea; handle: Handle | null; pointer: number };

/**
 * `onDraft` at each move, `onDone` when the hand or the key is let go of, `onDrop` where the move is given up. `wide`: width by
 * height of its parts, null for any.
 */
export function AreaBox({
  area,
  label,
  description,
  wide = null,
  className = '',
  isSelected = true,
  isNew = false,
  onSelect,
  onDraft,
  onDone,
  onDrop,
  onRemove,
  children,
}: {
  area: PhotoArea;
  label: string;
  /** Id of the element that says which keys do what. */
  description: string;
  wide?: number | null;
  className?: string;
  isSelected?: boolean;
  /** It was put here by keys, and takes them from now on. */
  isNew?: boolean;
  onSelect?: () => void;
  onDraft: (area: PhotoArea) => void;
  onDone: () => void;
  onDrop: () => void;
  onRemove?: (() => void) | undefined;
  children?: ReactNode;
}): ReactNode {
  const pull = useRef<Pull | null>(null);
  const isByKey = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);

  const begin = (event: PointerEvent<HTMLElement>, handle: Handle | null): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    onSelect?.();
    event.currentTarget.setPointerCapture(event.pointerId);
    pull.current = { from: pointOn(stageOf(event.currentTarget), event), area, handle, pointer: event.pointerId };
  };
  const go = (event: PointerEvent<HTMLElement>): void => {
    if (pull.current?.pointer !== event.pointerId) return;
    const { from, area: before, handle } = pull.current;
    const to = pointOn(stageOf(event.currentTarget), event);
    onDraft(handle === null ? movedBy(before, to.x - from.x, to.y - from.y) : pulled(before, handle, to, wide));
  };
  const end = (event: PointerEvent<HTMLElement>): void => {
    if (pull.current?.pointer !== event.pointerId) return;
    pull.current = null;
    if (event.type === 'pointercancel') onDrop();
    else onDone();
  };
  const byHand = (handle: Handle | null) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, handle),
    onPointerMove: go,
    onPointerUp: end,
    onPointerCancel: end,
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isArrow(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      isByKey.current = true;
      onDraft(areaByKey(area, event, wide));
    } else if (event.key === 'Escape' && (pull.current !== null || isByKey.current)) {
      event.preventDefault();
      event.stopPropagation();
      pull.current = null;
      isByKey.current = false;
      onDrop();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && onRemove !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onRemove();
    }
  };
  const endKeys = (): void => {
    if (!isByKey.current) return;
    isByKey.current = false;
    onDone();
  };

  return (
    <div
      ref={box}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={label}
      aria-describedby={description}
      className={`area-box ${isSelected ? 'is-selected' : ''} ${className}`}
      style={placeOf(area)}
      onFocus={onSelect}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        if (isArrow(event.key)) endKeys();
      }}
      onBlur={endKeys}
      {...byHand(null)}
    >
      {children}
      {isSelected
        ? [...corners, ...(wide === null ? sides : [])].map((handle) => (
            <span key={handle} aria-hidden="true" className={`area-handle area-handle-${handle}`} {...byHand(handle)} />
          ))
        : null}
    </div>
  );
}
