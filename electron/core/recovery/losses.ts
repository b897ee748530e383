/** What a mending could not keep, gathered while it goes on. */
import type { Loss } from '../../../shared/contract/desk.ts';

type Lost = Omit<Loss, 'headline' | 'count'>;

export class Losses {
  readonly #found = new Map<string, Lost & { count: number }>();

  /** Those of one article, kind and reason are counted together. */
  add(lost: Lost, count = 1): void {
    const key = JSON.stringify([lost.articleId, lost.what, lost.detail]);
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { ...lost, count });
    else known.count += count;
  }

  /** The articles that lost something. */
  articleIds(): Set<string> {
    return new Set([...this.#found.values()].flatMap(({ articleId }) => articleId ?? []));
  }

  /** By headline. */
  list(headlineOf: (articleId: string) => string): Loss[] {
    return [...this.#found.values()]
      .map((lost) => ({ ...lost, headline: lost.articleId === null ? '' : headlineOf(lost.articleId) }))
      .sort((a, b) => a.headline.localeCompare(b.headline, 'vi') || a.what.localeCompare(b.what));
  }
}

export const detailOf = {
  unreadable: 'its page cannot be read',
  changed: 'its bytes are not those that were written',
  chain: 'an event before it is lost',
  revision: 'the revision it names is lost',
  noFile: 'its file is neither here nor in a backup',
} as const;
