/**
 * Dates in one form: `26/4/2022` (days below 10 and the months 1 and 2 take a zero: NĐ 30/2020/NĐ-CP, Phụ lục I) or `ngày
 * 26 tháng 4 năm 2022`. Only whole dates that exist; numbers of documents (`104/2016/QH13`) and fractions stay.
 */
import { formatDate, isoDate } from '../text/dates.ts';
import { editMatches, type TextEdit } from './text-edit.ts';

export const dateForms = ['numbers', 'words'] as const;
export type DateForm = (typeof dateForms)[number];

const inNumbers =
  /(?<![\p{L}\p{M}\p{N}/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\p{L}\p{M}\p{N}]|[/.]\p{L}|[/.]\d|-\p{L})/gu;
const inWords = /(?<![\p{L}\p{M}])(ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\p{N})/giu;
/** A day without a year is a date only where it is called one: `1/2` may be a half. */
const withoutYear = /(?<=(?<![\p{L}\p{M}])ngày\s+)(\d{1,2})\/(\d{1,2})(?![\p{L}\p{M}\p{N}]|[/.-][\p{L}\p{N}])/giu;
const LEAP_YEAR = 2024;
const dayWord = /(?<![\p{L}\p{M}])ngày\s+$/iu;

export function dateEdits(text: string, form: DateForm): TextEdit[] {
  const numbers = editMatches(text, inNumbers, (match) => {
    const date = isoDate(Number(match[4]), Number(match[3]), Number(match[1]));
    if (date === null || isPartOfNumber(text, match)) return null;
    if (form === 'numbers') return formatDate(date, 'vi');
    return `${dayWord.test(text.slice(0, match.index)) ? '' : 'ngày '}${wordsOf(date)}`;
  });
  const words = editMatches(text, inWords, ([, day = '', ...parts]) => {
    const [date, month, year] = parts.map(Number);
    const iso = isoDate(year ?? 0, month ?? 0, date ?? 0);
    if (iso === null) return null;
    return form === 'numbers' ? `${day}${formatDate(iso, 'vi')}` : `${day}${wordsOf(iso)}`;
  });
  const short = editMatches(text, withoutYear, ([, day, month]) => {
    const date = isoDate(LEAP_YEAR, Number(month), Number(day));
    if (date === null) return null;
    const [own, its] = formatDate(date, 'vi').split('/');
    return form === 'numbers' ? `${own}/${its}` : `${own} tháng ${its}`;
  });
  return [...numbers, ...words, ...short].sort((a, b) => a.start - b.start);
}

/** `26 tháng 4 năm 2022`; the zeros are those of the other form. */
function wordsOf(date: string): string {
  const [day, month, year] = formatDate(date, 'vi').split('/');
  return `${day} tháng ${month} năm ${year}`;
}

/** A hyphen beside it means a longer number, but for one between two dates. */
function isPartOfNumber(text: string, { index, 0: found }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 12), index);
  const behind = text.slice(index + found.length, index + found.length + 12);
  const isBehindHyphen = before.endsWith('-') && !/\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?-$/u.test(before);
  return isBehindHyphen || (/^-\d/u.test(behind) && !/^-\d{1,2}[/.]\d{1,2}[/.]\d{4}/u.test(behind));
}
