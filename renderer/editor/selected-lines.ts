/** What is selected, as lines and as places in them. */
import { $getNodeByKey, $getSelection, $isNodeSelection, $isRangeSelection, type NodeKey } from 'lexical';
import type { LinePart } from '../../shared/article/flat-text.ts';
import { $bodyLines, $nextLine } from './body-lines.ts';
import { $isEmbedNode } from './embed-node.ts';
import { $readParts, contentLength, sliceParts } from './line-content.ts';
import { $isLineNode, type LineNode } from './line-node.ts';
import { $lineOf } from './line-rules.ts';
import { $placeOfPoint } from './places.ts';

/** The lines that the selection touches, in order. */
export function $selectedLines(): LineNode[] {
  const selection = $getSelection();
  if (selection === null) return [];
  const lines = new Map<NodeKey, LineNode>();
  for (const node of selection.getNodes()) {
    const line = $lineOf(node);
    if (line !== null) lines.set(line.getKey(), line);
  }
  // With every key that is typed it is one, and need not be looked for among the others.
  if (lines.size < 2) return [...lines.values()];
  return $bodyLines().filter((line) => lines.has(line.getKey()));
}

/** The places [start, end) of a line. */
export type Span = { line: LineNode; start: number; end: number };

/** What is selected of each line, in order; a caret is one empty span. */
export function $selectedSpans(): Span[] {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    return selection.getNodes().flatMap((node) => {
      const line = $lineOf(node);
      if (line === null || !$isEmbedNode(node)) return [];
      const before = node.getPreviousSiblings();
      const start = before.length === 0 ? 0 : contentLength($readParts(line).slice(0, before.length));
      return [{ line, start, end: start + 1 }];
    });
  }
  if (!$isRangeSelection(selection)) return [];
  const [anchor, focus] = [$placeOfPoint(selection.anchor), $placeOfPoint(selection.focus)];
  if (anchor === null || focus === null) return [];
  const [first, last] = selection.isBackward() ? [focus, anchor] : [anchor, focus];
  const spans: Span[] = [];
  const node = $getNodeByKey(first.line);
  let line = $isLineNode(node) ? node : null;
  while (line !== null) {
    const key = line.getKey();
    const start = key === first.line ? first.offset : 0;
    const end = key === last.line ? last.offset : contentLength($readParts(line));
    spans.push({ line, start, end: Math.max(start, end) });
    if (key === last.line) break;
    line = $nextLine(line);
  }
  return spans;
}

export function $partsOfSpan({ line, start, end }: Span): LinePart[] {
  return sliceParts($readParts(line), start, end);
}
