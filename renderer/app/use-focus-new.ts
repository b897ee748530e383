import { type RefObject, useEffect, useRef } from 'react';

/** Puts the caret into the headline of an article that was just made, as soon as the article's room shows it. */
export function useFocusNew(main: RefObject<HTMLElement | null>, shownId: string | null): (madeId: string) => void {
  const made = useRef<string | null>(null);
  useEffect(() => {
    const room = main.current;
    if (room === null || shownId === null || shownId !== made.current) return;
    made.current = null;
    const focus = (): boolean => {
      const headline = room.querySelector<HTMLElement>('textarea[name="headline"]');
      headline?.focus();
      return headline !== null;
    };
    if (focus()) return;
    const observer = new MutationObserver(() => {
      if (focus()) observer.disconnect();
    });
    observer.observe(room, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [main, shownId]);
  return (madeId) => {
    made.current = madeId;
  };
}
