import type { ReactNode } from 'react';
import { MAX_RATING } from '../../shared/photos/photo-details.ts';

/** Said by whoever shows it. */
export function Stars({ rating }: { rating: number }): ReactNode {
  const given = Math.max(0, rating);
  return (
    <span className="photo-stars" aria-hidden="true">
      {'★'.repeat(given)}
      <span className="photo-stars-rest">{'★'.repeat(MAX_RATING - given)}</span>
    </span>
  );
}
