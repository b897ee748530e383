/** The caret and the hits: from where to look, and what is selected of the text. */
import type { Passage } from '../../shared/find/passages.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { pageText, passageElement } from './passage-element.ts';
import type { ShownHit } from './show-hits.ts';

/** A place in the article: a passage by its place in the order of reading, and a character of it. */
export type TextPlace = { passage: number; at: number };

/** `field`: the one that was last in use, null where that was the body. */
export function caretInPassages(
  column: Element,
  body: BodyHandle | null,
  field: HTMLTextAreaElement | null,
  passages: readonly Passage[],
): TextPlace {
  if (field !== null) {
    const page = pageText(column, body);
    const passage = passages.findIndex((own) => passageElement(page, own) === field);
    if (passage >= 0) return { passage, at: field.selectionStart };
  }
  const caret = body?.selection()?.from ?? body?.caret() ?? null;
  if (caret === null) return { passage: 0, at: 0 };
  const passage = passages.findIndex(({ kind, line }) => kind === 'body' && (line ?? -1) >= caret.line);
  if (passage === -1) return { passage: 0, at: 0 };
  return { passage, at: passages[passage]!.line === caret.line ? caret.offset : 0 };
}

/** What is selected in one line of text, to be looked for; empty where there is none or it is long. */
export function selectedWords(
  body: BodyHandle | null,
  field: HTMLTextAreaElement | null,
  passages: readonly Passage[],
): string {
  if (field !== null) return asWords(field.value.slice(field.selectionStart, field.selectionEnd));
  // The editor hears of a selection a moment later than the page shows it.
  const shown = window.getSelection();
  const isInText = shown?.anchorNode?.parentElement?.closest('.article-main .article-column') != null;
  if (isInText && !shown.isCollapsed) return asWords(`${shown}`);
  const stretch = body?.selection() ?? null;
  if (stretch === null || stretch.from.line !== stretch.to.line) return '';
  const passage = passages.find(({ kind, line }) => kind === 'body' && line === stretch.from.line);
  return asWords(passage?.characters.slice(stretch.from.offset, stretch.to.offset) ?? '');
}

const MOST_WORDS_LENGTH = 120;

function asWords(text: string): string {
  return text.length > MOST_WORDS_LENGTH || /[\n\u2028\uFFFC]/u.test(text) ? '' : text.trim();
}

/** Selects a hit in the text and brings the focus there. */
export function selectHit(column: Element, body: BodyHandle | null, { passage, start, end }: ShownHit): void {
  const element = passageElement(pageText(column, body), passage);
  if (element instanceof HTMLTextAreaElement) {
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
  } else if (passage.kind === 'body' && passage.line !== undefined && body !== null) {
    body.select({ from: { line: passage.line, offset: start }, to: { line: passage.line, offset: end } });
    body.focus();
  }
}
