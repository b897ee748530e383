/** Where the caret stands in a body, as something that can be kept: lines are counted, nodes come and go. */
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $bodyLines } from './body-lines.ts';
import { $placeOfPoint, $setPoint } from './places.ts';

/** `line` counts the lines of the body from 0; `offset` in UTF-16 units within it. */
export type CaretPlace = { line: number; offset: number };

export function caretPlace(editor: LexicalEditor): CaretPlace | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    const place = $isRangeSelection(selection) ? $placeOfPoint(selection.focus) : null;
    const line = place === null ? -1 : $bodyLines().findIndex((node) => node.getKey() === place.line);
    return place === null || line === -1 ? null : { line, offset: place.offset };
  });
}

/** Puts the caret there, without taking the focus; a place that is no more is the nearest that is. */
export function putCaret(editor: LexicalEditor, { line, offset }: CaretPlace): void {
  const root = editor.getRootElement();
  const hasFocus = root !== null && root.ownerDocument.activeElement === root;
  editor.update(
    () => {
      const lines = $bodyLines();
      const node = lines[Math.min(line, lines.length - 1)];
      if (node === undefined) return;
      const selection = node.selectStart();
      $setPoint(selection.anchor, node, offset);
      $setPoint(selection.focus, node, offset);
      $setSelection(selection);
    },
    { discrete: true, tag: hasFocus ? SKIP_SCROLL_INTO_VIEW_TAG : [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}
