import { useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useWorkstation } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import type { Report } from './report.ts';

/**
 * A restore or a mending, from the press of the button on:
 *
 *   null --begin--> running --> done (only a page that begins anew comes after it)
 *                      '------> failed --begin--> running ...
 */
export type Care = { state: 'running' } | { state: 'done'; report: Report } | { state: 'failed'; error: AppError };

export function useCare(): { care: Care | null; begin: (work: () => Promise<Report>) => void; forget: () => void } {
  const desk = useDesk();
  const [workstation, setWorkstation] = useWorkstation();
  const [care, setCare] = useState<Care | null>(null);
  return {
    care,
    forget: () => setCare(null),
    begin: (work) => {
      setCare({ state: 'running' });
      work().then(
        (report) => setCare({ state: 'done', report }),
        (thrown) => {
          const error = toAppError(thrown);
          setCare({ state: 'failed', error });
          if (error.code === 'desk-unreachable' || workstation.damaged !== null) return;
          // What was open in spite of its damage may not open a second time; then it has to be mended.
          desk.workstation.state().then(
            (state) => {
              if (state.damaged !== null) setWorkstation(state);
            },
            () => {},
          );
        },
      );
    },
  };
}
