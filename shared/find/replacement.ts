/** What a hit is replaced by. */
import { cleanText } from '../article/clean-text.ts';
import type { TextEdit } from '../text-tools/text-edit.ts';
import type { FindQuery, Hit } from './find-hits.ts';

export type ReplaceWith = {
  text: string;
  /** HÒA BÌNH is replaced by capitals, Hòa by a word with a capital. */
  keepCase: boolean;
};

/** `$1`, `$12`, `$&` (the whole hit), `$$` (a dollar); what names no group stays as it is written. */
const reference = /\$(?:\$|&|(\d{1,2}))/gu;

export function replacementFor(was: string, { groups = [] }: Hit, query: FindQuery, by: ReplaceWith): string {
  const said = query.isPattern
    ? by.text.replace(reference, (whole, number?: string) => {
        if (whole === '$$') return '$';
        if (whole === '$&') return was;
        return groupOf(groups, number ?? '') ?? whole;
      })
    : by.text;
  const clean = cleanText(said);
  return by.keepCase ? withCaseOf(was, clean) : clean;
}

/** `$12` is the group 12, or where there is none the group 1 with a 2 behind it. */
function groupOf(groups: readonly (string | null)[], number: string): string | null {
  const whole = groups[Number(number) - 1];
  if (whole !== undefined) return whole ?? '';
  const first = number.length === 2 ? groups[Number(number[0]) - 1] : undefined;
  return first === undefined ? null : `${first ?? ''}${number[1]}`;
}

/** The replacement in the case of what it replaces: all capitals, or a capital first. */
export function withCaseOf(was: string, replacement: string): string {
  const letters = was.match(/\p{L}/gu) ?? [];
  const isUpper = (char: string): boolean => char !== char.toLowerCase();
  if (letters.length > 1 && letters.every(isUpper)) return replacement.toUpperCase();
  const [first] = letters;
  if (first === undefined) return replacement;
  return replacement.replace(/\p{L}/u, (char) => (isUpper(first) ? char.toUpperCase() : char.toLowerCase()));
}

/** The edits that replace these hits of a text; a hit that already says what it would be replaced by is none. */
export function replaceHits(text: string, hits: readonly Hit[], query: FindQuery, by: ReplaceWith): TextEdit[] {
  return hits.flatMap((hit): TextEdit[] => {
    const was = text.slice(hit.start, hit.end);
    const replacement = replacementFor(was, hit, query, by);
    return replacement === was ? [] : [{ start: hit.start, end: hit.end, replacement }];
  });
}
