/**
 * The rows of a list, fetched by pages as they come into sight. When the library changes, the pages in sight are fetched
 * anew; until they are here the former rows stay, so that nothing flickers.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleRow, LibraryFilter, LibrarySort } from '../../shared/contract/desk.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useLibraryChange, useWhenOpen } from '../app/desk-context.tsx';
import { type Desk, toAppError } from '../app/desk-link.ts';
import { useBulk } from './bulk.tsx';
import { listKey } from './library-place.ts';
import type { RowSource } from './use-choosing.ts';

const PAGE_ROWS = 100;
/** More than are in sight on any screen. */
const ROWS_IN_SIGHT = 50;
const MOST_ROWS_ASKED = 500;

type Query = { filter: LibraryFilter; sort: LibrarySort; key: string };
type Loaded = Query & { total: number; pages: ReadonlyMap<number, readonly ArticleRow[]> };

export type LibraryRows = {
  /** Of which list the rows are (see listKey); null until the first answer. */
  list: string | null;
  source: RowSource;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => ArticleRow | undefined;
  /** The list tells which rows are in sight. */
  onSight: (first: number, last: number) => void;
  error: AppError | null;
  retry: () => void;
};

/** `startRow`: where a list begins, by its key, for asking for the right page at once. */
export function useLibraryRows(
  filter: LibraryFilter,
  sort: LibrarySort,
  startRow: (list: string) => number,
): LibraryRows {
  const desk = useDesk();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const key = listKey(filter, sort);
  const sight = useRef({ first: 0, last: 0 });
  const latest = useRef<Query | null>(null);
  const isLoading = useRef(false);
  const isDue = useRef(false);

  const load = useCallback(async () => {
    isDue.current = true;
    if (isLoading.current) return;
    isLoading.current = true;
    while (isDue.current) {
      isDue.current = false;
      const query = latest.current;
      if (query === null) break;
      const from = Math.floor(sight.current.first / PAGE_ROWS);
      const to = Math.floor(sight.current.last / PAGE_ROWS);
      try {
        const answers = await Promise.all(
          Array.from({ length: to - from + 1 }, async (_, index) => {
            const page = from + index;
            return { page, ...(await listRows(desk, query, page * PAGE_ROWS, PAGE_ROWS)) };
          }),
        );
        if (query !== latest.current) continue;
        setLoaded({
          ...query,
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is in filter and order
  useEffect(() => {
    const first = startRow(key);
    sight.current = { first, last: first + ROWS_IN_SIGHT };
    latest.current = { filter, sort, key };
    void load();
  }, [key, load]);
  useLibraryChange(() => void load());
  const { finished } = useBulk();
  useEffect(() => {
    if (finished > 0) void load();
  }, [finished, load]);
  useWhenOpen(() => void load());

  const rowAt = useCallback(
    (index: number) => loaded?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    [loaded],
  );
  const onSight = useCallback(
    (first: number, last: number) => {
      if (loaded === null || loaded.total === 0 || loaded.key !== latest.current?.key) return;
      sight.current = { first: Math.max(0, first), last: Math.max(0, last) };
      const isHere = (index: number): boolean => loaded.pages.has(Math.floor(index / PAGE_ROWS));
      if (!isHere(sight.current.first) || !isHere(Math.min(sight.current.last, loaded.total - 1))) void load();
    },
    [loaded, load],
  );
  const source = useMemo(
    (): RowSource => ({
      total: loaded?.total ?? 0,
      idAt: (index) => rowAt(index)?.id,
      idsBetween: async (first, last) => (loaded === null ? [] : idsBetween(desk, loaded, first, last)),
    }),
    [desk, loaded, rowAt],
  );
  return { list: loaded?.key ?? null, source, rowAt, onSight, error, retry: () => void load() };
}

function listRows(desk: Desk, { filter, sort }: Query, offset: number, limit: number) {
  return desk.library.list({ ...filter, sort, offset, limit });
}

async function idsBetween(desk: Desk, query: Query, first: number, last: number): Promise<string[]> {
  if (first === 0) {
    const { ids } = await desk.library.ids({ ...query.filter, sort: query.sort });
    return ids.slice(0, last + 1);
  }
  const ids: string[] = [];
  for (let offset = first; offset <= last; offset += MOST_ROWS_ASKED) {
    const { rows } = await listRows(desk, query, offset, Math.min(MOST_ROWS_ASKED, last - offset + 1));
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
