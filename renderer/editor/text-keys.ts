/** Keys of text itself, in the body and in the cells of its tables. */
import { mergeRegister } from '@lexical/utils';
import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical';
import { matchesKeys } from '../app/keys.ts';
import { bodyKeys, formatKeys } from './body-keys.ts';
import { $clearFormats, $insertText, $toggleFormat, CLEAR_FORMATS_COMMAND, NO_BREAK_SPACE } from './format-deeds.ts';

export function registerTextKeys(editor: LexicalEditor): () => void {
  const deeds: readonly (readonly [keys: string, deed: () => void])[] = [
    ...(['strike', 'superscript', 'subscript'] as const).map(
      (name) => [formatKeys[name], () => $toggleFormat(name)] as const,
    ),
    [bodyKeys.clearFormats, () => editor.dispatchCommand(CLEAR_FORMATS_COMMAND, undefined)],
    [bodyKeys.noBreakSpace, () => $insertText(NO_BREAK_SPACE)],
  ];
  return mergeRegister(
    // Lexical's own takes the caret away, and what is typed next would be lost.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CLEAR_FORMATS_COMMAND, $clearFormats, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || event.keyCode === 229) return false;
        const deed = deeds.find(([keys]) => matchesKeys(event, keys));
        if (deed === undefined) return false;
        event.preventDefault();
        deed[1]();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
