/**
 * The numbers of list items, as values of the page's own elements: a style sheet could count them for the eye, but readers
 * of the screen would not be told.
 */
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import type { LineStyle } from '../../shared/article/flat-text.ts';
import { $isLineNode, type LineNode } from './line-node.ts';
import { $isListNode, type ListNode } from './list-node.ts';

/**
 * The number of each item of a list; null for a bullet. Numbers go on behind deeper items, and begin anew behind shallower
 * ones and behind a bullet of their own depth.
 */
export function listNumbers(items: readonly Pick<LineStyle, 'kind' | 'indent'>[]): (number | null)[] {
  const counts: number[] = [];
  return items.map(({ kind, indent }) => {
    counts.length = Math.min(counts.length, indent + 1);
    counts[indent] = kind === 'number' ? (counts[indent] ?? 0) + 1 : 0;
    return kind === 'number' ? counts[indent] : null;
  });
}

/** Numbers a list when it, or an item of it, is no longer what it was. Answers a function that stops. */
export function registerListNumbers(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, dirtyElements }) => {
    editorState.read(() => {
      const lists = new Set<ListNode>();
      for (const [key, isChanged] of dirtyElements) {
        if (!isChanged) continue;
        const node = $getNodeByKey(key);
        const list = $isLineNode(node) ? node.getParent() : node;
        if ($isListNode(list)) lists.add(list);
      }
      for (const list of lists) number(editor, list.getChildren<LineNode>());
    });
  });
}

function number(editor: LexicalEditor, lines: readonly LineNode[]): void {
  const numbers = listNumbers(lines.map((line) => line.getLineStyle()));
  for (const [index, line] of lines.entries()) {
    const element = editor.getElementByKey(line.getKey()) as HTMLLIElement | null;
    const value = numbers[index] ?? null;
    if (value === null) element?.removeAttribute('value');
    else if (element !== null && element.value !== value) element.value = value;
  }
}
