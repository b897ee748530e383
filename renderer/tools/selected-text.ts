import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { pageText, passageElement } from './passage-element.ts';
import type { SelectedText } from './tool-changes.ts';

/** What is selected in the article, in a field of it that was last in use or in the body; null where nothing is. */
export function selectedText(
  column: Element,
  body: BodyHandle | null,
  field: HTMLTextAreaElement | null,
  passages: readonly Passage[],
): SelectedText | null {
  if (field !== null && column.contains(field)) {
    const page = pageText(column, body);
    const passage = passages.find((own) => passageElement(page, own) === field);
    const within = { start: field.selectionStart, end: field.selectionEnd };
    return passage === undefined || within.start === within.end ? null : new Map([[passage.name, within]]);
  }
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
