/** Stretches of a body as places that can be kept and compared, and where they stand on the page. */
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $bodyLines } from './body-lines.ts';
import type { CaretPlace } from './caret-place.ts';
import { $placeOfPoint, $setPoint } from './places.ts';

export type BodyStretch = { from: CaretPlace; to: CaretPlace };

/** What is selected, in the order of the text; null where nothing is. */
export function selectedStretch(editor: LexicalEditor): BodyStretch | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
    const keys = $bodyLines().map((line) => line.getKey());
    const ends = [selection.anchor, selection.focus].map((point) => {
      const place = $placeOfPoint(point);
      const line = place === null ? -1 : keys.indexOf(place.line);
      return place === null || line === -1 ? null : { line, offset: place.offset };
    });
    const [anchor, focus] = selection.isBackward() ? ends.reverse() : ends;
    return anchor && focus ? { from: anchor, to: focus } : null;
  });
}

/** Selects a stretch without taking the focus. */
export function selectStretch(editor: LexicalEditor, { from, to }: BodyStretch): void {
  editor.update(
    () => {
      const lines = $bodyLines();
      const [first, last] = [lines[from.line], lines[to.line]];
      if (first === undefined || last === undefined) return;
      const selection = first.selectStart();
      $setPoint(selection.anchor, first, from.offset);
      $setPoint(selection.focus, last, to.offset);
      $setSelection(selection);
    },
    { discrete: true, tag: [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}

/** The element of each line, in order. */
export function lineElements(editor: LexicalEditor): (HTMLElement | null)[] {
  return editor.getEditorState().read(() => $bodyLines().map((line) => editor.getElementByKey(line.getKey())));
}
