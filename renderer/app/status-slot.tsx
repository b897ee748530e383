/** A place at the right end of the status bar, which the room that is shown fills: the article's length, the photo's size. */
import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

const SlotContext = createContext<[HTMLElement | null, (slot: HTMLElement | null) => void] | null>(null);

function useSlot(): [HTMLElement | null, (slot: HTMLElement | null) => void] {
  const slot = useContext(SlotContext);
  if (slot === null) throw new Error('no StatusSlotProvider above this component');
  return slot;
}

export function StatusSlotProvider({ children }: { children: ReactNode }): ReactNode {
  return <SlotContext value={useState<HTMLElement | null>(null)}>{children}</SlotContext>;
}

/** The place itself; the status bar holds it. */
export function StatusSlot(): ReactNode {
  const [, setSlot] = useSlot();
  return <span className="status-slot tabular" ref={setSlot} />;
}

/** Puts its children at the right end of the status bar while it is shown. */
export function InStatusBar({ children }: { children: ReactNode }): ReactNode {
  const [slot] = useSlot();
  return slot === null ? null : createPortal(children, slot);
}
