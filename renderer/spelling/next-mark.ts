/** Which marked word comes next, from where the caret is. */
import { type Passage, readPassages } from '../../shared/find/passages.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { pageText, passageElement } from '../tools/passage-element.ts';
import { caretInPassages } from '../tools/select-hit.ts';
import type { Mark } from './article-checker.ts';

function focusedField(column: Element): HTMLTextAreaElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLTextAreaElement && column.contains(activeElement) ? activeElement : null;
}

export type FromHere = { order: ReadonlyMap<string, number>; passage: number; at: number };

/** Where the caret is among the passages that can be seen; a photo that stands nowhere in the text cannot. */
export function placeOf({ doc }: ArticleSession, body: BodyHandle | null, column: HTMLElement): FromHere {
  const passages = readPassages(doc);
  const page = pageText(column, body);
  const isSeen = (passage: Passage): boolean => passageElement(page, passage) !== null;
  const order = passages.flatMap((passage, index): [string, number][] =>
    isSeen(passage) ? [[passage.name, index]] : [],
  );
  return { order: new Map(order), ...caretInPassages(column, body, focusedField(column), passages) };
}

/** The next marked word at the caret or behind it (or before it), round the end of the article; not `former` once more. */
export function nextMark(all: readonly Mark[], from: FromHere, former: Mark | null, by: 1 | -1): Mark | null {
  const marks = all.filter(({ passage }) => from.order.has(passage.name));
  const isFormer = ({ passage, start }: Mark): boolean =>
    passage.name === former?.passage.name && start === former.start;
  const apart = ({ passage }: Mark, place: number): number =>
    from.order.get(passage.name)! - from.passage || place - from.at;
  const found =
    by === 1
      ? marks.find((mark) => apart(mark, mark.end) >= 0 && !isFormer(mark))
      : marks.findLast((mark) => apart(mark, mark.start) < 0 && !isFormer(mark));
  return found ?? (by === 1 ? marks[0] : marks.at(-1)) ?? null;
}
