/**
 * The rows of a view, fetched by pages as they come into sight. When the library changes, the pages in sight are fetched
 * anew; until they are here the former rows stay, so that nothing flickers.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleRow, LibraryView } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useDeskEvent, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';

export type LibraryQuery = { view: LibraryView; section: string | null };

const PAGE_ROWS = 100;

type Loaded = { total: number; pages: ReadonlyMap<number, readonly ArticleRow[]> };

export type LibraryRows = {
  /** Null until the first answer. */
  total: number | null;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => ArticleRow | undefined;
  /** The list tells which rows are in sight. */
  onSight: (first: number, last: number) => void;
  error: AppError | null;
  retry: () => void;
};

export function useLibraryRows({ view, section }: LibraryQuery): LibraryRows {
  const desk = useDesk();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const sight = useRef({ first: 0, last: 0 });
  const latest = useRef({ view, section });
  const isLoading = useRef(false);
  const isDue = useRef(false);

  const load = useCallback(async () => {
    isDue.current = true;
    if (isLoading.current) return;
    isLoading.current = true;
    while (isDue.current) {
      isDue.current = false;
      const query = latest.current;
      const from = Math.floor(sight.current.first / PAGE_ROWS);
      const to = Math.floor(sight.current.last / PAGE_ROWS);
      try {
        const answers = await Promise.all(
          Array.from({ length: to - from + 1 }, async (_, index) => {
            const page = from + index;
            const answer = await desk.library.list({
              view: query.view,
              offset: page * PAGE_ROWS,
              limit: PAGE_ROWS,
              ...(query.section === null ? {} : { section: query.section }),
            });
            return { page, ...answer };
          }),
        );
        if (query !== latest.current) continue;
        setLoaded({
          total: answers.at(-1)?.total ?? 0,
          pages: new Map(answers.map(({ page, rows }) => [page, rows])),
        });
        setError(null);
      } catch (thrown) {
        if (query === latest.current) setError(toAppError(thrown));
      }
    }
    isLoading.current = false;
  }, [desk]);

  useEffect(() => {
    latest.current = { view, section };
    void load();
  }, [view, section, load]);
  useDeskEvent('library', () => void load());
  useWhenOpen(() => void load());

  const rowAt = useCallback(
    (index: number) => loaded?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    [loaded],
  );
  const onSight = useCallback(
    (first: number, last: number) => {
      sight.current = { first: Math.max(0, first), last: Math.max(0, last) };
      if (loaded === null || loaded.total === 0) return;
      const isHere = (index: number): boolean => loaded.pages.has(Math.floor(index / PAGE_ROWS));
      if (!isHere(sight.current.first) || !isHere(Math.min(sight.current.last, loaded.total - 1))) void load();
    },
    [loaded, load],
  );
  return { total: loaded?.total ?? null, rowAt, onSight, error, retry: () => void load() };
}
