import { findPlaceholders } from '../../shared/kinds/placeholders.ts';
import type { Missing } from '../../shared/workflow/missing.ts';
import type { BodyHandle } from '../editor/body-handle.ts';

/** What is wrong with a picture itself, wherever it stands. */
export type PictureThing = Extract<Missing, { what: 'withheld' | 'expired' }>;
type Thing = Exclude<Missing, { what: 'field' } | PictureThing>;

/** Leads to what is missing in the text: into sight, and the caret into it. `all` tells equal placeholders apart. */
export function jumpTo(thing: Thing, all: readonly Missing[] = [], body: BodyHandle | null = null): void {
  if (thing.what === 'placeholder') jumpToPlaceholder(thing, all, body);
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
function jumpToPlaceholder(
  thing: Extract<Missing, { what: 'placeholder' }>,
  all: readonly Missing[],
  body: BodyHandle | null,
): void {
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
  let before = 0;
  for (const [index, line] of (body?.lineElements() ?? []).entries()) {
    const cells = [...(line?.querySelectorAll<HTMLElement>('.cell-text') ?? [])];
    for (const text of cells.length > 0 ? cells : line === null ? [] : [line]) {
      const places = findPlaceholders(textOf(text));
      const place = places[number - before];
      before += places.length;
      if (place === undefined) continue;
      text.scrollIntoView({ block: 'center' });
      if (text !== line) text.click();
      else {
        body?.select({ from: { line: index, offset: place.start }, to: { line: index, offset: place.end } });
        body?.focus();
      }
      return;
    }
  }
}

/** A line's characters, one for each place of it: a break and a photo count as one. */
function textOf(node: Node): string {
  if (node instanceof HTMLBRElement) return '\u2028';
  if (node instanceof HTMLElement && node.classList.contains('embed')) return '\uFFFC';
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [...node.childNodes].map(textOf).join('');
}
