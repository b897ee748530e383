import { useEffect, useRef, useState } from 'react';
import type { ToolArticle } from '../../shared/contract/desk-tools.ts';
import type { FindQuery, Hit } from '../../shared/find/find-hits.ts';
import type { PatternProblem } from '../../shared/find/pattern-problem.ts';
import { FindRunner } from './find-runner.ts';

type Hits = { hits: Hit[][]; problem: PatternProblem | 'slow' | null };
const nothing: Hits = { hits: [], problem: null };

/** The hits in all passages of all articles, in order; none while they are looked for anew. */
export function useManyHits(articles: readonly ToolArticle[] | null, query: FindQuery): Hits & { isBusy: boolean } {
  const [found, setFound] = useState<Hits & { query: FindQuery | null }>({ ...nothing, query: null });
  const runner = useRef<FindRunner>(null);
  useEffect(() => {
    const own = new FindRunner();
    runner.current = own;
    return () => own.destroy();
  }, []);
  useEffect(() => {
    if (articles === null) return;
    let isGone = false;
    const texts = articles.flatMap(({ passages }) => passages.map(({ characters }) => characters));
    runner.current?.find(query, texts).then((result) => {
      if (isGone || result === null) return;
      setFound(
        'problem' in result ? { hits: [], problem: result.problem, query } : { ...result, problem: null, query },
      );
    });
    return () => {
      isGone = true;
    };
  }, [articles, query]);
  const isBusy = found.query !== query;
  // Hits of another query are not shown as this one's.
  return isBusy ? { ...nothing, isBusy } : { hits: found.hits, problem: found.problem, isBusy };
}
