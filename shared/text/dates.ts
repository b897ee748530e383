/**
 * Dates as Vietnamese state offices write them: days below 10 and the months 1 and 2 take a zero (05/02/2026, but
 * 26/4/2022), as NĐ 30/2020/NĐ-CP, Phụ lục I asks. Calendar dates are `YYYY-MM-DD` without a zone; instants are ISO 8601.
 */
export type DateLanguage = 'vi' | 'en';

export const PRESS_TIME_ZONE = 'Asia/Ho_Chi_Minh';

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar date as `YYYY-MM-DD`, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` : null;
}

type DateParts = { year: number; month: number; day: number; weekday: number };

function partsOf(date: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (isoDate(year, month, day) === null) return null;
  return { year, month, day, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() };
}

/** `26/4/2022`, `26 April 2022`. What is not a calendar date comes back as it is. */
export function formatDate(date: string, language: DateLanguage): string {
  const parts = partsOf(date);
  if (parts === null) return date;
  if (language === 'en') return `${parts.day} ${englishMonths[parts.month - 1]} ${parts.year}`;
  const month = parts.month <= 2 ? two(parts.month) : String(parts.month);
  return `${two(parts.day)}/${month}/${parts.year}`;
}

/** `thứ Ba`, `Tuesday`; empty for what is not a calendar date. */
export function weekdayName(date: string, language: DateLanguage): string {
  const parts = partsOf(date);
  return parts === null ? '' : (weekdays[language][parts.weekday] ?? '');
}

/** `thứ Ba, 26/4/2022`, `Tuesday, 26 April 2022`. */
export function formatDateWithWeekday(date: string, language: DateLanguage): string {
  const weekday = weekdayName(date, language);
  return weekday === '' ? date : `${weekday}, ${formatDate(date, language)}`;
}

/** Making one costs more than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The calendar date and the time of day (`HH:MM`) of an instant in a time zone. Null for what is no instant. */
export function localDateTime(instant: string, timeZone = PRESS_TIME_ZONE): { date: string; time: string } | null {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  const part = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** `08:15, thứ Ba, 26/4/2022`, `08:15, Tuesday, 26 April 2022`. What is no instant comes back as it is. */
export function formatInstant(instant: string, language: DateLanguage, timeZone = PRESS_TIME_ZONE): string {
  const local = localDateTime(instant, timeZone);
  return local === null ? instant : `${local.time}, ${formatDateWithWeekday(local.date, language)}`;
}

/** The RFC 822 form that RSS 2.0 asks for: `Tue, 26 Apr 2022 01:15:00 GMT`. Throws RangeError for no instant. */
export function formatRfc822(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${instant}`);
  return at.toUTCString();
}
