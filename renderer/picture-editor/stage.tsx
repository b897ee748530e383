/** Where a picture lies to be worked on: as large as its room lets it be, in its own proportions. */
import type { HTMLAttributes, ReactNode } from 'react';
import type { PictureSize } from '../../shared/photos/geometry.ts';

/** `said`: what has just been moved, in numbers, for those who do not see it. */
export function Stage({
  size: { width, height },
  said = '',
  className = '',
  children,
  ...handlers
}: { size: PictureSize; said?: string; className?: string; children: ReactNode } & Pick<
  HTMLAttributes<HTMLDivElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>): ReactNode {
  return (
    <div className="picture-room">
      <div
        className={`picture-stage ${className}`}
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, calc(100cqh * ${width / height}))` }}
        {...handlers}
      >
        {children}
      </div>
      <p className="for-readers" role="status" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
