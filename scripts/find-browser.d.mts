/** The executable of an installed Chromium, Chrome or Edge: TOASOAN_BROWSER first, then the usual places. */
export function findBrowser(): string | null;
