import { useEffect, useState } from 'react';

/** What last had the focus outside of everything that lies over the page. */
let beneath: HTMLElement | null = null;

const OVER = '[role="dialog"], [role="menu"], .popover';
/** Whoever opened it is gone (another article, a decision that closed the changes): one goes on in the list. */
const ELSE = '#article-list';

function noteFocus(): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body || active.closest(OVER) !== null) return;
  beneath = active;
}

globalThis.document?.addEventListener('focusin', noteFocus);

/**
 * For a dialog or a view over the page: when the last of several closes, the focus goes back to where the first was opened
 * from. A dialog opened from the palette or a menu would give it back to what is gone by then. Who takes the focus
 * meanwhile keeps it.
 */
export function useFocusBack({ orElse = true } = {}): void {
  const [opener] = useState(() => {
    noteFocus();
    return beneath;
  });
  useEffect(
    () => () => {
      // A dialog gives it back by itself in the next frame; this is for where it could not.
      requestAnimationFrame(() => requestAnimationFrame(() => giveBack(opener, orElse)));
    },
    [opener, orElse],
  );
}

function giveBack(opener: HTMLElement | null, orElse: boolean): void {
  if (document.activeElement !== document.body || document.querySelector('[role="dialog"]') !== null) return;
  const isThere = opener?.isConnected === true;
  const target = isThere ? opener : orElse ? document.querySelector<HTMLElement>(ELSE) : null;
  target?.focus({ preventScroll: true });
}
