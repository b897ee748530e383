import type { ReactNode } from 'react';
import './state-mark.css';

export type StateTone = 'draft' | 'review' | 'approved' | 'live' | 'returned';

/** A state: a coloured dot, and always its word. */
export function StateMark({ tone, children }: { tone: StateTone; children: ReactNode }): ReactNode {
  return (
    <span className={`state-mark state-${tone}`}>
      <span className="state-dot" aria-hidden="true" />
      {children}
    </span>
  );
}
