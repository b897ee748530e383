/**
 * Search as it is typed: while one answer is on its way, what was typed since is asked next, so that every key is
 * answered soon and no answer overtakes a newer one. The former hits stay until the next are here.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleRow } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

export type Hit = { id: string; headline: string; snippet: string; row: ArticleRow };
export type Found = { query: string; total: number; hits: readonly Hit[] };

const MOST_HITS = 200;

export function useSearch(query: string): { found: Found | null; error: AppError | null; retry: () => void } {
  const desk = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(query);
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
        const answer = await desk.library.search({ query: asked, limit: MOST_HITS });
        setFound({ query: asked, ...answer });
        setError(null);
      } catch (thrown) {
        setError(toAppError(thrown));
      }
    }
    isAsking.current = false;
  }, [desk]);
  useEffect(() => {
    latest.current = query;
    void ask();
  }, [query, ask]);
  useDeskEvent('library', () => void ask());
  useWhenOpen(() => void ask());
  return { found, error, retry: () => void ask() };
}
