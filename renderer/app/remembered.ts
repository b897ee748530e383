/**
 * What this page remembers on this computer: pane widths, theme, the last article of each person. Conveniences only, so
 * losing them (another browser, another port of the host) costs nothing but a click.
 */
import { useCallback, useState } from 'react';

const PREFIX = 'toasoan.';

export function recall<T>(key: string, initial: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    if (kept === null) return initial;
    const value: unknown = JSON.parse(kept);
    return initial === null || typeof value === typeof initial ? (value as T) : initial;
  } catch {
    return initial;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage is full or switched off: the page works without its memory.
  }
}

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
