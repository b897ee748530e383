/** The desk's own dialogs, of which one at a time is shown. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export type DialogName =
  | 'palette'
  | 'shortcuts'
  | 'notices'
  | 'refusals'
  | 'settings'
  | 'join'
  | 'backups'
  | 'damage'
  | 'lists';

type Dialogs = { shown: DialogName | null; show: (name: DialogName) => void; hide: () => void };

const DialogsContext = createContext<Dialogs | null>(null);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (dialogs === null) throw new Error('no DialogsProvider above this component');
  return dialogs;
}

export function DialogsProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<DialogName | null>(null);
  const value = useMemo(() => ({ shown, show: setShown, hide: () => setShown(null) }), [shown]);
  return <DialogsContext value={value}>{children}</DialogsContext>;
}
