import { describe, expect, it } from 'vitest';
import { daySpan, nameOfSpan } from './day-spans.ts';

const today = new Date('2026-03-04T08:00:00');

describe('spans of days', () => {
  it.each([
    ['today', '2026-03-04', '2026-03-04'],
    ['week', '2026-02-26', '2026-03-04'],
    ['month', '2026-03-01', '2026-03-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('%s is %s to %s', (name, from, to) => {
    expect(daySpan(name, today)).toEqual({ from, to });
    expect(nameOfSpan(from, to, today)).toBe(name);
  });

  it('reach over the end of a year, and know the last day of February', () => {
    expect(daySpan('week', new Date('2026-01-03T23:59:00'))).toEqual({ from: '2025-12-28', to: '2026-01-03' });
    expect(daySpan('month', new Date('2024-02-10T00:00:00')).to).toBe('2024-02-29');
  });

  it('have no name when they are others', () => {
    expect(nameOfSpan('2026-03-01', undefined, today)).toBeNull();
  });
});
