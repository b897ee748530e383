import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskEvent, DeskStatus } from '../../shared/contract/desk.ts';
import type { LineState } from './desk-link.ts';
import { DeskTruth, type TruthLink } from './desk-truth.ts';

const quiet: DeskStatus = {
  saved: { state: 'saved', at: '2026-11-24T03:10:20.000Z' },
  waiting: { count: 0, oldestAt: null },
  link: 'online',
  linkError: null,
  refused: [],
  lastSyncAt: null,
  damage: null,
  backupProblem: null,
};

/** A line that the test moves. */
function lineForTest() {
  const onEvent = new Set<(event: DeskEvent) => void>();
  const onState = new Set<(state: LineState) => void>();
  const onUnsaved = new Set<() => void>();
  let unsaved = 0;
  let state: LineState = 'open';
  const link: TruthLink = {
    onEvent: (listener) => {
      onEvent.add(listener);
      return () => onEvent.delete(listener);
    },
    onState: (listener) => {
      onState.add(listener);
      return () => onState.delete(listener);
    },
    onUnsaved: (listener) => {
      onUnsaved.add(listener);
      return () => onUnsaved.delete(listener);
    },
    state: () => state,
    unsaved: () => unsaved,
  };
  return {
    link,
    tell: (status: DeskStatus) => {
      for (const listener of onEvent) listener({ type: 'status', status });
    },
    setUnsaved: (count: number) => {
      unsaved = count;
      for (const listener of onUnsaved) listener();
    },
    setState: (next: LineState) => {
      state = next;
      for (const listener of onState) listener(next);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function truthForTest() {
  const line = lineForTest();
  const truth = new DeskTruth(line.link);
  truth.start();
  line.tell(quiet);
  let told = 0;
  truth.on(() => {
    told += 1;
  });
  return { line, truth, told: () => told };
}

describe('what the status bar says', () => {
  it('does not change while edits are saved as quickly as they are typed', () => {
    const { line, truth, told } = truthForTest();
    for (let key = 0; key < 20; key += 1) {
      line.setUnsaved(1);
      line.tell({ ...quiet, saved: { state: 'saving' } });
      vi.advanceTimersByTime(40);
      line.setUnsaved(0);
      line.tell({ ...quiet, saved: { state: 'saved', at: `2026-11-24T03:10:${20 + key}.000Z` } });
    }
    expect(told()).toBe(0);
    expect(truth.shown().saved).toMatchObject({ state: 'saved' });
  });

  it('names the minute of the newest save', () => {
    const { line, truth } = truthForTest();
    line.tell({ ...quiet, saved: { state: 'saved', at: '2026-11-24T03:11:05.000Z' } });
    expect(truth.shown().saved).toEqual({ state: 'saved', at: '2026-11-24T03:11:05.000Z' });
  });

  it('says that it is saving once that has lasted, and saved when the answer has come', () => {
    const { line, truth } = truthForTest();
    line.setUnsaved(1);
    vi.advanceTimersByTime(299);
    expect(truth.shown().saved).toMatchObject({ state: 'saved' });
    vi.advanceTimersByTime(1);
    expect(truth.shown().saved).toEqual({ state: 'saving' });
    line.setUnsaved(0);
    expect(truth.shown().saved).toMatchObject({ state: 'saved' });
  });

  it('says at once that a save failed, and what waits', () => {
    const { line, truth } = truthForTest();
    const failed = { state: 'failed', code: 'disk-full', message: 'full' } as const;
    line.tell({ ...quiet, saved: failed, waiting: { count: 2, oldestAt: '2026-11-24T03:00:00.000Z' } });
    expect(truth.shown()).toMatchObject({ saved: failed, status: { waiting: { count: 2 } } });
  });

  it('says that the core is lost after a second, and what the core says once it is back', () => {
    const { line, truth } = truthForTest();
    line.setState('connecting');
    vi.advanceTimersByTime(999);
    expect(truth.shown().saved).toMatchObject({ state: 'saved' });
    vi.advanceTimersByTime(1);
    expect(truth.shown().saved).toEqual({ state: 'lost' });
    line.setState('open');
    expect(truth.shown().saved).toMatchObject({ state: 'saved' });
  });
});
