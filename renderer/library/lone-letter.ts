/** Words and then the first letter of another one, which is still being typed. */
const wordsAndLetter = /^(.*[^\s"“”„«»-])\s+\p{L}$/su;

/**
 * What is left of a query without the lone letter at its end; null where there is none. A letter by itself is hardly a
 * word: where nothing has it, what was typed before it is meant.
 */
export function withoutLoneLetter(query: string): string | null {
  const words = wordsAndLetter.exec(query)?.[1];
  // Within an open quotation the letter is a part of a phrase.
  return words === undefined || (words.match(/["“”„«»]/gu) ?? []).length % 2 === 1 ? null : words;
}

/** Nothing can be found by it yet: no letter or digit, or a single one. */
export function isTooShort(query: string): boolean {
  return (query.match(/[\p{L}\p{N}]/gu) ?? []).length < 2;
}
