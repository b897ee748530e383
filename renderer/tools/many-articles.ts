/** Many articles read and changed in slices: between two of them it can be stopped, and every article is done or untouched. */
import type { ArticleReplacement, FailedArticles, ToolArticle } from '../../shared/contract/desk-tools.ts';
import type { Desk } from '../app/desk-link.ts';

const SLICE_ARTICLES = 20;

export type Slices = {
  isStopped: () => boolean;
  /** How many articles are behind it. */
  onProgress: (behind: number) => void;
};

async function inSlices<T>(all: readonly T[], { isStopped, onProgress }: Slices, run: (slice: T[]) => Promise<void>) {
  for (let from = 0; from < all.length && !isStopped(); from += SLICE_ARTICLES) {
    onProgress(from);
    await run(all.slice(from, from + SLICE_ARTICLES));
  }
  onProgress(all.length);
}

/** Throws what the line to the core throws. */
export async function readMany(
  desk: Desk,
  ids: readonly string[],
  slices: Slices,
): Promise<{ articles: ToolArticle[]; failed: FailedArticles }> {
  const read: { articles: ToolArticle[]; failed: FailedArticles } = { articles: [], failed: [] };
  await inSlices(ids, slices, async (slice) => {
    const { articles, failed } = await desk.tools.passages({ ids: slice });
    read.articles.push(...articles);
    read.failed.push(...failed);
  });
  return read;
}

export type Replaced = {
  back: ArticleReplacement[];
  failed: FailedArticles;
  /** What it ended with before it was through: articles behind it are done, those before it untouched. */
  error: unknown;
};

/** Never throws: what was done before the line was lost can be taken back. */
export async function replaceMany(
  desk: Desk,
  replacements: readonly ArticleReplacement[],
  slices: Slices,
): Promise<Replaced> {
  const replaced: Replaced = { back: [], failed: [], error: null };
  try {
    await inSlices(replacements, slices, async (slice) => {
      const { back, failed } = await desk.tools.replace({ articles: slice });
      replaced.back.push(...back);
      replaced.failed.push(...failed);
    });
  } catch (error) {
    replaced.error = error;
  }
  return replaced;
}

/** How many places the edits change. */
export function countEdits(replacements: readonly ArticleReplacement[]): number {
  return replacements.reduce((sum, { changes }) => sum + changes.reduce((own, { edits }) => own + edits.length, 0), 0);
}
