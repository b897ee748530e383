/**
 * Lists as readers of the screen know them. Each line is an element of its own below the root, a list item a list of one;
 * neighbours are announced as one list: the first owns the items of the others. Numbers go on by `start`.
 */
import { $getRoot, type LexicalEditor } from 'lexical';
import { $isLineNode, isListKind, type LineNode } from './line-node.ts';

/** Keeps the lists in the editor's DOM joined. Answers a function that stops. */
export function registerLists(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, dirtyElements }) => {
    if (dirtyElements.size > 0) editorState.read(() => $joinLists(editor));
  });
}

function $joinLists(editor: LexicalEditor): void {
  let group: HTMLElement[] = [];
  let kind = '';
  const end = (): void => {
    joinGroup(group);
    group = [];
  };
  for (const line of $getRoot().getChildren()) {
    if (!$isLineNode(line)) continue;
    if (line.getKind() !== kind) end();
    kind = line.getKind();
    const dom = isListKind(line.getKind()) ? editor.getElementByKey(line.getKey()) : null;
    if (dom !== null) group.push(nameItem(dom, line));
  }
  end();
}

function nameItem(dom: HTMLElement, line: LineNode): HTMLElement {
  const item = dom.firstElementChild;
  if (item !== null && item.id === '') item.id = `item-${line.getKey()}`;
  return dom;
}

function joinGroup(lists: readonly HTMLElement[]): void {
  const [first, ...others] = lists;
  if (first === undefined) return;
  const owned = others.map((list) => list.firstElementChild?.id ?? '').join(' ');
  set(first, 'role', null);
  set(first, 'aria-owns', owned === '' ? null : owned);
  for (const [index, list] of lists.entries()) {
    if (list !== first) {
      set(list, 'role', 'presentation');
      set(list, 'aria-owns', null);
    }
    if (list.tagName === 'OL') set(list, 'start', index === 0 ? null : String(index + 1));
    set(list, 'data-place', `${index === 0 ? 'first' : ''} ${index === lists.length - 1 ? 'last' : ''}`.trim() || null);
  }
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
