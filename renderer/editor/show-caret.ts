import type { LexicalEditor } from 'lexical';

/** Photos have their height by then, also on a slow computer. */
const DRAWN_MS = 2_000;
/** Whoever does something next is where they want to be. */
const HANDS = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Photos, tables and cards are drawn a moment after the line of the caret was brought into sight, and may push it out again.
 * Keeps it in sight until they are drawn or the person goes on; nothing moves while it is in sight anyway.
 */
export function showCaretOnceDrawn(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  if (root === null) return;
  const growth = new ResizeObserver(() => showCaret(root));
  const stop = (): void => {
    growth.disconnect();
    clearTimeout(timer);
    for (const name of HANDS) window.removeEventListener(name, stop, true);
  };
  const timer = setTimeout(stop, DRAWN_MS);
  for (const name of HANDS) window.addEventListener(name, stop, true);
  growth.observe(root);
}

function showCaret(root: HTMLElement): void {
  const node = document.getSelection()?.focusNode ?? null;
  if (document.activeElement !== root || node === null || node === root || !root.contains(node)) return;
  const element = node instanceof Element ? node : node.parentElement;
  element?.closest('.line')?.scrollIntoView({ block: 'nearest' });
}
