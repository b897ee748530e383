import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { ArticleUndo } from './article-undo.ts';
import { $removeSelected } from './remove-selected.ts';

/**
 * Deleting is done with what is selected. What goes as a whole is a step of undo, or a word that was just typed would be put
 * in and taken away in one step and not come back. Letters that go one by one are an input method's as well, and some of
 * these select the letter that they take back.
 */
export function registerDeletions(editor: LexicalEditor, undo: ArticleUndo): () => void {
  const wholes = [DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
    editor.registerCommand(
      command,
      () => {
        undo.cut();
        return $removeSelected();
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
  return mergeRegister(
    ...wholes,
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      () => {
        if ($selectsMore()) undo.cut();
        return $removeSelected();
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Than one character. */
function $selectsMore(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed() && [...selection.getTextContent()].length > 1;
}
