import type { Missing } from '../../shared/workflow/missing.ts';

/** Leads to a field of the article: into sight, and the caret into it. */
export function jumpTo(what: Missing['what'], photo: string | null): void {
  const place = document.querySelector<HTMLElement>(
    photo === null ? '.article-column' : `.article-column [data-photo="${CSS.escape(photo)}"]`,
  );
  const field = place?.querySelector<HTMLElement>(what === 'file' ? 'button' : `textarea[name="${what}"]`);
  (what === 'headline' || what === 'file' ? place : field)?.scrollIntoView({
    block: what === 'headline' ? 'start' : 'center',
  });
  field?.focus({ preventScroll: true });
}
