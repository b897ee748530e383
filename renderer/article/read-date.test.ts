import { describe, expect, it } from 'vitest';
import { readDate, writeDate } from './read-date.ts';

const today = new Date('2026-11-25T08:00:00');

describe('a date as a person writes it', () => {
  it.each([
    ['26/4/2022', '2022-04-26'],
    ['26/04/2022', '2022-04-26'],
    [' 5-2-2026 ', '2026-02-05'],
    ['05.02.2026', '2026-02-05'],
    ['26/4/22', '2022-04-26'],
    ['26/4', '2026-04-26'],
    ['29/2/2024', '2024-02-29'],
    ['2022-04-26', '2022-04-26'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, today)).toBe(date);
  });

  it.each(['', '26', '4/26/2022', '29/2/2023', '31/4/2022', '0/1/2022', 'hôm qua', '26/4/2', '26/4/2022/1'])(
    '"%s" is none',
    (text) => {
      expect(readDate(text, today)).toBeNull();
    },
  );

  it('is written with its day first, and read back as it was', () => {
    expect(writeDate('2022-04-26')).toBe('26/04/2022');
    expect(readDate(writeDate('2022-04-26'), today)).toBe('2022-04-26');
  });
});
