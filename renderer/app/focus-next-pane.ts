const focusable = 'input, textarea, select, button, [tabindex="0"], [contenteditable="true"]';
/** Where a pane wants the focus rather than on its first button. */
const preferred = '[role="listbox"], [role="grid"], [contenteditable="true"], textarea, [aria-current="true"]';

/** From the pane that has the focus to the next one, round and round. */
export function focusNextPane(root: HTMLElement | null): void {
  const panes = [...(root?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(at + step + panes.length) % panes.length];
    const target = pane?.querySelector<HTMLElement>(preferred) ?? pane?.querySelector<HTMLElement>(focusable);
    if (target) {
      target.focus();
      return;
    }
  }
}
