/**
 * One deed on many articles, in slices: the core does a slice whole or article by article refuses it, so that stopping
 * between two slices leaves every article either done or untouched.
 */
import type { BulkAnswer, BulkDeed } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export const SLICE_ARTICLES = 100;

type DoSlice = (input: { ids: string[]; deed: BulkDeed }) => Promise<BulkAnswer>;

export type BulkResult = BulkAnswer & {
  /** How many articles were not come to: it was stopped, or the line to the core was lost. */
  left: number;
  /** Why it could not go on. */
  error: AppError | null;
};

/** `onProgress` is told how many articles are behind it, before each slice and at the end. Never throws. */
export async function runBulk(
  doSlice: DoSlice,
  ids: readonly string[],
  deed: BulkDeed,
  { isStopped, onProgress, toError }: RunOptions,
): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [], undo: [], left: ids.length, error: null };
  for (let from = 0; from < ids.length && !isStopped(); from += SLICE_ARTICLES) {
    onProgress(from);
    const slice = ids.slice(from, from + SLICE_ARTICLES);
    try {
      const answer = await doSlice({ ids: slice, deed });
      result.done.push(...answer.done);
      result.failed.push(...answer.failed);
      result.undo.push(...answer.undo);
      result.left -= slice.length;
    } catch (thrown) {
      result.error = toError(thrown);
      break;
    }
  }
  onProgress(ids.length - result.left);
  return result;
}

export type RunOptions = {
  isStopped: () => boolean;
  onProgress: (behind: number) => void;
  toError: (thrown: unknown) => AppError;
};
