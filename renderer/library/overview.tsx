import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import type { LibraryView } from '../../shared/contract/desk.ts';
import { useDesk, useLibraryChange, useWhenOpen } from '../app/desk-context.tsx';

export type Overview = { views: Record<LibraryView, number>; sections: { name: string; count: number }[] };

const OverviewContext = createContext<Overview | null>(null);

/** Asks for the counts once for everybody who shows them. */
export function OverviewProvider({ children }: { children: ReactNode }): ReactNode {
  return <OverviewContext value={useFetchedOverview()}>{children}</OverviewContext>;
}

/** How many articles each view and section holds; null until the first answer. */
export function useOverview(): Overview | null {
  return useContext(OverviewContext);
}

function useFetchedOverview(): Overview | null {
  const desk = useDesk();
  const [overview, setOverview] = useState<Overview | null>(null);
  const turn = useRef(0);
  const load = (): void => {
    turn.current += 1;
    const mine = turn.current;
    desk.library.overview().then(
      (answer) => {
        if (mine !== turn.current) return;
        // Most changes of the library change no count.
        setOverview((former) => (JSON.stringify(former) === JSON.stringify(answer) ? former : answer));
      },
      // The counts stay as they were; the list beside them says what is wrong.
      () => {},
    );
  };
  useWhenOpen(load);
  useLibraryChange(load);
  return overview;
}
