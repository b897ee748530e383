/**
 * Spaces that do not break, shown as highlights over the text: the text itself and its elements stay as they are. What is
 * typed costs a look at its own piece of text, no more.
 */
import { type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import { NO_BREAK_SPACE } from './format-deeds.ts';

const NAME = 'no-break-space';

/** Answers a function that stops. */
export function showNoBreakSpaces(editor: LexicalEditor): () => void {
  const highlight = new Highlight();
  const shown = new Map<NodeKey, Range[]>();
  const hide = (key: NodeKey): void => {
    for (const range of shown.get(key) ?? []) highlight.delete(range);
    shown.delete(key);
  };
  CSS.highlights.set(NAME, highlight);
  const stop = editor.registerMutationListener(TextNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      hide(key);
      const text = mutation === 'destroyed' ? null : textIn(editor.getElementByKey(key));
      if (text === null) continue;
      const ranges = rangesOf(text);
      for (const range of ranges) highlight.add(range);
      if (ranges.length > 0) shown.set(key, ranges);
    }
  });
  return () => {
    stop();
    CSS.highlights.delete(NAME);
  };
}

function textIn(element: Node | null): Text | null {
  let node = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node;
}

function rangesOf(text: Text): Range[] {
  const ranges: Range[] = [];
  for (let at = text.data.indexOf(NO_BREAK_SPACE); at !== -1; at = text.data.indexOf(NO_BREAK_SPACE, at + 1)) {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    ranges.push(range);
  }
  return ranges;
}
