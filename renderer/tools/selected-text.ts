import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { pageText, passageElement } from './passage-element.ts';
import type { SelectedText } from './tool-changes.ts';
import type { CellSelection } from './use-last-use.ts';

/** What is selected in the article: in a field or a cell that was last in use, else in the body; null where nothing is. */
export function selectedText(
  column: Element,
  body: BodyHandle | null,
  { field, cell }: { field: HTMLTextAreaElement | null; cell: CellSelection | null },
  passages: readonly Passage[],
): SelectedText | null {
  const selectedIn = (element: Element, { start, end }: { start: number; end: number }): SelectedText | null => {
    const page = pageText(column, body);
    const passage = start === end ? undefined : passages.find((own) => passageElement(page, own) === element);
    return passage === undefined ? null : new Map([[passage.name, { start, end }]]);
  };
  if (field !== null) return selectedIn(field, { start: field.selectionStart, end: field.selectionEnd });
  if (cell !== null) return selectedIn(cell.element, cell);
  const stretch = body?.selection() ?? null;
  if (stretch === null) return null;
  const { from, to } = stretch;
  const selected = passages.flatMap(({ kind, line, name, characters }): [string, { start: number; end: number }][] => {
    if (kind !== 'body' || line === undefined || line < from.line || line > to.line) return [];
    const start = line === from.line ? from.offset : 0;
    const end = line === to.line ? to.offset : characters.length;
    return start < end ? [[name, { start, end }]] : [];
  });
  return selected.length === 0 ? null : new Map(selected);
}
