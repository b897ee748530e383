/** Copying, cutting, pasting and dropping in the body. */
import { copyToClipboard } from '@lexical/clipboard';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  type PasteCommandType,
} from 'lexical';
import { type LineKind, type LinePart, type LineStyle, lineStyle } from '../../shared/article/flat-text.ts';
import { $deleteSelectedEmbeds, $openLineBehindEmbed } from './embed-selection.ts';
import { linesOfHtml, linesOfText, type PastedLine } from './html-lines.ts';
import { htmlOfLines, textOfLines } from './html-out.ts';
import { $readParts, $writeParts, contentLength, joinParts, sliceParts, type TextLine } from './line-content.ts';
import { $createLineNode, $isLineNode, isHeadingKind, type LineNode } from './line-node.ts';
import { $placeOfPoint, $setPoint } from './places.ts';
import { $removeSelected } from './remove-selected.ts';
import { $partsOfSpan, $selectedSpans } from './selected-lines.ts';

export type OnFiles = (files: File[], at: { x: number; y: number } | null) => void;

export function registerClipboard(editor: LexicalEditor, onFiles: OnFiles): () => void {
  return mergeRegister(
    editor.registerCommand(PASTE_COMMAND, (event) => $paste(event, onFiles), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(COPY_COMMAND, (event) => $copy(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => $copy(editor, event) && ($removeSelected() || $deleteSelectedEmbeds() || true),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        onFiles(files, { x: event.clientX, y: event.clientY });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        onFiles([...files], null);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $copy(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): boolean {
  const lines = $selectedSpans().map((span): TextLine => ({ ...span.line.getLineStyle(), parts: $partsOfSpan(span) }));
  if (lines.length === 0 || (lines.length === 1 && lines[0]!.parts.length === 0)) return false;
  const data = { 'text/plain': textOfLines(lines), 'text/html': htmlOfLines(lines) };
  event?.preventDefault();
  if (event instanceof ClipboardEvent) {
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  } else {
    // With a photo selected as a whole the browser has nothing selected, and only the key tells.
    void copyToClipboard(editor, null, data);
  }
  return true;
}

function $paste(event: PasteCommandType, onFiles: OnFiles): boolean {
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
  const { clipboardData } = event;
  const html = clipboardData.getData('text/html');
  const text = clipboardData.getData('text/plain');
  const files = [...clipboardData.files];
  event.preventDefault();
  // A picture that is copied from a page brings its HTML along; the picture is what is meant.
  if (files.length > 0 && text.trim() === '') onFiles(files, null);
  else if (html.trim() === '') $insertPasted(linesOfText(text));
  else $insertPasted(linesOfHtml(html));
  return true;
}

/** Text that was pasted without a kind of its own takes that of the line, but for headings. */
function kindHere(line: PastedLine, here: LineKind): LineKind {
  if (line.kind !== null) return line.kind;
  return isHeadingKind(here) ? 'paragraph' : here;
}

function hasEmbed({ parts }: PastedLine): boolean {
  return parts.some((part) => 'embed' in part);
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
}

type BrokenLine = { style: LineStyle; head: LinePart[]; tail: LinePart[] };

/** The lines that a line becomes, and where its caret goes. */
function insertLines(
  { style, head, tail }: BrokenLine,
  pasted: readonly PastedLine[],
): { lines: TextLine[]; caret: { line: number; offset: number } } {
  const { kind, box } = style;
  const isInline = pasted.length === 1 && !hasEmbed(pasted[0]!) && (pasted[0]!.kind ?? 'paragraph') === 'paragraph';
  const joins = (line: PastedLine): boolean =>
    !hasEmbed(line) && (line.kind === null || line.kind === 'paragraph' || line.kind === kind);
  const lines = pasted.map((line): TextLine => {
    const own = kindHere(line, kind);
    const indent = line.indent ?? (own === kind ? style.indent : 0);
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
