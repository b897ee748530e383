import { useEffect, useRef } from 'react';
import { placeOfPoint } from './dom-range.ts';

/** What was selected in a cell while it had the focus. */
export type CellSelection = { element: HTMLElement; start: number; end: number };

/**
 * What of the article was last in use, if it was later in use than the text of the body: a field, or a cell of a table. A
 * field and the body remember what is selected in them when the focus goes to a menu; a cell does not.
 */
export function useLastUse(): {
  lastField: { readonly current: HTMLTextAreaElement | null };
  lastCell: { readonly current: CellSelection | null };
} {
  const lastField = useRef<HTMLTextAreaElement | null>(null);
  const lastCell = useRef<CellSelection | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target.closest('.article-main .article-column') === null) return;
      lastField.current = target instanceof HTMLTextAreaElement ? target : null;
      const element = target.closest<HTMLElement>('.cell-text');
      lastCell.current = element === null ? null : { element, start: 0, end: 0 };
    };
    const onSelection = (): void => {
      const cell = lastCell.current;
      const selection = window.getSelection();
      if (cell === null || selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!cell.element.contains(range.startContainer) || !cell.element.contains(range.endContainer)) return;
      cell.start = placeOfPoint(cell.element, range.startContainer, range.startOffset);
      cell.end = placeOfPoint(cell.element, range.endContainer, range.endOffset);
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('selectionchange', onSelection);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('selectionchange', onSelection);
    };
  }, []);
  return { lastField, lastCell };
}
