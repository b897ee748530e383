/** What the page keeps (see kept.ts), as state of a component. */
import { useCallback, useState } from 'react';
import { recall, remember } from './kept.ts';

/** State that is there again the next time. `initial` stands where nothing, or something else, was kept. */
export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => recall(key, initial));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, keep];
}
