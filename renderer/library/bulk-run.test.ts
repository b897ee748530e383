import { describe, expect, it } from 'vitest';
import type { BulkAnswer, BulkDeed } from '../../shared/contract/desk.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { runBulk } from './bulk-run.ts';

const ids = Array.from({ length: 250 }, (_, index) => `id-${index}`);
const deed: BulkDeed = { do: 'tag', tag: 'lũ lụt' };
const answerTo = (asked: string[]): BulkAnswer => ({
  done: asked,
  failed: [],
  undo: [{ ids: asked, deed: { do: 'untag', tag: 'lũ lụt' } }],
});
const toError = (): AppError => new AppError('desk-unreachable');

describe('a deed on many articles', () => {
  it('runs slice by slice and gathers what each says', async () => {
    const slices: number[] = [];
    const progress: number[] = [];
    const result = await runBulk(
      async ({ ids: asked }) => {
        slices.push(asked.length);
        return answerTo(asked);
      },
      ids,
      deed,
      { isStopped: () => false, onProgress: (behind) => progress.push(behind), toError },
    );
    expect(slices).toEqual([100, 100, 50]);
    expect(progress).toEqual([0, 100, 200, 250]);
    expect(result.done).toEqual(ids);
    expect(result.undo).toHaveLength(3);
    expect(result.left).toBe(0);
  });

  it('stops between two slices: what it came to is done, the rest untouched', async () => {
    const touched: string[] = [];
    const result = await runBulk(
      async ({ ids: asked }) => {
        touched.push(...asked);
        return answerTo(asked);
      },
      ids,
      deed,
      { isStopped: () => touched.length > 0, onProgress: () => {}, toError },
    );
    expect(touched).toEqual(ids.slice(0, 100));
    expect(result.done).toEqual(touched);
    expect(result.left).toBe(150);
  });

  it('keeps what was done before the line was lost, and says why it ended', async () => {
    let slices = 0;
    const result = await runBulk(
      async ({ ids: asked }) => {
        slices += 1;
        if (slices === 2) throw new Error('lost');
        return answerTo(asked);
      },
      ids,
      deed,
      { isStopped: () => false, onProgress: () => {}, toError },
    );
    expect(result.done).toHaveLength(100);
    expect(result.left).toBe(150);
    expect(result.error?.code).toBe('desk-unreachable');
  });
});
