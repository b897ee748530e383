/** A backup as people speak of it: how long ago, how much is in it, how large it is. */
import type { TFunction } from 'i18next';
import type { Language } from '../../shared/errors/codes.ts';
import { agoWords, durationWords, MINUTE_MS } from '../app/time-words.ts';

const AGO_MS = 7 * 24 * 60 * MINUTE_MS;
const KILOBYTE = 1_000;
const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** `12 phút trước`; after a week the date. */
export function whenWords(t: TFunction<'backups'>, at: string, now: number, language: Language): string {
  const age = now - Date.parse(at);
  if (age >= AGO_MS) return agoWords(at, now, language);
  return age < MINUTE_MS ? t('justNow') : t('ago', { age: durationWords(age, language) });
}

/** `12 bài và 4 ảnh`; no photos are not spoken of. */
export function amountWords(
  t: TFunction<'backups'>,
  { articles, photos }: { articles: number; photos: number },
  language: Language,
): string {
  const parts = [t('articles', { count: articles }), ...(photos === 0 ? [] : [t('photos', { count: photos })])];
  return joinWords(parts, language);
}

/** `một, hai và ba` */
export function joinWords(parts: readonly string[], language: Language): string {
  // British English has no comma before its "and".
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(parts);
}

/** `4,2 MB`, in thousands as file managers count. */
export function sizeWords(bytes: number, language: Language): string {
  let size = bytes / KILOBYTE;
  let unit = 0;
  while (size >= KILOBYTE && unit < UNITS.length - 1) {
    size /= KILOBYTE;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(size)} ${UNITS[unit]}`;
}
