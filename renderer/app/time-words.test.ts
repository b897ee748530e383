import { describe, expect, it } from 'vitest';
import { agoWords, clockWords, durationWords } from './time-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = new Date(2026, 10, 25, 16, 30).getTime();
const earlier = (ms: number): string => new Date(now - ms).toISOString();

describe('times as a desk says them', () => {
  it('says a duration in its largest whole unit', () => {
    expect([20_000, 12 * MINUTE, 3 * HOUR, 2 * DAY].map((ms) => durationWords(ms, 'vi'))).toEqual([
      'vừa xong',
      '12 phút',
      '3 giờ',
      '2 ngày',
    ]);
    expect([MINUTE, HOUR, 5 * HOUR, DAY].map((ms) => durationWords(ms, 'en'))).toEqual([
      '1 min',
      '1 hour',
      '5 hours',
      '1 day',
    ]);
  });

  it('takes a clock that went back for just now', () => {
    expect(agoWords(earlier(-HOUR), now, 'vi')).toBe('vừa xong');
  });

  it('says the date of what is a week old', () => {
    expect(agoWords(earlier(6 * DAY), now, 'vi')).toBe('6 ngày');
    expect(agoWords(earlier(8 * DAY), now, 'vi')).toBe('17/11/2026');
  });

  it('says the time of day, with the date on another day', () => {
    expect(clockWords(earlier(MINUTE), now, 'vi')).toBe('16:29');
    expect(clockWords(earlier(DAY), now, 'en')).toBe('16:30, 24 November 2026');
  });
});
