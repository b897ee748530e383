import { $getSelection, $setSelection, COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor } from 'lexical';

/**
 * Where the focus comes back to the text by other ways than a press (a dialog has closed, Tab), the browser puts the caret at
 * its very start; the caret goes back to where it was before anybody hears of that. Answers a function that stops.
 */
export function keepCaretOnFocus(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    FOCUS_COMMAND,
    () => {
      const selection = $getSelection();
      // Another object is written to the page, though it says the same.
      if (selection !== null) $setSelection(selection.clone());
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
