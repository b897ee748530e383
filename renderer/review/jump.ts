import { findPlaceholders } from '../../shared/kinds/placeholders.ts';
import type { Missing } from '../../shared/workflow/missing.ts';

type Thing = Exclude<Missing, { what: 'field' }>;

/** Leads to what is missing in the text: into sight, and the caret into it. `all` tells equal placeholders apart. */
export function jumpTo(thing: Thing, all: readonly Missing[] = []): void {
  if (thing.what === 'placeholder') jumpToPlaceholder(thing, all);
  else if (thing.what === 'photos') document.querySelector<HTMLElement>('.article-column .body-text')?.focus();
  else if (thing.what === 'attachment') jumpToBlock(`[data-file="${CSS.escape(thing.sha256)}"]`);
  else if (thing.what === 'related') jumpToBlock(`[data-related="${CSS.escape(thing.article)}"]`);
  else if ('photo' in thing) jumpToField(`.article-column [data-photo="${CSS.escape(thing.photo)}"]`, thing.what);
  else jumpToField('.article-column', thing.what);
}

/** A block that holds no text of its own is selected as a whole, as by a click: Delete takes it out. */
function jumpToBlock(within: string): void {
  const place = document.querySelector<HTMLElement>(`.article-column ${within}`);
  place?.scrollIntoView({ block: 'center' });
  place?.closest<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
  place?.click();
}

function jumpToField(within: string, what: string): void {
  const place = document.querySelector<HTMLElement>(within);
  const field = place?.querySelector<HTMLElement>(what === 'file' ? 'button' : `textarea[name="${what}"]`);
  (what === 'headline' || what === 'file' ? place : field)?.scrollIntoView({
    block: what === 'headline' ? 'start' : 'center',
  });
  field?.focus({ preventScroll: true });
}

/** Selects it, so that the first letter typed takes its place. */
function jumpToPlaceholder(thing: Extract<Missing, { what: 'placeholder' }>, all: readonly Missing[]): void {
  const alike = all.filter((other) => other.what === 'placeholder' && other.place === thing.place);
  const number = alike.indexOf(thing);
  if (thing.place !== 'body') {
    const field = document.querySelector<HTMLTextAreaElement>(`.article-column textarea[name="${thing.place}"]`);
    const found = findPlaceholders(field?.value ?? '')[number];
    if (field === null || found === undefined) return;
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    field.setSelectionRange(found.start, found.end);
    return;
  }
  const body = document.querySelector<HTMLElement>('.article-column .body-text');
  let before = 0;
  for (const line of body?.querySelectorAll<HTMLElement>('.line, td, th') ?? []) {
    const places = line.querySelector('.line, td, th') === null ? findPlaceholders(line.textContent ?? '') : [];
    const place = places[number - before];
    before += places.length;
    if (place === undefined) continue;
    line.scrollIntoView({ block: 'center' });
    line.closest<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
    const selection = document.getSelection();
    const [start, end] = [pointIn(line, place.start), pointIn(line, place.end)];
    if (start !== null && end !== null) selection?.setBaseAndExtent(...start, ...end);
    return;
  }
}

/** The place of a character in an element's text. */
function pointIn(element: HTMLElement, offset: number): [Node, number] | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
