/** A change of a text: the characters [start, end) become `replacement`. Places are UTF-16 units of the text before. */
export type TextEdit = { start: number; end: number; replacement: string };

/** Stands in a text for what is no character of it (a photo, a table): no edit may touch it. */
export const NO_CHARACTER = '\uFFFC';

/** The text after these edits, which stand in order and do not overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let made = '';
  for (const { start, end, replacement } of edits) {
    made += text.slice(at, start) + replacement;
    at = end;
  }
  return made + text.slice(at);
}

/** What really changes of an edit: what its text and its replacement begin and end with alike is left out. */
export function tightEdit(text: string, { start, end, replacement }: TextEdit): TextEdit {
  const most = Math.min(end - start, replacement.length);
  let before = 0;
  while (before < most && text[start + before] === replacement[before]) before += 1;
  // Half of a surrogate pair is no character.
  if (before > 0 && (isLow(text, start + before) || isLow(replacement, before))) before -= 1;
  let after = 0;
  while (after < most - before && text[end - 1 - after] === replacement[replacement.length - 1 - after]) after += 1;
  if (after > 0 && (isLow(text, end - after) || isLow(replacement, replacement.length - after))) after -= 1;
  return {
    start: start + before,
    end: end - after,
    replacement: replacement.slice(before, replacement.length - after),
  };
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** An edit of every match that `replace` answers a text for; null, or the match itself, leaves it. */
export function editMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | null,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole] = match;
    const replacement = replace(match as RegExpExecArray);
    if (replacement === null || replacement === whole || whole.includes(NO_CHARACTER)) continue;
    edits.push({ start: match.index, end: match.index + whole.length, replacement });
  }
  return edits;
}
