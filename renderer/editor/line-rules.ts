/** What must hold in the editor whatever was typed, pasted or merged: lines of known things below the root. */
import { LinkNode } from '@lexical/link';
import { $findMatchingParent, mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  COLLABORATION_TAG,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  RootNode,
  TextNode,
} from 'lexical';
import { safeLink } from '../../shared/article/safe-link.ts';
import { $bodyLines } from './body-lines.ts';
import { $isBoxNode } from './box-node.ts';
import { $isEmbedLine } from './embed-node.ts';
import { knownFormat } from './line-content.ts';
import { registerLineGroups } from './line-groups.ts';
import { $createLineNode, $isLineNode, LineNode } from './line-node.ts';
import { $isListNode } from './list-node.ts';

const LINE_ENDS = /[\r\n\u2028\u2029]+/gu;

export function registerLineRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepLines),
    editor.registerNodeTransform(LineNode, $hoistBlocks),
    registerLineGroups(editor),
    editor.registerNodeTransform(LinkNode, $keepSafeLink),
    editor.registerNodeTransform(TextNode, (node) => $tidyText(editor, node)),
  );
}

/** Every child of the root is a line or a group of lines, and there is at least one. */
function $keepLines(root: RootNode): void {
  for (const child of root.getChildren()) {
    if ($isLineNode(child) || $isListNode(child) || $isBoxNode(child)) continue;
    const line = $createLineNode();
    if ($isElementNode(child)) child.replace(line, true);
    else {
      child.insertBefore(line, false);
      line.append(child);
    }
  }
  if (root.isEmpty()) root.append($createLineNode());
}

/** A line in a line, as pasted nested lists give it, becomes a line behind it. */
function $hoistBlocks(line: LineNode): void {
  const index = line.getChildren().findIndex($isBlock);
  if (index === -1) return;
  const children = line.getChildren();
  let after: LexicalNode = line;
  let rest: LineNode | null = null;
  for (const child of children.slice(index)) {
    if ($isBlock(child)) {
      const { box } = line.getLineStyle();
      const block = $isLineNode(child) ? child : $createLineNode({ box }).append(...child.getChildren());
      after.insertAfter(block, false);
      if (block !== child) child.remove();
      after = block;
      rest = null;
    } else {
      if (rest === null) {
        rest = $createLineNode(line.getLineStyle());
        after.insertAfter(rest, false);
        after = rest;
      }
      rest.append(child);
    }
  }
  if (index === 0) line.remove();
}

function $isBlock(node: LexicalNode): node is ElementNode {
  return $isElementNode(node) && !node.isInline();
}

function $keepSafeLink(link: LinkNode): void {
  const url = safeLink(link.getURL());
  if (url === link.getURL()) return;
  if (url !== null) {
    link.setURL(url);
    return;
  }
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}

/**
 * Formats that an article has, one line, and letters composed as everybody else composes them (NFC). Text from elsewhere
 * is shown as it is: several people who tidied the same letter at once would write it several times.
 */
function $tidyText(editor: LexicalEditor, node: TextNode): void {
  if ($hasUpdateTag(COLLABORATION_TAG) || $hasUpdateTag(HISTORIC_TAG)) return;
  const format = node.getFormat();
  if (knownFormat(format) !== format) node.setFormat(knownFormat(format));
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getMode() !== 'normal') node.setMode('normal');
  // An input method compares what it composes with what it typed.
  if (editor.isComposing() || node.isComposing()) return;
  const text = node.getTextContent();
  const tidy = tidyText(text);
  if (tidy === text || node.getType() !== 'text') return;
  const selection = $getSelection();
  node.setTextContent(tidy);
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.type !== 'text' || point.key !== node.getKey()) continue;
    const before = tidyText(text.slice(0, point.offset)).length;
    point.set(point.key, Math.min(before, tidy.length), 'text');
  }
}

/** Half of a surrogate pair is no character, and Yjs would spoil what stands behind it. */
function tidyText(text: string): string {
  return text.replace(LINE_ENDS, ' ').toWellFormed().normalize('NFC');
}

/** The line that a node stands in. */
export function $lineOf(node: LexicalNode): LineNode | null {
  return $findMatchingParent(node, $isLineNode) as LineNode | null;
}

function $caretNode(): { node: LexicalNode; line: LineNode; isFirst: boolean; isLast: boolean } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  const line = $lineOf(node);
  if (line === null) return null;
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  return { node, line, isFirst: anchor.offset === 0, isLast: anchor.offset === size };
}

/** The line, when the caret stands at its beginning. */
export function $lineAtStart(): LineNode | null {
  const caret = $caretNode();
  if (caret === null || !caret.isFirst) return null;
  for (let at: LexicalNode | null = caret.node; at !== null && at !== caret.line; at = at.getParent()) {
    if (at.getPreviousSibling() !== null) return null;
  }
  return caret.line;
}

/** The line, when the caret stands at its end. */
export function $lineAtEnd(): LineNode | null {
  const caret = $caretNode();
  if (caret === null || !caret.isLast) return null;
  for (let at: LexicalNode | null = caret.node; at !== null && at !== caret.line; at = at.getParent()) {
    if (at.getNextSibling() !== null) return null;
  }
  return caret.line;
}

/** Puts the caret at the edge of the text, past photos and rules that stand there alone; to them if there is no text. */
export function $selectTextEdge(edge: 'start' | 'end'): void {
  const lines = $bodyLines().filter((line) => !$isEmbedLine(line));
  const line = edge === 'start' ? lines[0] : lines.at(-1);
  if (line === undefined) $selectEdge(edge);
  else if (edge === 'start') line.selectStart();
  else line.selectEnd();
}

/** Puts the caret at the start or the end of the body. */
export function $selectEdge(edge: 'start' | 'end'): void {
  const line = edge === 'start' ? $bodyLines()[0] : $bodyLines().at(-1);
  if (line === undefined) return;
  if (edge === 'start') line.selectStart();
  else line.selectEnd();
}
