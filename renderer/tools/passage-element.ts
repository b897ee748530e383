import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';

/** The article on the page, as it is now: its column, and the element of each line of the body. */
export type PageText = { column: Element; lines: readonly (HTMLElement | null)[] };

export function pageText(column: Element, body: BodyHandle | null): PageText {
  return { column, lines: body?.lineElements() ?? [] };
}

/** Where a passage stands on the page: a line of the body, the text of a cell, or the field of a headline or caption. */
export function passageElement({ column, lines }: PageText, { kind, name, line }: Passage): HTMLElement | null {
  if (kind === 'headline' || kind === 'lead') return column.querySelector(`textarea[name="${kind}"]`);
  const inBody = line === undefined ? null : (lines[line] ?? null);
  if (kind === 'body') return inBody;
  if (kind === 'cell') {
    const place = name.split(':').slice(-2).join(':');
    return inBody?.querySelector(`[data-cell="${CSS.escape(place)}"] .cell-text`) ?? null;
  }
  const photo = name.split(':')[1] ?? '';
  return column.querySelector(`[data-photo="${CSS.escape(photo)}"] textarea[name="${kind}"]`);
}
