import { $getNodeByKey, $getSelection, $isRangeSelection, $setSelection } from 'lexical';
import { safeLink } from '../../shared/article/safe-link.ts';
import { $readParts, $writeParts, linkAround, withLink } from './line-content.ts';
import { $isLineNode } from './line-node.ts';
import { $placeOfPoint, $setPoint } from './places.ts';
import { $selectedSpans } from './selected-lines.ts';

/**
 * A link on what is selected, or another address for the link round the caret; null takes links away. An address that may
 * not be carried changes nothing. Done on the lines' content: Lexical's own toggle fails at the edges of links.
 */
export function $setLink(url: string | null): void {
  const link = url === null ? null : safeLink(url);
  const selection = $getSelection();
  if ((url !== null && link === null) || !$isRangeSelection(selection)) return;
  const spans = $selectedSpans();
  const [anchor, focus] = [$placeOfPoint(selection.anchor), $placeOfPoint(selection.focus)];
  if (anchor === null || focus === null) return;
  $setSelection(null);
  for (const { line, start, end } of spans) {
    const parts = $readParts(line);
    const [from, to] = selection.isCollapsed() ? linkAround(parts, start) : [start, end];
    $writeParts(line, withLink(parts, from, to, link));
  }
  for (const [point, place] of [
    [selection.anchor, anchor],
    [selection.focus, focus],
  ] as const) {
    const line = $getNodeByKey(place.line);
    if ($isLineNode(line)) $setPoint(point, line, place.offset);
  }
  $setSelection(selection);
}
