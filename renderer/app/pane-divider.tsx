/** The line at the edge of a pane: drag it, or move it by the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';

const KEY_STEP_PX = 16;

export function PaneDivider({
  label,
  width,
  min,
  max,
  side = 'left',
  onWidth,
}: {
  label: string;
  width: number;
  min: number;
  max: number;
  /** Where the pane lies, seen from the line. */
  side?: 'left' | 'right';
  onWidth: (width: number) => void;
}): ReactNode {
  const sign = side === 'left' ? 1 : -1;
  const from = useRef<{ x: number; width: number } | null>(null);
  const set = (next: number): void => onWidth(Math.round(Math.max(min, Math.min(max, next))));
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (from.current !== null) set(from.current.width + sign * (event.clientX - from.current.x));
  };
  const onPointerUp = (): void => {
    from.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    set(width + sign * (event.key === 'ArrowRight' ? KEY_STEP_PX : -KEY_STEP_PX));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a divider that moves is a focusable separator, which <hr> cannot be
    <div
      className="pane-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}
