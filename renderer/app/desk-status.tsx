/**
 * The status of the desk for whoever shows it. It changes with every few key presses, so only who reads it is drawn anew;
 * the setter has a context of its own.
 */
import { createContext, type ReactNode, useContext } from 'react';
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { useDeskStatus } from './desk-context.tsx';

const StatusContext = createContext<DeskStatus | null>(null);
const SetStatusContext = createContext<(status: DeskStatus) => void>(() => {});

export function DeskStatusProvider({ children }: { children: ReactNode }): ReactNode {
  const [status, setStatus] = useDeskStatus();
  return (
    <SetStatusContext value={setStatus}>
      <StatusContext value={status}>{children}</StatusContext>
    </SetStatusContext>
  );
}

/** Null until the core has answered. */
export function useStatus(): DeskStatus | null {
  return useContext(StatusContext);
}

/** For an answer of the core that carries the status. */
export function useSetStatus(): (status: DeskStatus) => void {
  return useContext(SetStatusContext);
}
