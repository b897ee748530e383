/** Spans of days that people ask for by name. Days are `YYYY-MM-DD` of the computer's own calendar. */
import { isoDate } from '../../shared/text/dates.ts';

export const spanNames = ['today', 'week', 'month', 'year'] as const;
export type SpanName = (typeof spanNames)[number];
export type DaySpan = { from: string; to: string };

const DAYS_OF_WEEK = 7;

function dayOf(date: Date): string {
  return isoDate(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? '';
}

/** `week` is the last seven days with today; `month` and `year` are those that today is in, whole. */
export function daySpan(name: SpanName, today: Date): DaySpan {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  switch (name) {
    case 'today':
      return { from: dayOf(today), to: dayOf(today) };
    case 'week':
      return { from: dayOf(new Date(year, month, day - DAYS_OF_WEEK + 1)), to: dayOf(today) };
    case 'month':
      return { from: dayOf(new Date(year, month, 1)), to: dayOf(new Date(year, month + 1, 0)) };
    case 'year':
      return { from: dayOf(new Date(year, 0, 1)), to: dayOf(new Date(year, 11, 31)) };
  }
}

/** The name of a span, if it has one today. */
export function nameOfSpan(from: string | undefined, to: string | undefined, today: Date): SpanName | null {
  return (
    spanNames.find((name) => {
      const span = daySpan(name, today);
      return span.from === from && span.to === to;
    }) ?? null
  );
}
