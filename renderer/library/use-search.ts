/**
 * Search as it is typed: while one answer is on its way, what was typed since is asked next, so that every key is
 * answered soon and no answer overtakes a newer one. The former hits stay until the next are here. A first answer holds
 * what fills a few screens; who scrolls to its end gets more.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchAnswer, SearchOrder } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useLibraryChange, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

export type Found = SearchAnswer & { query: string; order: SearchOrder };

export const FIRST_HITS = 30;
export const MOST_HITS = 200;

export type Search = {
  found: Found | null;
  error: AppError | null;
  retry: () => void;
  /** The end of the hits is near. */
  more: () => void;
};

export function useSearch(query: string, order: SearchOrder): Search {
  const desk = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef({ query, order, limit: FIRST_HITS });
  const isDue = useRef(false);
  const isAsking = useRef(false);
  const ask = useCallback(async () => {
    isDue.current = true;
    if (isAsking.current) return;
    isAsking.current = true;
    while (isDue.current) {
      isDue.current = false;
      const asked = latest.current;
      try {
        const answer = await desk.library.search(asked);
        setFound({ query: asked.query, order: asked.order, ...answer });
        setError(null);
      } catch (thrown) {
        setError(toAppError(thrown));
      }
    }
    isAsking.current = false;
  }, [desk]);
  useEffect(() => {
    latest.current = { query, order, limit: FIRST_HITS };
    void ask();
  }, [query, order, ask]);
  useLibraryChange(() => void ask());
  useWhenOpen(() => void ask());
  const more = useCallback(() => {
    if (latest.current.limit === MOST_HITS) return;
    latest.current = { ...latest.current, limit: MOST_HITS };
    void ask();
  }, [ask]);
  return { found, error, retry: () => void ask(), more };
}
