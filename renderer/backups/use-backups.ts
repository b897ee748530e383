import { useCallback, useEffect, useState } from 'react';
import type { BackupOverview } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

/** The backups of the desk as they are now; null until the core has answered. */
export function useBackups(): {
  overview: BackupOverview | null;
  error: AppError | null;
  setOverview: (overview: BackupOverview) => void;
  readAgain: () => void;
} {
  const desk = useDesk();
  const [overview, setOverview] = useState<BackupOverview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const readAgain = useCallback(() => {
    desk.backups.list().then(
      (read) => {
        setOverview(read);
        setError(null);
      },
      (thrown) => setError(toAppError(thrown)),
    );
  }, [desk]);
  useEffect(readAgain, [readAgain]);
  return { overview, error, setOverview, readAgain };
}
