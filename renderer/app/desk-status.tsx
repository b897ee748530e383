/** The status of the desk for whoever shows it. Only who reads it is drawn anew when a word of it changes. */
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { useDesk, useDeskLink, useWhenOpen } from './desk-context.tsx';
import { DeskTruth, type Truth } from './desk-truth.ts';

const TruthContext = createContext<DeskTruth | null>(null);

export function DeskStatusProvider({ children }: { children: ReactNode }): ReactNode {
  const link = useDeskLink();
  const desk = useDesk();
  const [truth] = useState(() => new DeskTruth(link));
  useEffect(() => truth.start(), [truth]);
  useWhenOpen(() => {
    desk.status().then(
      (status) => truth.set(status),
      () => {},
    );
  });
  return <TruthContext value={truth}>{children}</TruthContext>;
}

function useTruthStore(): DeskTruth {
  const truth = useContext(TruthContext);
  if (truth === null) throw new Error('no DeskStatusProvider above this component');
  return truth;
}

export function useTruth(): Truth {
  const truth = useTruthStore();
  return useSyncExternalStore(
    (changed) => truth.on(changed),
    () => truth.shown(),
  );
}

/** For an answer of the core that carries the status. */
export function useSetStatus(): (status: DeskStatus) => void {
  const truth = useTruthStore();
  return (status) => truth.set(status);
}
