/** The small editor of one cell: one line with soft breaks, the same letters and formats as in the body. */
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $createLineBreakNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  RootNode,
  SELECT_ALL_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { PLAIN_STYLE } from '../../../shared/article/flat-text.ts';
import type { ArticleUndo } from '../article-undo.ts';
import { registerDeletions } from '../deletions.ts';
import { EmbedNode } from '../embed-node.ts';
import { registerAbbreviations } from '../expand-typed.ts';
import { registerKeptFormat } from '../kept-format.ts';
import { $isLineNode, LineNode } from '../line-node.ts';
import { registerLineRules } from '../line-rules.ts';
import { $removeSelected } from '../remove-selected.ts';
import { makeTextEditor } from '../text-editor.ts';
import { registerTextKeys } from '../text-keys.ts';

export type CellPorts = {
  undo: ArticleUndo;
  /** What is not for the text itself; true if it was dealt with. */
  onKey(event: KeyboardEvent): boolean;
  onSelectAll(): boolean;
  /** Before the text's own formats. */
  onFormat(format: TextFormatType): boolean;
  onCopy(event: ClipboardEvent, isCut: boolean): boolean;
  onPaste(event: ClipboardEvent, asPlain: boolean): boolean;
  onFiles(files: File[], at: { x: number; y: number }): void;
};

export function makeCellEditor(): LexicalEditor {
  return makeTextEditor('toasoan-cell');
}

/** One line without a style, whatever comes. */
export function registerCellRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerLineRules(editor),
    editor.registerNodeTransform(LineNode, (line) => {
      line.setLineStyle(PLAIN_STYLE);
    }),
    editor.registerNodeTransform(RootNode, $keepOneLine),
    editor.registerNodeTransform(EmbedNode, (embed) => {
      // What a stranger put there keeps its place.
      if (embed.getEmbed().type !== 'unknown') embed.remove();
    }),
  );
}

function $keepOneLine(root: RootNode): void {
  const [first, ...others] = root.getChildren();
  if (!$isLineNode(first)) return;
  for (const line of others) {
    if (!$isLineNode(line)) return;
    first.append($createLineBreakNode(), ...line.getChildren());
    line.remove();
  }
}

export function registerCellCommands(editor: LexicalEditor, ports: CellPorts): () => void {
  const high = COMMAND_PRIORITY_HIGH;
  const ofClipboard =
    (run: (event: ClipboardEvent) => boolean) =>
    (event: unknown): boolean =>
      event instanceof ClipboardEvent && run(event);
  let asPlain = false;
  return mergeRegister(
    registerRichText(editor),
    registerKeptFormat(editor),
    registerTextKeys(editor),
    registerAbbreviations(editor, ports.undo),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        asPlain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV';
        return ports.onKey(event);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(UNDO_COMMAND, () => later(() => ports.undo.undo()), high),
    editor.registerCommand(REDO_COMMAND, () => later(() => ports.undo.redo()), high),
    registerDeletions(editor, ports.undo),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeSelected(), high),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakLine, high),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $breakLine, high),
    editor.registerCommand(INSERT_TAB_COMMAND, () => true, high),
    editor.registerCommand(SELECT_ALL_COMMAND, ports.onSelectAll, high),
    editor.registerCommand(FORMAT_TEXT_COMMAND, ports.onFormat, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      COPY_COMMAND,
      ofClipboard((event) => ports.onCopy(event, false)),
      high,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      ofClipboard((event) => {
        ports.undo.cut();
        return ports.onCopy(event, true);
      }),
      high,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      ofClipboard((event) => ports.onPaste(event, asPlain)),
      high,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        ports.onFiles(files, { x: event.clientX, y: event.clientY });
        return true;
      },
      high,
    ),
  );
}

function later(run: () => void): true {
  queueMicrotask(run);
  return true;
}

/** Enter is a soft break. */
function $breakLine(): boolean {
  $removeSelected();
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertLineBreak();
  return true;
}
