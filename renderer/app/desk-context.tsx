/** The desk for every component: calls, events, and the state that the whole page shares. */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { DeskEvent, WorkstationState } from '../../shared/contract/desk.ts';
import type { Desk, DeskLink } from './desk-link.ts';
import { AtPause } from './typing-pause.ts';

type Shared = {
  link: DeskLink;
  workstation: WorkstationState;
  setWorkstation: (state: WorkstationState) => void;
};

const DeskContext = createContext<Shared | null>(null);

function useShared(): Shared {
  const shared = useContext(DeskContext);
  if (shared === null) throw new Error('no DeskProvider above this component');
  return shared;
}

export function DeskProvider({
  link,
  workstation,
  setWorkstation,
  children,
}: Shared & { children: ReactNode }): ReactNode {
  return <DeskContext value={{ link, workstation, setWorkstation }}>{children}</DeskContext>;
}

/** Calls to the core; see shared/contract/desk.ts. */
export function useDesk(): Desk {
  return useShared().link.desk;
}

export function useDeskLink(): DeskLink {
  return useShared().link;
}

export function useWorkstation(): [WorkstationState, (state: WorkstationState) => void] {
  const { workstation, setWorkstation } = useShared();
  return [workstation, setWorkstation];
}

/** Calls back for the core's events of a type, while the component is shown. The callback may change between renders. */
export function useDeskEvent<T extends DeskEvent['type']>(
  type: T,
  callback: (event: Extract<DeskEvent, { type: T }>) => void,
): void {
  const { link } = useShared();
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(
    () =>
      link.onEvent((event) => {
        if (event.type === type) latest.current(event as Extract<DeskEvent, { type: T }>);
      }),
    [link, type],
  );
}

/** Calls back when the library has changed; while somebody types in an article, at the next pause. */
export function useLibraryChange(callback: () => void): void {
  const latest = useRef(callback);
  const [atPause] = useState(() => new AtPause(() => latest.current()));
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => () => atPause.cancel(), [atPause]);
  useDeskEvent('library', () => atPause.soon());
}

/** Calls back now and each time the line is open again: what was missed meanwhile has to be read anew. */
export function useWhenOpen(callback: () => void): void {
  const { link } = useShared();
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => {
    latest.current();
    return link.onState((state) => {
      if (state === 'open') latest.current();
    });
  }, [link]);
}
