import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AtPause, watchTyping } from './typing-pause.ts';

const page = new EventTarget();
watchTyping(page);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
});

it('runs at once when nobody types', () => {
  vi.advanceTimersByTime(10_000);
  const run = vi.fn();
  new AtPause(run).soon();
  expect(run).toHaveBeenCalledOnce();
});

it('waits for a pause, once for any number of calls, and not for ever', () => {
  const run = vi.fn();
  const atPause = new AtPause(run);
  const type = (): void => {
    page.dispatchEvent(new Event('input'));
    atPause.soon();
    vi.advanceTimersByTime(100);
  };
  for (let key = 0; key < 10; key += 1) type();
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(700);
  expect(run).toHaveBeenCalledOnce();
  for (let key = 0; key < 100; key += 1) type();
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(2);
  expect(run.mock.calls.length).toBeLessThanOrEqual(4);
});

it('is cancelled', () => {
  page.dispatchEvent(new Event('input'));
  const run = vi.fn();
  const atPause = new AtPause(run);
  atPause.soon();
  atPause.cancel();
  vi.advanceTimersByTime(10_000);
  expect(run).not.toHaveBeenCalled();
});
