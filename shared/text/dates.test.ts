import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateWithWeekday,
  formatInstant,
  formatRfc822,
  isoDate,
  localDateTime,
  weekdayName,
} from './dates.ts';

describe('dates', () => {
  it('puts a zero before single days and the months 1 and 2 only', () => {
    expect(formatDate('2022-04-26', 'vi')).toBe('26/4/2022');
    expect(formatDate('2026-02-05', 'vi')).toBe('05/02/2026');
    expect(formatDate('2026-11-01', 'vi')).toBe('01/11/2026');
    expect(formatDate('2022-04-26', 'en')).toBe('26 April 2022');
  });

  it('names the weekday', () => {
    expect(weekdayName('2021-11-10', 'vi')).toBe('thứ Tư');
    expect(formatDateWithWeekday('2022-04-26', 'vi')).toBe('thứ Ba, 26/4/2022');
    expect(formatDateWithWeekday('2022-04-26', 'en')).toBe('Tuesday, 26 April 2022');
  });

  it('knows which days exist', () => {
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDate(2023, 2, 29)).toBeNull();
    expect(isoDate(2022, 13, 1)).toBeNull();
    expect(isoDate(20222, 1, 1)).toBeNull();
  });

  it('returns what is no date as it is', () => {
    expect(formatDate('hôm qua', 'vi')).toBe('hôm qua');
    expect(formatDateWithWeekday('2022-02-30', 'vi')).toBe('2022-02-30');
    expect(formatInstant('?', 'vi')).toBe('?');
  });

  it('reads an instant in the office’s time zone', () => {
    expect(localDateTime('2022-04-25T18:05:00Z')).toEqual({ date: '2022-04-26', time: '01:05' });
    expect(formatInstant('2022-04-26T01:15:00Z', 'vi')).toBe('08:15, thứ Ba, 26/4/2022');
  });

  it('writes the dates of feeds', () => {
    expect(formatRfc822('2022-04-26T01:15:00Z')).toBe('Tue, 26 Apr 2022 01:15:00 GMT');
    expect(() => formatRfc822('hôm qua')).toThrow(RangeError);
  });
});
