import { isoDate } from '../../shared/text/dates.ts';

/**
 * The calendar date (`YYYY-MM-DD`) that a person wrote with its day first: `26/4/2022`, `26-04-2022`, `26.4.22`, or
 * `26/4` in the year of `today`; also as it is stored. Null for anything else.
 */
export function readDate(text: string, today: Date): string | null {
  const stored = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (stored !== null) return isoDate(Number(stored[1]), Number(stored[2]), Number(stored[3]));
  const written = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?$/.exec(text.trim());
  if (written === null) return null;
  const [, day, month, year = `${today.getFullYear()}`] = written;
  return isoDate(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
}

/** `26/04/2022`, as a date is written into a form. What is no date comes back as it is. */
export function writeDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${parts[3]}/${parts[2]}/${parts[1]}`;
}
