/** Counting as Vietnamese desks do: "tiếng" are whitespace tokens that hold at least one letter or digit. */

const token = /\S+/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The number of tiếng in a text: `Nghị quyết số 06-NQ/TU – ./.` counts 4. */
export function countSyllables(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(token)) if (letterOrDigit.test(word)) count += 1;
  return count;
}
