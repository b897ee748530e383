/**
 * The rows of the contact sheet, asked for by pages: those in sight and some ahead of them.
 *
 *   show(query) ----> the former list stays until the first page of the new one is here
 *   see(rows) ------> pages that are missing or stale are asked for
 *   refresh() ------> every page is stale; those in sight are asked for anew, and replace the former ones
 *   patch(photos) --> what a deed will say is shown at once, over every answer until the deed is done: one that was asked for
 *                     before it knows nothing of it
 *
 * A row that says the same as before stays the same object, so that only cells that change are drawn again.
 */
import type { PhotoFilter, PhotoRow, PhotoSort } from '../../shared/contract/desk-photos.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export const PAGE_ROWS = 100;
/** Rows that are asked for before they are in sight, on either side. */
export const ROWS_AHEAD = 150;
/** Those farthest from sight are forgotten first. */
export const MOST_PAGES = 30;
const ROWS_AT_FIRST = 100;

export type SheetQuery = { filter: PhotoFilter; sort: PhotoSort; key: string };
export type SheetRows = {
  /** Of which list the rows are (see sheetKey); null before the first answer. */
  key: string | null;
  total: number;
  pages: ReadonlyMap<number, readonly PhotoRow[]>;
  error: AppError | null;
};
export type AskForRows = (
  query: SheetQuery,
  offset: number,
  limit: number,
) => Promise<{ total: number; rows: readonly PhotoRow[] }>;
type Shown = Pick<PhotoRow, 'rating' | 'label' | 'shared'>;
type Patch = { sha256s: ReadonlySet<string>; says: Partial<Shown> };

export class PhotoPages {
  readonly #ask: AskForRows;
  readonly #toError: (thrown: unknown) => AppError;
  readonly #listeners = new Set<() => void>();
  #rows: SheetRows = { key: null, total: 0, pages: new Map(), error: null };
  #query: SheetQuery | null = null;
  #sight = { first: 0, last: 0 };
  /** Pages of the list that is asked for: on their way, and as new as the last change. */
  #asked = new Set<number>();
  #fresh = new Set<number>();
  /** An answer to something that was asked before the last change, or of another list, does not count. */
  #turn = 0;
  /** Of deeds that are not done yet, in their order. */
  readonly #patches = new Set<Patch>();

  constructor(ask: AskForRows, toError: (thrown: unknown) => AppError) {
    this.#ask = ask;
    this.#toError = toError;
  }

  readonly rows = (): SheetRows => this.#rows;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** `first`: the row that will be seen first. */
  show(query: SheetQuery, first: number): void {
    if (query.key === this.#query?.key) return;
    this.#query = query;
    this.#sight = { first, last: first + ROWS_AT_FIRST };
    this.#begin();
  }

  refresh(): void {
    if (this.#query !== null) this.#begin();
  }

  see(first: number, last: number): void {
    // The rows of a former list say nothing of what will be seen of the next one.
    if (this.#rows.key !== this.#query?.key) return;
    this.#sight = { first: Math.max(0, first), last: Math.max(0, last) };
    this.#askForSight();
  }

  rowAt(index: number): PhotoRow | undefined {
    return this.#rows.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** Where a picture stands, if its row is here. */
  find(sha256: string): { index: number; row: PhotoRow } | undefined {
    for (const [page, rows] of this.#rows.pages) {
      const at = rows.findIndex((row) => row.sha256 === sha256);
      if (at !== -1) return { index: page * PAGE_ROWS + at, row: rows[at]! };
    }
    return undefined;
  }

  /** Answers what ends it, once the deed is done or refused; the rows are to be asked for anew then. */
  patch(sha256s: ReadonlySet<string>, says: Partial<Shown>): () => void {
    const patch = { sha256s, says };
    this.#patches.add(patch);
    this.#set({ pages: new Map([...this.#rows.pages].map(([page, rows]) => [page, patched(rows, patch)])) });
    return () => this.#patches.delete(patch);
  }

  #begin(): void {
    this.#turn += 1;
    this.#asked = new Set();
    this.#fresh = new Set();
    this.#askForSight();
  }

  #askForSight(): void {
    const { first, last } = this.#sight;
    const isOfList = this.#rows.key === this.#query?.key;
    const end = isOfList ? Math.max(0, this.#rows.total - 1) : last;
    const [from, to] = [first - ROWS_AHEAD, Math.min(last + ROWS_AHEAD, end)];
    const inSight: number[] = [];
    const ahead: number[] = [];
    for (let page = Math.max(0, Math.floor(from / PAGE_ROWS)); page <= Math.floor(to / PAGE_ROWS); page += 1) {
      const isSeen = (page + 1) * PAGE_ROWS > first && page * PAGE_ROWS <= last;
      (isSeen ? inSight : ahead).push(page);
    }
    for (const page of [...inSight, ...ahead]) {
      if (!this.#asked.has(page) && !this.#fresh.has(page)) void this.#askFor(page);
    }
  }

  async #askFor(page: number): Promise<void> {
    const [query, turn] = [this.#query, this.#turn];
    if (query === null) return;
    this.#asked.add(page);
    try {
      const { total, rows } = await this.#ask(query, page * PAGE_ROWS, PAGE_ROWS);
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.#fresh.add(page);
      this.#take(query.key, page, total, rows);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.#set({ error: this.#toError(thrown) });
    }
  }

  #take(key: string, page: number, total: number, rows: readonly PhotoRow[]): void {
    const isSame = this.#rows.key === key;
    const before = isSame ? this.#rows.pages : new Map<number, readonly PhotoRow[]>();
    const kept = new Map([...before].filter(([other]) => other * PAGE_ROWS < total));
    kept.set(page, keepSame(before.get(page), [...this.#patches].reduce(patched, rows)));
    const middle = (this.#sight.first + this.#sight.last) / 2 / PAGE_ROWS;
    const near = [...kept].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, MOST_PAGES);
    for (const [other] of kept) if (!near.some(([at]) => at === other)) this.#fresh.delete(other);
    this.#set({ key, total, pages: new Map(near), error: null });
    // The list is shorter than what was asked for, or it was another one and its own sight comes next.
    if (!isSame) this.#askForSight();
  }

  #set(part: Partial<SheetRows>): void {
    this.#rows = { ...this.#rows, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function patched(rows: readonly PhotoRow[], { sha256s, says }: Patch): readonly PhotoRow[] {
  if (!rows.some(({ sha256 }) => sha256s.has(sha256))) return rows;
  return rows.map((row) => (sha256s.has(row.sha256) ? { ...row, ...says } : row));
}

function keepSame(before: readonly PhotoRow[] | undefined, rows: readonly PhotoRow[]): readonly PhotoRow[] {
  if (before === undefined) return rows;
  const former = new Map(before.map((row) => [row.sha256, row]));
  return rows.map((row) => {
    const same = former.get(row.sha256);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(row) ? same : row;
  });
}
