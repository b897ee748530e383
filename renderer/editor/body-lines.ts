/** The lines of the body in their order, whatever lists and boxes they stand in. */
import { $getRoot, $isElementNode, type ElementNode, type LexicalNode, type NodeKey } from 'lexical';
import { $isLineNode, type LineNode } from './line-node.ts';

export function $bodyLines(): LineNode[] {
  return $linesIn($getRoot());
}

/** The lines of what groups lines. */
export function $linesIn(parent: ElementNode): LineNode[] {
  const lines: LineNode[] = [];
  $addLines(parent, lines);
  return lines;
}

function $addLines(parent: ElementNode, lines: LineNode[]): void {
  for (const child of parent.getChildren()) {
    if ($isLineNode(child)) lines.push(child);
    else if ($isElementNode(child)) $addLines(child, lines);
  }
}

export function $lineKeys(): NodeKey[] {
  return $bodyLines().map((line) => line.getKey());
}

/** The first or the last line of what groups lines, or the line itself. */
export function $edgeLine(node: LexicalNode | null, edge: 'first' | 'last'): LineNode | null {
  let at = node;
  while (at !== null && !$isLineNode(at)) {
    if (!$isElementNode(at)) return null;
    at = edge === 'first' ? at.getFirstChild() : at.getLastChild();
  }
  return at;
}

export function $previousLine(line: LineNode): LineNode | null {
  for (let at: LexicalNode | null = line; at !== null; at = at.getParent()) {
    const before: LexicalNode | null = at.getPreviousSibling();
    if (before !== null) return $edgeLine(before, 'last');
  }
  return null;
}

export function $nextLine(line: LineNode): LineNode | null {
  for (let at: LexicalNode | null = line; at !== null; at = at.getParent()) {
    const after: LexicalNode | null = at.getNextSibling();
    if (after !== null) return $edgeLine(after, 'first');
  }
  return null;
}
