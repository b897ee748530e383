import { useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { toAppError } from './desk-link.ts';

/** Something that may fail and is told where it was tried: one at a time, its error until the next try. */
export function useAttempt(onBusy?: (isBusy: boolean) => void): {
  isBusy: boolean;
  error: AppError | null;
  attempt: <T>(work: () => Promise<T>, done: (result: T) => void) => void;
} {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const busy = (next: boolean): void => {
    setBusy(next);
    onBusy?.(next);
  };
  return {
    isBusy,
    error,
    attempt: (work, done) => {
      busy(true);
      setError(null);
      work().then(
        (result) => {
          busy(false);
          done(result);
        },
        (thrown) => {
          busy(false);
          setError(toAppError(thrown));
        },
      );
    },
  };
}
