/** Footnotes as they stand in a page: a number in the text, and the same number before the note at the page's end. */

const reference = /^#(?:_?(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym|(?:foot|end)note-\d+|cite_note\b.*|fn:?-?\d+)$/iu;
const wayBack =
  /^#(?:_?(?:ftn|edn)ref\d+|body_(?:ftn|edn)\d+|sd(?:foot|end)note\d+anc|(?:foot|end)note-ref-\d+|cite_ref\b.*|fnref:?-?\d+)$/iu;

/** What an anchor to a note (or back to the text) becomes: `[1]`, nothing for an arrow; null for another anchor. */
export function footnoteMark(href: string, text: string): string | null {
  if (!href.startsWith('#')) return null;
  const isBack = wayBack.test(href);
  if (!isBack && !reference.test(href)) return null;
  const sign = /[\p{L}\p{N}*]{1,8}/u.exec(text)?.[0];
  if (sign === undefined) return isBack ? '' : text.trim();
  return isBack ? `[${sign}] ` : `[${sign}]`;
}

/** The number of the note that an element with this id is (mammoth writes notes as a list), or null. */
export function noteNumber(id: string | null): string | null {
  return /^(?:foot|end)note-(\d+)$/u.exec(id ?? '')?.[1] ?? null;
}
