import { useEffect, useState } from 'react';

/** What had the focus before the first of the views that are shown, or that followed one another. */
let before: HTMLElement | null = null;

/** Whoever opened it is gone (another article, a decision that closed the changes): one goes on in the list. */
const ELSE = '#article-list';

/**
 * For a dialog or a view over the page: when the last of several closes, the focus goes back to where the first was opened
 * from. A dialog opened from the palette would give it back to a field that is gone by then. Who takes the focus meanwhile
 * keeps it.
 */
export function useFocusBack({ orElse = true } = {}): void {
  useState(() => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== document.body && active.closest('[role="dialog"]') === null) {
      before = active;
    }
  });
  useEffect(
    () => () => {
      // A dialog gives it back by itself in the next frame; this is for where it could not.
      requestAnimationFrame(() => requestAnimationFrame(() => giveBack(orElse)));
    },
    [orElse],
  );
}

function giveBack(orElse: boolean): void {
  if (document.activeElement !== document.body || document.querySelector('[role="dialog"]') !== null) return;
  const isThere = before?.isConnected === true;
  const target = isThere ? before : orElse ? document.querySelector<HTMLElement>(ELSE) : null;
  target?.focus({ preventScroll: true });
}
