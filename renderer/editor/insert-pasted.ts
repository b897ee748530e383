/** Puts lines into the body where the caret is. */
import { $getNodeByKey, $getSelection, $isRangeSelection } from 'lexical';
import { MAX_INDENT } from '../../shared/article/document.ts';
import { type LineKind, type LinePart, type LineStyle, lineStyle } from '../../shared/article/flat-text.ts';
import { $nextLine } from './body-lines.ts';
import { $openLineBehindEmbed } from './embed-selection.ts';
import type { PastedLine } from './html-lines.ts';
import { $readParts, $writeParts, contentLength, joinParts, sliceParts, type TextLine } from './line-content.ts';
import { $createLineNode, $isLineNode, isHeadingKind, type LineNode } from './line-node.ts';
import { $placeOfPoint, $setPoint } from './places.ts';
import { $removeSelected } from './remove-selected.ts';

/** Text that was pasted without a kind of its own takes that of the line, but for headings. */
function kindHere(line: PastedLine, here: LineKind): LineKind {
  if (line.kind !== null) return line.kind;
  return isHeadingKind(here) || here === 'attribution' || here === 'gallery' ? 'paragraph' : here;
}

function hasEmbed({ parts }: PastedLine): boolean {
  return parts.some((part) => 'embed' in part);
}

function isMereText(line: PastedLine): boolean {
  return !hasEmbed(line) && (line.kind ?? 'paragraph') === 'paragraph' && line.box === undefined;
}

/**
 * Puts lines where the caret is, in place of what is selected. One line of mere text goes into the caret's line. Of
 * several, the first goes on with what is before the caret and the last with what is behind it, where their kinds allow.
 */
export function $insertPasted(pasted: readonly PastedLine[]): void {
  if (pasted.length === 0) return;
  $removeSelected();
  $openLineBehindEmbed();
  const selection = $getSelection();
  const place = $isRangeSelection(selection) ? $placeOfPoint(selection.focus) : null;
  const line = place === null ? null : $getNodeByKey(place.line);
  if (place === null || !$isLineNode(line)) return;
  const style = line.getLineStyle();
  const parts = $readParts(line);
  const { lines, caret } = insertLines(
    { style, head: sliceParts(parts, 0, place.offset), tail: sliceParts(parts, place.offset) },
    pasted,
  );
  let node: LineNode = line;
  for (const [index, next] of lines.entries()) {
    if (index > 0) {
      const added = $createLineNode(next);
      node.insertAfter(added, false);
      node = added;
    } else node.setLineStyle(next);
    $writeParts(node, next.parts);
    if (index === caret.line) {
      const point = node.select();
      $setPoint(point.anchor, node, caret.offset);
      $setPoint(point.focus, node, caret.offset);
    }
  }
  // There is always a line behind a photo or a table to go on in.
  if (hasEmbed(pasted.at(-1)!) && $nextLine(node) === null) node.insertAfter($createLineNode(), false);
}

type BrokenLine = { style: LineStyle; head: LinePart[]; tail: LinePart[] };

/** The lines that a line becomes, and where its caret goes. */
function insertLines(
  { style, head, tail }: BrokenLine,
  pasted: readonly PastedLine[],
): { lines: TextLine[]; caret: { line: number; offset: number } } {
  const { kind, box } = style;
  const [only] = pasted;
  const isInline = pasted.length === 1 && isMereText(only!);
  const joins = (line: PastedLine): boolean =>
    !hasEmbed(line) && (line.kind === null || line.kind === 'paragraph' || line.kind === kind);
  const lines = pasted.map((line): TextLine => {
    const own = kindHere(line, kind);
    // A list that is pasted into an item begins as deep as that stands.
    const indent = Math.min(MAX_INDENT, (line.indent ?? 0) + style.indent);
    return { ...lineStyle({ kind: own, indent, box: box ?? line.box ?? null }), parts: line.parts };
  });
  if (isInline || (head.length > 0 && joins(pasted[0]!))) {
    lines[0] = { ...style, parts: joinParts(head, lines[0]!.parts) };
  } else if (head.length > 0) lines.unshift({ ...style, parts: head });
  const last = lines.at(-1)!;
  const caret = { line: lines.length - 1, offset: contentLength(last.parts) };
  if (isInline || (tail.length > 0 && joins(pasted.at(-1)!))) {
    lines[lines.length - 1] = { ...style, parts: joinParts(last.parts, tail) };
  } else if (tail.length > 0) lines.push({ ...style, parts: tail });
  return { lines, caret };
}
