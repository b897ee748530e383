import type { ReactNode } from 'react';

/** Said by whoever shows it; nothing where none are given. */
export function Stars({ rating }: { rating: number }): ReactNode {
  return rating <= 0 ? null : (
    <span className="photo-stars" aria-hidden="true">
      {'★'.repeat(rating)}
    </span>
  );
}
