import {
  $caretRangeFromSelection,
  $getSelection,
  $isRangeSelection,
  $removeTextFromCaretRange,
  $setSelection,
  $updateRangeSelectionFromCaretRange,
} from 'lexical';

/**
 * Takes away what is selected; false if nothing is. Lexical's own way throws "$getTextNodeOffset: invalid offset 12 for
 * size 10" (in development; in production it clamps): it cuts the text at the selection's end, then moves the rest of that
 * line to where the selection began, child by child, and for each child asks whether the selection, which still has the
 * offset from before the cut, is backward. It asks only if the selection begins at an element, as it does in an empty line
 * or at a photo. So nothing is selected meanwhile.
 */
export function $removeSelected(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  $setSelection(null);
  const range = $removeTextFromCaretRange($caretRangeFromSelection(selection));
  $updateRangeSelectionFromCaretRange(selection, range);
  $setSelection(selection);
  return true;
}
