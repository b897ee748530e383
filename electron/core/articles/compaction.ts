/**
 * Compaction of the log. A day after it was written, what one person typed into an article at one sitting becomes one row:
 *
 *   k k k k k | k k k   r   k k | k k      k: a local row, r: somebody else's, |: ten minutes of rest
 *   '---.---'   '-.-'       '-'   '-'
 *       row      row   r    row   row      each with the times of its first and its last key
 *
 * Nothing that was typed goes: rows are merged as Yjs merges them, deleted text stays in them, and before a row takes the
 * place of others it is checked to hold all that they hold. Rows of others keep the ids they came with. A merged row stands
 * in the place of its last; it never reaches over the end of a snapshot or of an entry of the outbox, so that "everything
 * up to here" goes on to mean the same. Each slice is one transaction: a crash leaves the rows as they were.
 */
import * as Y from 'yjs';
import {
  compactedToSeq,
  type LogRow,
  listOldRows,
  listSeams,
  mergeRows,
  setCompactedToSeq,
} from '../store/compact-log.ts';
import type { WritableDb } from '../store/database.ts';
import { isStorageError } from '../store/storage-error.ts';

const OLD_AFTER_MS = 24 * 60 * 60_000;
const REST_MS = 10 * 60_000;
const LONGEST_SITTING_MS = 60 * 60_000;
const ROWS_PER_SLICE = 300;
const FIRST_RUN_AFTER_MS = 60_000;
const RUN_EVERY_MS = 10 * 60_000;
/** Between slices edits get their turn. */
const BETWEEN_SLICES_MS = 50;

export type CompactionOptions = {
  db: WritableDb;
  clock: () => Date;
  /** Before a slice is committed, for a test. */
  atPoint?: (point: 'in-compaction') => void;
};

export class Compaction {
  readonly #options: CompactionOptions;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: CompactionOptions) {
    this.#options = options;
  }

  /** Works in the background from now on, a slice at a time. */
  start(): void {
    this.#after(FIRST_RUN_AFTER_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** One slice of what is old; true while there is more. */
  slice(): boolean {
    const { db, clock, atPoint } = this.#options;
    const before = new Date(clock().getTime() - OLD_AFTER_MS).toISOString();
    const take = db.transaction((): boolean => {
      const rows = listOldRows(db, compactedToSeq(db), before, ROWS_PER_SLICE);
      const last = rows.at(-1);
      if (last === undefined) return false;
      for (const [articleId, own] of Map.groupBy(rows, (row) => row.articleId)) compactRows(db, articleId, own);
      setCompactedToSeq(db, last.seq);
      atPoint?.('in-compaction');
      return rows.length === ROWS_PER_SLICE;
    });
    return take.immediate();
  }

  #after(ms: number): void {
    this.#timer = setTimeout(() => this.#after(this.#trySlice() ? BETWEEN_SLICES_MS : RUN_EVERY_MS), ms).unref();
  }

  #trySlice(): boolean {
    try {
      return this.slice();
    } catch (error) {
      // The log is as it was, and it is tried again.
      if (isStorageError(error)) return false;
      throw error;
    }
  }
}

function compactRows(db: WritableDb, articleId: string, rows: readonly LogRow[]): void {
  if (rows.length < 2) return;
  for (const sitting of sittingsOf(rows, listSeams(db, articleId))) {
    if (sitting.length < 2) continue;
    const updates = sitting.map(({ bytes }) => new Uint8Array(bytes));
    const merged = Y.mergeUpdates(updates);
    if (holdsAllOf(merged, updates)) mergeRows(db, sitting, merged);
  }
}

/** Local rows that may become one, in the order of the log. */
function sittingsOf(rows: readonly LogRow[], seams: readonly number[]): LogRow[][] {
  const sittings: LogRow[][] = [];
  let current: LogRow[] = [];
  for (const row of rows) {
    const [first] = current;
    const former = current.at(-1);
    const goesOn =
      first !== undefined &&
      former !== undefined &&
      // Rows of other articles may stand between the two.
      !seams.some((seam) => former.seq <= seam && seam < row.seq) &&
      Date.parse(row.since) - Date.parse(former.at) < REST_MS &&
      Date.parse(row.at) - Date.parse(first.since) < LONGEST_SITTING_MS;
    const isMergeable = row.origin === 'local' && row.isWhole;
    if (goesOn && isMergeable) current.push(row);
    else {
      if (current.length > 0) sittings.push(current);
      current = isMergeable ? [row] : [];
    }
  }
  return current.length > 0 ? [...sittings, current] : sittings;
}

type Spans = Map<number, { from: number; to: number }[]>;

/** True if every item and every deletion of `updates` is in `merged`. */
export function holdsAllOf(merged: Uint8Array, updates: readonly Uint8Array[]): boolean {
  const whole = spansOf(merged);
  return updates.every((update) => {
    const part = spansOf(update);
    return isWithin(part.items, whole.items) && isWithin(part.deleted, whole.deleted);
  });
}

function spansOf(update: Uint8Array): { items: Spans; deleted: Spans } {
  const { structs, ds } = Y.decodeUpdate(update);
  const items: Spans = new Map();
  const deleted: Spans = new Map();
  const add = (spans: Spans, client: number, from: number, length: number): void => {
    const own = spans.get(client) ?? [];
    spans.set(client, [...own, { from, to: from + length }]);
  };
  // A skip is a gap that an update leaves, not something it holds.
  for (const struct of structs) {
    if (!(struct instanceof Y.Skip)) add(items, struct.id.client, struct.id.clock, struct.length);
  }
  for (const [client, spans] of ds.clients) for (const { clock, len } of spans) add(deleted, client, clock, len);
  return { items: joined(items), deleted: joined(deleted) };
}

function joined(spans: Spans): Spans {
  return new Map(
    [...spans].map(([client, own]) => {
      const whole: { from: number; to: number }[] = [];
      for (const { from, to } of own.toSorted((a, b) => a.from - b.from)) {
        const last = whole.at(-1);
        if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
        else whole.push({ from, to });
      }
      return [client, whole];
    }),
  );
}

function isWithin(part: Spans, whole: Spans): boolean {
  return [...part].every(([client, spans]) =>
    spans.every(({ from, to }) => whole.get(client)?.some((span) => span.from <= from && to <= span.to) === true),
  );
}
