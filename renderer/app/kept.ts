/**
 * What this page keeps on this computer: pane widths, theme, the last article of each person. Conveniences only, so
 * losing them (another browser, another port of the host) costs nothing but a click.
 */
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

/** Under which name a person's last article is kept. */
export function lastArticleKey(personId: string): string {
  return `${personId}.article`;
}
