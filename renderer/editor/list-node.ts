/**
 * Neighbouring list items, as one real list: it is there for the page's elements alone (readers of the screen, numbers),
 * and the flat text knows nothing of it. Transforms make and take away lists by the kinds of the lines, whatever put the
 * lines there; a line keeps its node when it goes into a list or out of one.
 */
import { mergeRegister } from '@lexical/utils';
import {
  $create,
  $getRoot,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { isListKind } from '../../shared/article/flat-text.ts';
import { $createLineNode, $isLineNode, LineNode } from './line-node.ts';

type ListKind = 'bullet' | 'number';

const kindState = createState('kind', { parse: (value): ListKind => (value === 'number' ? 'number' : 'bullet') });

export class ListNode extends ElementNode {
  override $config() {
    return this.config('lines', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: kindState }] });
  }

  getKind(): ListKind {
    return $getState(this, kindState);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement(this.getKind() === 'number' ? 'ol' : 'ul');
    dom.className = 'list';
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

export function $isListNode(node: LexicalNode | null | undefined): node is ListNode {
  return node instanceof ListNode;
}

/** The lines of the body, in order, whether they stand in lists or not. */
export function $bodyLines(): LineNode[] {
  const lines: LineNode[] = [];
  for (const child of $getRoot().getChildren()) {
    if ($isListNode(child)) lines.push(...child.getChildren().filter($isLineNode));
    else if ($isLineNode(child)) lines.push(child);
  }
  return lines;
}

export function $lineKeys(): NodeKey[] {
  return $bodyLines().map((line) => line.getKey());
}

export function $previousLine(line: LineNode): LineNode | null {
  const parent = line.getParent();
  const before = line.getPreviousSibling() ?? ($isListNode(parent) ? parent.getPreviousSibling() : null);
  const found = $isListNode(before) ? before.getLastChild() : before;
  return $isLineNode(found) ? found : null;
}

export function $nextLine(line: LineNode): LineNode | null {
  const parent = line.getParent();
  const after = line.getNextSibling() ?? ($isListNode(parent) ? parent.getNextSibling() : null);
  const found = $isListNode(after) ? after.getFirstChild() : after;
  return $isLineNode(found) ? found : null;
}

/** Keeps the lists as the kinds of the lines say. Answers a function that stops. */
export function registerLists(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(LineNode, $placeLine),
    editor.registerNodeTransform(ListNode, $tidyList),
  );
}

function $placeLine(line: LineNode): void {
  const kind = line.getKind();
  const parent = line.getParent();
  if ($isListNode(parent)) {
    if (parent.getKind() === kind) return;
    $liftLine(line, parent);
  }
  if (!isListKind(kind)) return;
  const [before, after] = [line.getPreviousSibling(), line.getNextSibling()];
  if ($isListNode(before) && before.getKind() === kind) before.append(line);
  else if ($isListNode(after) && after.getKind() === kind) after.splice(0, 0, [line]);
  else {
    const list = $setState($create(ListNode), kindState, kind);
    line.insertBefore(list, false);
    list.append(line);
  }
}

/** Takes a line out of its list; what was behind it in the list becomes a list of its own. */
function $liftLine(line: LineNode, list: ListNode): void {
  const behind = line.getNextSiblings();
  list.insertAfter(line, false);
  if (behind.length > 0) {
    const rest = $setState($create(ListNode), kindState, list.getKind());
    line.insertAfter(rest, false);
    rest.append(...behind);
  }
  if (list.isEmpty()) list.remove();
}

function $tidyList(list: ListNode): void {
  for (const child of list.getChildren()) {
    if ($isLineNode(child)) continue;
    const line = $createLineNode(list.getKind());
    child.insertBefore(line, false);
    line.append(child);
  }
  if (list.isEmpty()) {
    list.remove();
    return;
  }
  const next = list.getNextSibling();
  if (!$isListNode(next) || next.getKind() !== list.getKind()) return;
  list.append(...next.getChildren());
  next.remove();
}
