import type { ReactNode } from 'react';
import { blanksOf } from '../../shared/photos/caption-template.ts';

/** A caption with what is still to be filled in marked. */
export function CaptionWithBlanks({ caption }: { caption: string }): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of blanksOf(caption)) {
    pieces.push(caption.slice(at, start));
    pieces.push(
      <mark key={start} className="caption-blank">
        {caption.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...pieces, caption.slice(at)];
}
