/** Whether articles are checked at this desk; every place that shows it follows. */
import { useCallback, useSyncExternalStore } from 'react';
import { recall, remember } from '../app/kept.ts';

const KEY = 'spelling';
const listeners = new Set<() => void>();

export function useIsSpelling(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    useCallback((changed: () => void) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    }, []),
    () => recall(KEY, true),
  );
  const setOn = useCallback((next: boolean): void => {
    remember(KEY, next);
    for (const listener of listeners) listener();
  }, []);
  return [isOn, setOn];
}
