import {
  $caretRangeFromSelection,
  $getSelection,
  $isRangeSelection,
  $removeTextFromCaretRange,
  $setSelection,
  $updateRangeSelectionFromCaretRange,
} from 'lexical';

/**
 * Takes away what is selected; false if nothing is. Lexical's own way cuts the text under the selection while the
 * selection still points behind the cut, and throws ("invalid offset 4 for size 1") when its other end stands at an
 * element, as it does in an empty line or at a photo. So nothing is selected meanwhile.
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
