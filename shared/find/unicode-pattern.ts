const WORD = '\\p{L}\\p{M}\\p{N}_';
const outside: Record<string, string> = {
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  B: `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
};

/**
 * A pattern in which \w and \b mean letters of any language: JavaScript's own take Đ and ế for the end of a word. Within
 * brackets \w means so too; \W there keeps JavaScript's sense, since it has no other way to be said.
 */
export function unicodePattern(source: string): string {
  let made = '';
  let isInBrackets = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!;
    if (char === '\\') {
      const next = source[at + 1] ?? '';
      at += 1;
      made += (isInBrackets ? (next === 'w' ? WORD : undefined) : outside[next]) ?? char + next;
      continue;
    }
    if (char === '[') isInBrackets = true;
    if (char === ']') isInBrackets = false;
    made += char;
  }
  return made;
}
