/** What editor and flat text last agreed on, and carets as places in it. */
import {
  $getNodeByKey,
  $getRoot,
  $isTextNode,
  $setSelection,
  type NodeKey,
  type NodeSelection,
  type RangeSelection,
} from 'lexical';
import type * as Y from 'yjs';
import type { Line, LinePart, LineStyle } from '../../shared/article/flat-text.ts';
import { $isLineNode, type LineNode } from './line-node.ts';
import { $lineOf } from './line-rules.ts';
import { $setPoint, type LinePlace } from './places.ts';

export type CachedLine = LineStyle & {
  key: NodeKey;
  /** Null only for text before the first mark. */
  mark: Y.Map<unknown> | null;
  id: string;
  parts: LinePart[];
  /** Places in the flat text, the mark among them. */
  length: number;
};

export function cachedLine(key: NodeKey, { mark, id, kind, indent, box, parts, length }: Line): CachedLine {
  return { key, mark, id, kind, indent, box, parts, length };
}

/** The place in the flat text of a place in a line. */
export function flatPlace(lines: readonly CachedLine[], place: LinePlace | null): number | null {
  if (place === null) return null;
  let start = 0;
  for (const line of lines) {
    if (line.key === place.line) return start + (line.mark === null ? 0 : 1) + place.offset;
    start += line.length;
  }
  return null;
}

function $atPlace(lines: readonly CachedLine[], place: number): { node: LineNode; offset: number } | null {
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const mark = line.mark === null ? 0 : 1;
    if (place < start + line.length || index === lines.length - 1) {
      // A place on a mark is the end of the line before it, but for the first line.
      const isBefore = place <= start && mark === 1 && index > 0;
      const node = $getNodeByKey(isBefore ? lines[index - 1]!.key : line.key);
      if (!$isLineNode(node)) return null;
      return { node, offset: isBefore ? lines[index - 1]!.length : Math.max(0, place - start - mark) };
    }
    start += line.length;
  }
  return null;
}

/** Selects from one place of the flat text to another, with the format of `range`. */
export function $selectPlaces(
  lines: readonly CachedLine[],
  range: RangeSelection | null,
  anchor: number,
  focus: number,
): void {
  const selection = range ?? $getRoot().selectStart();
  const [from, to] = [$atPlace(lines, anchor), $atPlace(lines, focus)];
  if (from === null || to === null) return;
  $setPoint(selection.anchor, from.node, from.offset);
  $setPoint(selection.focus, to.node, to.offset);
  $setSelection(selection);
}

/** Where what is selected as a whole begins. */
export function $placeOfNodes(selection: NodeSelection): LinePlace | null {
  const [node] = selection.getNodes();
  const line = node === undefined ? null : $lineOf(node);
  return line === null ? null : { line: line.getKey(), offset: 0 };
}

/** The format of the text that a caret stands in. */
export function $formatAt({ anchor, format }: RangeSelection): number {
  const node = anchor.type === 'text' ? $getNodeByKey(anchor.key) : null;
  return $isTextNode(node) ? node.getFormat() : format;
}
