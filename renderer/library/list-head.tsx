import type { ReactNode } from 'react';

/** Above the list: what it shows, how much of it, and what one can do here. Its height never changes. */
export function ListHead({ title, note, actions }: { title: string; note: string; actions: ReactNode }): ReactNode {
  return (
    <header className="list-head">
      <div className="list-title">
        <h2 title={title}>{title}</h2>
        <p className="tabular" aria-live="polite">
          {note}
        </p>
      </div>
      {actions}
    </header>
  );
}
