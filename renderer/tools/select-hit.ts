/** The caret and the hits: from where to look, and what is selected of the text. */
import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { passageElement } from './passage-element.ts';
import type { ShownHit } from './show-hits.ts';

/** A place in the article: a passage by its place in the order of reading, and a character of it. */
export type TextPlace = { passage: number; at: number };

function fieldWithFocus(column: Element): HTMLTextAreaElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLTextAreaElement && column.contains(activeElement) ? activeElement : null;
}

/** Where the caret is, or was last in the body; the beginning where it never was. */
export function caretInPassages(column: Element, body: BodyHandle | null, passages: readonly Passage[]): TextPlace {
  const field = fieldWithFocus(column);
  if (field !== null) {
    const passage = passages.findIndex((own) => passageElement(column, body, own) === field);
    if (passage >= 0) return { passage, at: field.selectionStart };
  }
  const caret = body?.selection()?.from ?? body?.caret() ?? null;
  if (caret === null) return { passage: 0, at: 0 };
  const passage = passages.findIndex(({ kind, line }) => kind === 'body' && (line ?? -1) >= caret.line);
  if (passage === -1) return { passage: 0, at: 0 };
  return { passage, at: passages[passage]!.line === caret.line ? caret.offset : 0 };
}

/** What is selected in one line of text, to be looked for; empty where there is none or it is long. */
export function selectedWords(column: Element): string {
  const field = fieldWithFocus(column);
  const selection = window.getSelection();
  const isInText = selection?.anchorNode != null && column.contains(selection.anchorNode);
  const text =
    field !== null
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : isInText
        ? (selection?.toString() ?? '')
        : '';
  return text.length <= MOST_WORDS_LENGTH && !/[\n\u2028]/u.test(text) ? text : '';
}

const MOST_WORDS_LENGTH = 120;

/** Selects a hit in the text and brings the focus there. */
export function selectHit(column: Element, body: BodyHandle | null, { passage, start, end }: ShownHit): void {
  const element = passageElement(column, body, passage);
  if (element instanceof HTMLTextAreaElement) {
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
  } else if (passage.kind === 'body' && passage.line !== undefined && body !== null) {
    body.select({ from: { line: passage.line, offset: start }, to: { line: passage.line, offset: end } });
    body.focus();
  }
}
