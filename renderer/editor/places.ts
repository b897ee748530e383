/** Carets as places in a line (UTF-16 units; a break or an embed counts one), and back. */
import {
  $getNodeByKey,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $edgeLine } from './body-lines.ts';
import { $isEmbedNode } from './embed-node.ts';
import { $isLineNode, type LineNode } from './line-node.ts';

export type LinePlace = { line: string; offset: number };

function $nodeLength(node: LexicalNode): number {
  if ($isTextNode(node)) return node.getTextContentSize();
  if ($isLineBreakNode(node) || $isEmbedNode(node)) return 1;
  let length = 0;
  if ($isElementNode(node)) for (const child of node.getChildren()) length += $nodeLength(child);
  return length;
}

/** Where a point of a selection stands; null if it stands in no line. */
export function $placeOfPoint(point: PointType): LinePlace | null {
  let node: LexicalNode | null = $getNodeByKey(point.key);
  if (node === null) return null;
  let offset = point.type === 'text' ? point.offset : 0;
  if (point.type === 'element' && $isElementNode(node)) {
    if (!$isLineNode(node) && !node.isInline()) {
      const isBehind = point.offset >= node.getChildrenSize();
      const child = isBehind ? node.getLastChild() : node.getChildAtIndex(point.offset);
      const line = $edgeLine(child, isBehind ? 'last' : 'first');
      return line === null ? null : { line: line.getKey(), offset: isBehind ? $nodeLength(line) : 0 };
    }
    for (const child of node.getChildren().slice(0, point.offset)) offset += $nodeLength(child);
  }
  while (node !== null && !$isLineNode(node)) {
    for (let before = node.getPreviousSibling(); before !== null; before = before.getPreviousSibling()) {
      offset += $nodeLength(before);
    }
    node = node.getParent();
  }
  return node === null ? null : { line: node.getKey(), offset };
}

function $setInElement(point: PointType, element: ElementNode, offset: number): void {
  let left = offset;
  for (const child of element.getChildren()) {
    const length = $nodeLength(child);
    if ($isTextNode(child)) {
      if (left <= length) {
        point.set(child.getKey(), left, 'text');
        return;
      }
    } else if ($isElementNode(child)) {
      if (left <= length && length > 0) {
        $setInElement(point, child, left);
        return;
      }
    } else if (left === 0) {
      point.set(element.getKey(), child.getIndexWithinParent(), 'element');
      return;
    }
    left -= length;
  }
  const last = element.getLastChild();
  if ($isTextNode(last)) point.set(last.getKey(), last.getTextContentSize(), 'text');
  else point.set(element.getKey(), element.getChildrenSize(), 'element');
}

/** Puts a point at a place of a line; a place past its end is its end. */
export function $setPoint(point: PointType, line: LineNode, offset: number): void {
  $setInElement(point, line, offset);
}
