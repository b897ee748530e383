/**
 * Places that still have to be filled in ("to come"): `[TK]`, `[TK: tên, chức danh]`, or TK alone. A bare TK beside a
 * number is an account (`TK 0123`, `số TK: 0123`), and in longer words it means nothing.
 */
const BRACKETED = /\[TK(?:\s*:[^[\]\n\u2028]{0,200}|\s[^[\]\n\u2028]{0,200})?\]/gu;
const BARE = /(?<![\p{L}\p{N}/_.-])TK(?![\p{L}\p{N}/_-])/gu;

export type Placeholder = { start: number; end: number; text: string };

/** In the order of the text; `start` and `end` are UTF-16 places. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!text.includes('TK')) return [];
  const found: Placeholder[] = [];
  for (const { index, 0: match } of text.matchAll(BRACKETED)) {
    found.push({ start: index, end: index + match.length, text: match });
  }
  for (const { index } of text.matchAll(BARE)) {
    const end = index + 2;
    if (found.some((other) => index < other.end && end > other.start)) continue;
    const isAccount = /^\s*(?:số)?\s*:?\s*\d/iu.test(text.slice(end)) || /số\s+$/iu.test(text.slice(0, index));
    if (!isAccount) found.push({ start: index, end, text: 'TK' });
  }
  return found.sort((a, b) => a.start - b.start);
}
