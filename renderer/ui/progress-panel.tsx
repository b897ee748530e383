/** Long work that goes on beside everything else: what it is at, how far it is, and the way to stop it. */
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './progress-panel.css';

/** `value` and `max` are left out where nobody knows how far it is; `stop` where it cannot be stopped. */
export function ProgressPanel({
  className,
  value,
  max,
  stop,
  children,
}: {
  className: string;
  value?: number;
  max?: number;
  stop?: { label: string; onPress: () => void };
  children: ReactNode;
}): ReactNode {
  return (
    <div className={`progress-panel ${className}`} role="status">
      {children}
      <progress value={value} max={max} aria-hidden="true" />
      {stop === undefined ? null : (
        <Button look="quiet" onPress={stop.onPress}>
          {stop.label}
        </Button>
      )}
    </div>
  );
}
