/**
 * Who takes away the last letter of a bold stretch and goes on typing, types bold: an input method that sends keys does so
 * within every syllable (`e` becomes `ê` by a Backspace and a letter), and Lexical alone would go on in the format of the
 * text before it. Kept until the caret goes elsewhere or a format is chosen.
 */
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { CLEAR_FORMATS_COMMAND } from './format-deeds.ts';
import { $placeOfPoint } from './places.ts';

type Kept = { line: string; offset: number; format: number };

export function registerKeptFormat(editor: LexicalEditor): () => void {
  let kept: Kept | null = null;
  return mergeRegister(
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => {
        kept = isBackward ? $formatTakenAway(kept) : null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    ...[FORMAT_TEXT_COMMAND, CLEAR_FORMATS_COMMAND].map((command) =>
      editor.registerCommand<unknown>(
        command as LexicalCommand<unknown>,
        () => {
          kept = null;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        const selection = $caret();
        if (kept === null || selection === null || event.inputType !== 'insertText') return false;
        const place = $placeOfPoint(selection.anchor);
        if (place?.line === kept.line && place.offset === kept.offset) selection.setFormat(kept.format);
        kept = null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $caret(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed() ? selection : null;
}

/** The format of the letter before the caret, and where the caret will stand without it. */
function $formatTakenAway(former: Kept | null): Kept | null {
  const selection = $caret();
  const place = selection === null ? null : $placeOfPoint(selection.anchor);
  if (selection === null || place === null) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return null;
  const before = selection.anchor.offset > 0 ? node : node.getPreviousSibling();
  if (!$isTextNode(before)) return null;
  const text = before.getTextContent().slice(0, before.is(node) ? selection.anchor.offset : undefined);
  const length = [...text].at(-1)?.length ?? 0;
  // Of several letters taken away in a row the first one tells: that is where the person was typing.
  const goesOn = former !== null && former.line === place.line && former.offset === place.offset;
  return { line: place.line, offset: place.offset - length, format: goesOn ? former.format : before.getFormat() };
}
