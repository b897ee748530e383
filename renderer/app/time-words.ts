/** Times as a desk says them: how long ago in a list, the time of day when something was saved. */

import type { Language } from '../../shared/errors/codes.ts';
import { formatDate, localDateTime } from '../../shared/text/dates.ts';

export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS_IN_WORDS = 7;

type Words = { now: string; minutes: (n: number) => string; hours: (n: number) => string; days: (n: number) => string };

const words: Record<Language, Words> = {
  vi: { now: 'vừa xong', minutes: (n) => `${n} phút`, hours: (n) => `${n} giờ`, days: (n) => `${n} ngày` },
  en: {
    now: 'just now',
    minutes: (n) => `${n} min`,
    hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
  },
};

/** The computer's own zone, as its clock shows it. */
function localZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

let zone: string | null = null;

/** `12 phút`, `2 hours`; less than a minute, or a clock that went back, is `vừa xong`. */
export function durationWords(ms: number, language: Language): string {
  const say = words[language];
  if (ms < MINUTE_MS) return say.now;
  if (ms < HOUR_MS) return say.minutes(Math.floor(ms / MINUTE_MS));
  if (ms < DAY_MS) return say.hours(Math.floor(ms / HOUR_MS));
  return say.days(Math.floor(ms / DAY_MS));
}

/** How long ago an instant was; after a week its date. */
export function agoWords(instant: string, now: number, language: Language): string {
  const age = now - Date.parse(instant);
  if (age < DAYS_IN_WORDS * DAY_MS) return durationWords(age, language);
  return formatDate(localDateTime(instant, localZone())?.date ?? instant, language);
}

/** `10:42` today, `10:42, 26/4/2022` on another day. */
export function clockWords(instant: string, now: number, language: Language): string {
  const at = localDateTime(instant, localZone());
  const today = localDateTime(new Date(now).toISOString(), localZone());
  if (at === null) return instant;
  return at.date === today?.date ? at.time : `${at.time}, ${formatDate(at.date, language)}`;
}

/** `10:42, 26/4/2022` */
export function momentWords(instant: string, language: Language): string {
  const at = localDateTime(instant, localZone());
  return at === null ? instant : `${at.time}, ${formatDate(at.date, language)}`;
}
