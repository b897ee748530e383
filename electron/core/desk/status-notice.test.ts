import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StatusNotice } from './status-notice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('the status is told at once when it was quiet, seldom while typing, and always after the last change', () => {
  const told: number[] = [];
  const notice = new StatusNotice(() => told.push(Date.now()));
  const begin = Date.now();
  for (let ms = 0; ms < 1_000; ms += 10) {
    notice.soon();
    vi.advanceTimersByTime(10);
  }
  expect(told[0]! - begin).toBeLessThanOrEqual(1);
  expect(told.length).toBeLessThanOrEqual(6);
  const before = told.length;
  notice.soon();
  vi.advanceTimersByTime(200);
  expect(told.length).toBe(before + 1);
  vi.advanceTimersByTime(5_000);
  expect(told.length).toBe(before + 1);
});

it('nothing is told after the end', () => {
  const tell = vi.fn();
  const notice = new StatusNotice(tell);
  notice.soon();
  notice.stop();
  vi.advanceTimersByTime(1_000);
  expect(tell).not.toHaveBeenCalled();
});
