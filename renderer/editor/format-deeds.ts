/** What a person does to the look of text. */
import {
  $getEditor,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  createCommand,
  FORMAT_TEXT_COMMAND,
  type LexicalCommand,
} from 'lexical';
import type { FormatName } from '../../shared/article/flat-text.ts';
import { lexicalFormats } from './line-content.ts';

export const NO_BREAK_SPACE = '\u00a0';

/** Superscript and subscript take the place of each other. */
export function $toggleFormat(name: FormatName): void {
  const selection = $getSelection();
  // As a command, for what else has to know of it (kept-format.ts, a table's cells).
  if ($isRangeSelection(selection)) $getEditor().dispatchCommand(FORMAT_TEXT_COMMAND, lexicalFormats[name]);
}

/** Somebody wants no formats; see `$clearFormats`. */
export const CLEAR_FORMATS_COMMAND: LexicalCommand<void> = createCommand('CLEAR_FORMATS_COMMAND');

/** The selected text, or what is typed next, has no formats; links and what is pinned to the text stay. */
export function $clearFormats(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  // Whatever is there in part is first there throughout, then nowhere.
  if (!selection.isCollapsed()) {
    for (const format of Object.values(lexicalFormats)) {
      if (!selection.getNodes().some((node) => $isTextNode(node) && node.hasFormat(format))) continue;
      if (!selection.hasFormat(format)) selection.formatText(format);
      selection.formatText(format);
    }
  }
  selection.setFormat(0);
  return true;
}

export function $insertText(text: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText(text);
}
