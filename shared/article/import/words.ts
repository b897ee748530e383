/** What the import rules share: looking at Vietnamese words without `\b`, which knows no letters beyond ASCII. */
import { countSyllables } from '../../text/count.ts';

/** Longer paragraphs are prose; no rule looks into them, so a hostile file costs no more than its length. */
export const MAX_RULED_LENGTH = 600;

/** A pattern that matches any of the words or phrases as a whole, in any case. */
export function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** A pattern that matches at the start of a text, in any case. */
export function openerPattern(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

export const endsSentence = (text: string): boolean => /[.!?…][”"’')\]]*$/u.test(text);
export const startsLowerCase = (text: string): boolean => /^\p{Ll}/u.test(text);

/** `TP. Hồ Chí Minh`, `ThS. Nguyễn Văn A`: a short capitalised token before the stop does not end a sentence. */
export function countSentences(text: string): number {
  const stops = text.matchAll(/(\S+)[.!?…]+[”"’)]*\s+(?=[“"‘(]?[\p{Lu}\p{N}])/gu);
  let count = 1;
  for (const [, word = ''] of stops) if (!/^\(?\p{Lu}[\p{L}.]{0,3}$/u.test(word)) count += 1;
  return count;
}

const nameSyllable = String.raw`\p{Lu}\p{Ll}*`;
const fullName = new RegExp(`(?<![\\p{L}\\p{N}])${nameSyllable}(?: ${nameSyllable}){2,3}(?![\\p{L}\\p{N}])`, 'gu');

/** Runs of three or four capitalised syllables: `Mai Xuân Liêm`. */
export function fullNames(text: string): string[] {
  return [...text.matchAll(fullName)].map(([name]) => name);
}

/** True for a line that is nothing but names of people or pen names: `Thu Hà`, `Minh Tuấn – Lê Hoa`, `PV`. */
export function isBareName(text: string): boolean {
  const parts = text
    .replace(/[.*]+$/u, '')
    .split(/\s*(?:[-–—,&/]|(?<=\s)và(?=\s))\s*/u)
    .filter((part) => part !== '');
  return (
    parts.length >= 1 &&
    parts.length <= 3 &&
    parts.every(
      (part) =>
        /^(?:PV|CTV|BBT|BTV|Ban [Bb]iên tập)$/u.test(part) ||
        (/^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){1,4}$/u.test(part) && !notNames.test(part)),
    )
  );
}
const notNames = wordsPattern(['hội', 'tỉnh', 'sở', 'ủy ban', 'việt nam', 'chương', 'phần', 'kết', 'mục']);

/** At most `limit` tiếng, without counting a long text. */
export function isShort(text: string, limit: number): boolean {
  return text.length <= MAX_RULED_LENGTH && countSyllables(text) <= limit;
}
