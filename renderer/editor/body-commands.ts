/** What a person does in the body with keys, the clipboard and the mouse. */
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import type { LineKind } from '../../shared/article/flat-text.ts';
import { matchesKeys } from '../app/keys.ts';
import { bodyKeys, kindKeys } from './body-keys.ts';
import { $previousLine } from './body-lines.ts';
import { type ClipboardPorts, registerClipboard } from './clipboard.ts';
import { registerDeletions } from './deletions.ts';
import { $selectedEmbeds, registerEmbedSelection } from './embed-selection.ts';
import { registerAbbreviations } from './expand-typed.ts';
import { $movePhoto, $toggleGallery } from './gallery-deeds.ts';
import { registerKeptFormat } from './kept-format.ts';
import { $moveLines, $setKind, $toggleBox } from './line-deeds.ts';
import { registerLineKeys } from './line-keys.ts';
import { $lineAtStart, $lineOf } from './line-rules.ts';
import { registerLinkOpening } from './link-opening.ts';
import { registerPhotoDrag } from './photo-drag.ts';
import { $removeSelected } from './remove-selected.ts';
import { $selectedLines } from './selected-lines.ts';
import { registerTextKeys } from './text-keys.ts';

export type BodyPorts = ClipboardPorts & {
  /** Arrow up in the first line. */
  onLeaveUp: () => void;
};

/** Registers everything that keys, the clipboard and the mouse do. Answers a function that takes it away. */
export function registerBodyCommands(editor: LexicalEditor, ports: BodyPorts): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerKeptFormat(editor),
    registerEmbedSelection(editor),
    registerClipboard(editor, ports),
    // An editor's own update would not be committed yet while a command is handled.
    editor.registerCommand(UNDO_COMMAND, () => later(() => ports.undo.undo()), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, () => later(() => ports.undo.redo()), COMMAND_PRIORITY_HIGH),
    // Deleting is done with what is selected; inserting goes on at the caret that is left.
    registerDeletions(editor, ports.undo),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeSelected(), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $removeSelected() && false, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => $removeSelected() && false, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => $spansLines() && $removeSelected() && false,
      COMMAND_PRIORITY_HIGH,
    ),
    registerPhotoDrag(editor, ports.undo),
    registerLinkOpening(editor),
    registerLineKeys(editor),
    registerTextKeys(editor),
    registerAbbreviations(editor, ports.undo),
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

function $keyDown(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const mod = event.ctrlKey || event.metaKey;
  // Steps of the review belong to the desk; here they would break the line.
  if (mod && event.key === 'Enter') return true;
  const deed = keyDeeds.find(([keys]) => matchesKeys(event, keys));
  if (deed === undefined || deed[1]() === false) return false;
  event.preventDefault();
  return true;
}

/** False where there is nothing to do, and the key is somebody else's. */
type KeyDeed = () => unknown;

const keyDeeds: readonly (readonly [keys: string, deed: KeyDeed])[] = [
  ...Object.entries(kindKeys).map(([kind, keys]) => [keys, () => $setKind(kind as LineKind)] as const),
  [bodyKeys.toggleBox, $toggleBox],
  [bodyKeys.toggleGallery, $toggleGallery],
  [bodyKeys.moveUp, () => $moveLines(-1)],
  [bodyKeys.moveDown, () => $moveLines(1)],
  [bodyKeys.movePhotoBack, () => $movePhoto(-1)],
  [bodyKeys.movePhotoForth, () => $movePhoto(1)],
];

function $spansLines(): boolean {
  return $selectedLines().length > 1;
}

function $isAtVeryStart(): boolean {
  const embed = $selectedEmbeds()[0];
  const line = embed === undefined ? $lineAtStart() : $lineOf(embed);
  return line !== null && $previousLine(line) === null;
}
