/** Following the caret in an article's scroller, without a trace in the text. */

/** Where the line of the caret stands: this share of the height from above. */
const CARET_HEIGHT = 0.42;

function caretBox(scroller: HTMLElement): DOMRect | null {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement && scroller.contains(focused)) return focused.getBoundingClientRect();
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || !scroller.contains(node)) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const box = range.getClientRects()[0];
  if (box !== undefined) return box;
  // An empty line has no box of its own.
  const element = node instanceof Element ? (node.childNodes[selection.focusOffset] ?? node) : node.parentElement;
  return element instanceof Element
    ? element.getBoundingClientRect()
    : (node.parentElement?.getBoundingClientRect() ?? null);
}

/** Runs once a frame at most, after what the selection's change has drawn; not while a button of the mouse is down. */
function onCaret(act: () => void): () => void {
  let frame: number | null = null;
  let isPressed = false;
  const soon = (): void => {
    if (isPressed) return;
    frame ??= requestAnimationFrame(() => {
      frame = null;
      act();
    });
  };
  const press = (): void => {
    isPressed = true;
  };
  const lift = (): void => {
    isPressed = false;
    soon();
  };
  document.addEventListener('selectionchange', soon);
  document.addEventListener('pointerdown', press, true);
  document.addEventListener('pointerup', lift, true);
  document.addEventListener('pointercancel', lift, true);
  soon();
  return () => {
    if (frame !== null) cancelAnimationFrame(frame);
    document.removeEventListener('selectionchange', soon);
    document.removeEventListener('pointerdown', press, true);
    document.removeEventListener('pointerup', lift, true);
    document.removeEventListener('pointercancel', lift, true);
  };
}

/** Keeps the line of the caret at one height. Answers a function that stops. */
export function followCaret(scroller: HTMLElement): () => void {
  return onCaret(() => {
    const box = caretBox(scroller);
    if (box === null) return;
    const wanted = scroller.getBoundingClientRect().top + scroller.clientHeight * CARET_HEIGHT;
    const by = box.top + box.height / 2 - wanted;
    // Less than half a line is not worth a move: words would tremble while somebody writes.
    if (Math.abs(by) > box.height / 2) scroller.scrollTop += by;
  });
}

const CURRENT = 'is-current';

/** Marks the block that the caret stands in, for the style sheet. Answers a function that stops. */
export function markCurrent(scroller: HTMLElement): () => void {
  let current: Element | null = null;
  const mark = (next: Element | null): void => {
    if (next === current && next?.classList.contains(CURRENT) !== false) return;
    current?.classList.remove(CURRENT);
    next?.classList.add(CURRENT);
    current = next;
  };
  const stop = onCaret(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLTextAreaElement && scroller.contains(focused)) {
      mark(focused.closest('.line') ?? focused);
      return;
    }
    const node = document.getSelection()?.focusNode ?? null;
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    if (element !== null && scroller.contains(element)) mark(element.closest('.body-text .line'));
  });
  return () => {
    stop();
    mark(null);
  };
}
