/**
 * Keeps lists and boxes as the lines say, whatever put the lines there: transforms make them, join them and take them
 * away. A line keeps its node when it goes into a group or out of one. What holds when they are done:
 *
 *   root   lines, lists, boxes; neighbouring boxes have different names
 *   box    lines and lists, all lines of its name, and nowhere else is a line with a name
 *   list   every list item and nothing else; its kind is that of its first item, and an outermost item of the other kind
 *          begins a list of its own, so that neighbouring lists are parted by such an item alone
 *
 * Each is looked at beside its neighbours only: a key costs the same in a list of ten items and of a thousand.
 */
import { mergeRegister } from '@lexical/utils';
import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical';
import { isListKind } from '../../shared/article/flat-text.ts';
import { $createBoxNode, $isBoxNode, BoxNode } from './box-node.ts';
import { $createLineNode, $isLineNode, LineNode } from './line-node.ts';
import { $createListNode, $isListNode, type ListKind, ListNode } from './list-node.ts';

/** Answers a function that stops. */
export function registerLineGroups(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(LineNode, $placeLine),
    editor.registerNodeTransform(ListNode, $tidyList),
    editor.registerNodeTransform(BoxNode, $tidyBox),
  );
}

function $placeLine(line: LineNode): void {
  // In another line, which lets it out first (line-rules.ts).
  if ($isLineNode(line.getParent())) return;
  $placeInBox(line);
  $placeInList(line);
}

/** The box that a line stands in. */
export function $boxOf(line: LineNode): BoxNode | null {
  const parent = line.getParent();
  const holder = $isListNode(parent) ? parent.getParent() : parent;
  return $isBoxNode(holder) ? holder : null;
}

function $placeInBox(line: LineNode): void {
  const { box } = line.getLineStyle();
  const holder = $boxOf(line);
  if ((holder?.getBox() ?? null) === box) return;
  const list = line.getParent();
  if ($isListNode(list)) $splitOut(line, list, () => $createListNode(list.getKind()));
  if (holder !== null) $splitOut(line, holder, () => $createBoxNode(holder.getBox()));
  if (box === null) return;
  const [before, after] = [line.getPreviousSibling(), line.getNextSibling()];
  if ($isBoxNode(before) && before.getBox() === box) before.append(line);
  else if ($isBoxNode(after) && after.getBox() === box) after.splice(0, 0, [line]);
  else {
    const made = $createBoxNode(box);
    line.insertBefore(made, false);
    made.append(line);
  }
}

/** Takes a line out of its group; what was behind it there becomes a group of its own. */
function $splitOut(line: LineNode, group: ElementNode, makeGroup: () => ElementNode): void {
  const behind = line.getNextSiblings();
  group.insertAfter(line, false);
  if (behind.length > 0) {
    const rest = makeGroup();
    line.insertAfter(rest, false);
    rest.append(...behind);
  }
  if (group.isEmpty()) group.remove();
}

function $placeInList(line: LineNode): void {
  const { kind, indent } = line.getLineStyle();
  const list = line.getParent();
  if (!isListKind(kind)) {
    if ($isListNode(list)) $splitOut(line, list, () => $createListNode(list.getKind()));
    return;
  }
  const isFirst = line.getPreviousSibling() === null;
  if ($isListNode(list) && (isFirst ? list.getKind() === kind && $isOwnList(list) : belongs(list, kind, indent)))
    return;
  $regroup(line);
}

function belongs(list: ListNode, kind: ListKind, indent: number): boolean {
  return indent > 0 || list.getKind() === kind;
}

/** Whether the list begins with what cannot go on in the list before it. */
function $isOwnList(list: ListNode): boolean {
  const before = list.getPreviousSibling();
  const first = list.getFirstChild();
  if (!$isListNode(before) || !$isLineNode(first)) return true;
  const { kind, indent } = first.getLineStyle();
  return isListKind(kind) && !belongs(before, kind, indent);
}

function $isRun(node: LexicalNode | null): node is LineNode | ListNode {
  return $isListNode(node) || ($isLineNode(node) && isListKind(node.getKind()));
}

/** Makes the lists anew of all neighbouring list items round a node, in as many of their lists as can stay. */
function $regroup(node: LineNode | ListNode): void {
  const parent = node.getParent();
  let start: LexicalNode = $isListNode(parent) ? parent : node;
  for (let before = start.getPreviousSibling(); $isRun(before); before = before.getPreviousSibling()) start = before;
  const run: LexicalNode[] = [];
  for (let at: LexicalNode | null = start; $isRun(at); at = at.getNextSibling()) run.push(at);
  const lines = run.flatMap((at) => ($isListNode(at) ? at.getChildren() : [at])).filter($isLineNode);
  const used = new Set<string>();
  let former: ListNode | null = null;
  for (const group of groupsOf(lines)) {
    const kind = group[0]!.getKind() as ListKind;
    const found = group.map((line) => line.getParent()).find((own) => $isListNode(own) && !used.has(own.getKey()));
    const list: ListNode = $isListNode(found) ? found.setKind(kind) : $createListNode(kind);
    if (!$isListNode(found)) {
      if (former === null) run[0]!.insertBefore(list, false);
      else former.insertAfter(list, false);
    }
    used.add(list.getKey());
    for (const [index, line] of group.entries()) {
      if (list.getChildAtIndex(index)?.is(line) !== true) list.splice(index, 0, [line]);
    }
    former = list;
  }
  for (const list of run) if ($isListNode(list) && list.isAttached() && list.isEmpty()) list.remove();
}

function groupsOf(lines: readonly LineNode[]): LineNode[][] {
  const groups: LineNode[][] = [];
  for (const line of lines) {
    const { kind, indent } = line.getLineStyle();
    const group = groups.at(-1);
    if (group !== undefined && (indent > 0 || group[0]!.getKind() === kind)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function $tidyList(list: ListNode): void {
  for (const child of list.getChildren()) {
    if ($isLineNode(child)) continue;
    const line = $createLineNode({ kind: list.getKind(), box: boxNameOf(list) });
    child.insertBefore(line, false);
    line.append(child);
  }
  if (list.isEmpty()) {
    list.remove();
    return;
  }
  const first = list.getFirstChild();
  const next = list.getNextSibling();
  const isRight = $isLineNode(first) && first.getKind() === list.getKind() && $isOwnList(list);
  if (!isRight || ($isListNode(next) && !$isOwnList(next))) $regroup(list);
}

function boxNameOf(node: LexicalNode): string | null {
  const parent = node.getParent();
  return $isBoxNode(parent) ? parent.getBox() : null;
}

function $tidyBox(box: BoxNode): void {
  for (const child of box.getChildren()) {
    if ($isLineNode(child) || $isListNode(child)) continue;
    const line = $createLineNode({ kind: 'paragraph', box: box.getBox() });
    child.insertBefore(line, false);
    line.append(child);
  }
  if (box.isEmpty()) {
    box.remove();
    return;
  }
  const next = box.getNextSibling();
  if (!$isBoxNode(next) || next.getBox() !== box.getBox()) return;
  box.append(...next.getChildren());
  next.remove();
}
