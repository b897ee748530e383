import type { Missing } from './review-tab.tsx';

/** Leads to a field of the article: into sight, and the caret into it. */
export function jumpTo(what: Missing['what'], photo: string | null): void {
  const place =
    photo === null
      ? document.querySelector<HTMLElement>(`.article-column textarea[name="${what}"]`)
      : document.querySelector<HTMLElement>(`.photo-figure[data-photo="${CSS.escape(photo)}"]`);
  const field =
    photo === null
      ? place
      : (place?.querySelector<HTMLElement>(what === 'file' ? 'button' : `textarea[name="${what}"]`) ?? null);
  place?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
