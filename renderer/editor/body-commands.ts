/** What a person does in the body: keys, pasting, and the deeds that buttons and menus ask for. */
import { $isLinkNode } from '@lexical/link';
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import {
  type FormatName,
  formatNames,
  isListKind,
  type LineKind,
  PLAIN_STYLE,
} from '../../shared/article/flat-text.ts';
import { safeLink } from '../../shared/article/safe-link.ts';
import type { ArticleUndo } from './article-undo.ts';
import { $bodyLines, $nextLine, $previousLine } from './body-lines.ts';
import { type OnFiles, registerClipboard } from './clipboard.ts';
import { $loneEmbed, $selectedEmbeds, registerEmbedSelection } from './embed-selection.ts';
import { registerKeptFormat } from './kept-format.ts';
import { $readParts, $writeParts, lexicalFormats, linkAround, type TextLine, withLink } from './line-content.ts';
import { $createLineNode, $isLineNode, type LineNode } from './line-node.ts';
import { $lineAtStart, $lineOf } from './line-rules.ts';
import { $placeOfPoint, $setPoint } from './places.ts';
import { $removeSelected } from './remove-selected.ts';
import { $selectedLines, $selectedSpans } from './selected-lines.ts';

export type BodyFormat = {
  /** Null where the selection spans lines of several kinds. */
  kind: LineKind | null;
  formats: readonly FormatName[];
  link: string | null;
};

type Place = { x: number; y: number };

export type BodyPorts = {
  undo: ArticleUndo;
  onFiles: OnFiles;
  /** Arrow up in the first line. */
  onLeaveUp: () => void;
};

const kindKeys: Record<string, LineKind> = {
  Digit0: 'paragraph',
  Digit1: 'heading2',
  Digit2: 'heading3',
  Digit3: 'quote',
  Digit4: 'bullet',
  Digit5: 'number',
};

/** Registers everything that keys, the clipboard and the mouse do. Answers a function that takes it away. */
export function registerBodyCommands(editor: LexicalEditor, ports: BodyPorts): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerKeptFormat(editor),
    registerEmbedSelection(editor),
    registerClipboard(editor, ports.onFiles),
    // An editor's own update would not be committed yet while a command is handled.
    editor.registerCommand(UNDO_COMMAND, () => later(() => ports.undo.undo()), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, () => later(() => ports.undo.redo()), COMMAND_PRIORITY_HIGH),
    // Deleting is done with what is selected; inserting goes on at the caret that is left.
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, () => $removeSelected(), COMMAND_PRIORITY_HIGH),
    ),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeSelected(), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $removeSelected() && false, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => $removeSelected() && false, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => $spansLines() && $removeSelected() && false,
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $backspace, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, $keyDown, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => {
        if (event.shiftKey || !$isAtVeryStart()) return false;
        event.preventDefault();
        ports.onLeaveUp();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function later(run: () => void): true {
  queueMicrotask(run);
  return true;
}

/** At the start of a heading, a quote or a list item, Backspace makes it a paragraph first. */
function $backspace(event: KeyboardEvent): boolean {
  const line = $lineAtStart();
  if (line === null || line.getKind() === 'paragraph') return false;
  event.preventDefault();
  line.setKind('paragraph');
  return true;
}

/** Enter in an empty list item or quote ends the list or the quote. */
function $enter(event: KeyboardEvent | null): boolean {
  const line = $lineAtStart();
  if (event?.shiftKey === true || line === null || !line.isEmpty()) return false;
  const kind = line.getKind();
  if (!isListKind(kind) && kind !== 'quote') return false;
  event?.preventDefault();
  line.setKind('paragraph');
  return true;
}

function $keyDown(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const mod = event.ctrlKey || event.metaKey;
  // Steps of the review belong to the desk; here they would break the line.
  if (mod && event.key === 'Enter') return true;
  const kind = kindKeys[event.code];
  if (mod && event.altKey && !event.shiftKey && kind !== undefined) {
    event.preventDefault();
    $setKind(kind);
    return true;
  }
  if (event.altKey && event.shiftKey && !mod && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    $moveLines(event.key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  return false;
}

function $spansLines(): boolean {
  return $selectedLines().length > 1;
}

function $isAtVeryStart(): boolean {
  const embed = $selectedEmbeds()[0];
  const line = embed === undefined ? $lineAtStart() : $lineOf(embed);
  return line !== null && $previousLine(line) === null;
}

export function $setKind(kind: LineKind): void {
  for (const line of $selectedLines()) {
    if (line.getKind() !== kind && $loneEmbed(line) === null) line.setKind(kind);
  }
}

export function $moveLines(by: -1 | 1): void {
  const lines = $selectedLines();
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return;
  const neighbour = by === -1 ? $previousLine(first) : $nextLine(last);
  if (neighbour === null) return;
  // The neighbour goes round the block, so that the block keeps its nodes and the caret its place.
  if (by === -1) last.insertAfter(neighbour, false);
  else first.insertBefore(neighbour, false);
}

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

export function toggleFormat(editor: LexicalEditor, name: FormatName): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, lexicalFormats[name]);
}

export function $insertRule(): void {
  $insertLines([{ ...PLAIN_STYLE, parts: [{ embed: { type: 'rule' } }] }], null);
}

/** Photos in lines of their own: before the line at `key`, else behind the caret's line, else at the end. */
export function $insertPhotos(ids: readonly string[], key: string | null): void {
  $insertLines(
    ids.map((photo) => ({ ...PLAIN_STYLE, parts: [{ embed: { type: 'photo', photo } }] })),
    key,
  );
}

/** The line at a point of the screen, for what is dropped there: what comes goes before it. */
export function lineKeyAt(editor: LexicalEditor, { x, y }: Place): string | null {
  const root = editor.getRootElement();
  if (root === null) return null;
  return editor.getEditorState().read(() => {
    for (const line of $bodyLines()) {
      const box = editor.getElementByKey(line.getKey())?.getBoundingClientRect();
      if (box !== undefined && y < box.top + box.height / 2) return line.getKey();
    }
    const element = root.ownerDocument.elementFromPoint(x, y);
    const node = element === null ? null : $getNearestNodeFromDOMNode(element);
    const line = node === null ? null : $lineOf(node);
    return (line === null ? null : $nextLine(line)?.getKey()) ?? null;
  });
}

function $insertLines(lines: readonly TextLine[], key: string | null): void {
  const before = key === null ? null : $getNodeByKey(key);
  const selected = $selectedLines().at(-1) ?? null;
  let last: LineNode | null = null;
  for (const line of lines) {
    const node = $createLineNode(line);
    if (last !== null) last.insertAfter(node, false);
    else if ($isLineNode(before)) before.insertBefore(node, false);
    else if (selected?.isEmpty() === true) selected.replace(node);
    else if (selected !== null) selected.insertAfter(node, false);
    else $getRoot().append(node);
    $writeParts(node, line.parts);
    last = node;
  }
  if (last === null) return;
  // There is always a line behind to go on in.
  const next = $nextLine(last);
  if (next === null) {
    const line = $createLineNode();
    last.insertAfter(line, false);
    line.select();
  } else next.selectStart();
}

/** What the buttons show. */
export function $readFormat(): BodyFormat {
  const lines = $selectedLines();
  const kinds = new Set(lines.map((line) => line.getKind()));
  const selection = $getSelection();
  const range = $isRangeSelection(selection) ? selection : null;
  const node = range?.anchor.getNode() ?? null;
  const link = node === null ? null : [node, ...node.getParents()].find($isLinkNode);
  return {
    kind: kinds.size > 1 ? null : (lines[0]?.getKind() ?? 'paragraph'),
    formats: formatNames.filter((name) => range?.hasFormat(lexicalFormats[name]) === true),
    link: $isLinkNode(link) ? link.getURL() : null,
  };
}
