import { $getNodeByKey, $getSelection, $isRangeSelection, $setSelection } from 'lexical';
import { safeLink } from '../../shared/article/safe-link.ts';
import { $readParts, $writeParts, joinParts, linkAround, sliceParts, withLink } from './line-content.ts';
import { $isLineNode } from './line-node.ts';
import { $placeOfPoint, $setPoint } from './places.ts';
import { $selectedSpans } from './selected-lines.ts';

/**
 * A link on what is selected, or another address for the link round the caret; null takes links away. Where there is
 * neither, `text` is put in with the link. An address that may not be carried changes nothing. Done on the lines' content:
 * Lexical's own toggle fails at the edges of links.
 */
export function $setLink(url: string | null, text = ''): void {
  const link = url === null ? null : safeLink(url);
  const selection = $getSelection();
  if ((url !== null && link === null) || !$isRangeSelection(selection)) return;
  const spans = $selectedSpans();
  const [anchor, focus] = [$placeOfPoint(selection.anchor), $placeOfPoint(selection.focus)];
  if (anchor === null || focus === null) return;
  $setSelection(null);
  let added = 0;
  for (const { line, start, end } of spans) {
    const parts = $readParts(line);
    const [from, to] = selection.isCollapsed() ? linkAround(parts, start) : [start, end];
    if (from === to && selection.isCollapsed() && link !== null) {
      const linked = joinParts(sliceParts(parts, 0, start), [{ text, attributes: { link } }]);
      $writeParts(line, joinParts(linked, sliceParts(parts, start)));
      added = text.length;
    } else $writeParts(line, withLink(parts, from, to, link));
  }
  for (const [point, place] of [
    [selection.anchor, anchor],
    [selection.focus, focus],
  ] as const) {
    const line = $getNodeByKey(place.line);
    if ($isLineNode(line)) $setPoint(point, line, place.offset + added);
  }
  $setSelection(selection);
}
