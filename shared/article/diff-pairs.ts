/** Which things of one row belong to which of another, both rows keeping their order. */

const MAX_ANCHOR_CELLS = 4_000_000;

export type Pair<T> = { before: T | null; after: T | null };

/** Longest common subsequence of two rows of keys, as index pairs; trimmed at both ends first. */
export function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const rows = before.length - start - end;
  const columns = after.length - start - end;
  const pairs: [number, number][] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  if (rows * columns > 0 && rows * columns <= MAX_ANCHOR_CELLS) {
    const gain = (row: number, column: number): number => (before[start + row] === after[start + column] ? 1 : 0);
    for (const [row, column] of bestPairs(rows, columns, gain)) pairs.push([start + row, start + column]);
  }
  for (let index = end; index > 0; index -= 1) pairs.push([before.length - index, after.length - index]);
  return pairs;
}

/** The order-keeping pairs with the largest sum of gains; a gain of 0 is no pair. */
export function bestPairs(
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): [number, number][] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const value = gain(row, column);
      const paired = value > 0 ? value + best[(row + 1) * width + column + 1]! : 0;
      best[row * width + column] = Math.max(paired, best[(row + 1) * width + column]!, best[row * width + column + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const here = best[row * width + column]!;
    if (here === 0) break;
    if (here === best[(row + 1) * width + column]!) row += 1;
    else if (here === best[row * width + column + 1]!) column += 1;
    else pairs.push([row++, column++]);
  }
  return pairs;
}

/** Lays pairs out in order, with what stands between them handed to `gap`, or as taken away and come in. */
export function spread<T>(
  before: readonly T[],
  after: readonly T[],
  partners: readonly (readonly [number, number])[],
  gap: (before: readonly T[], after: readonly T[]) => Pair<T>[],
): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...partners, [before.length, after.length] as const]) {
    const old = before.slice(row, nextRow);
    const fresh = after.slice(column, nextColumn);
    const inGap = old.length > 0 && fresh.length > 0 ? gap(old, fresh) : [];
    if (inGap.length > 0) pairs.push(...inGap);
    else {
      pairs.push(...old.map((thing) => ({ before: thing, after: null })));
      pairs.push(...fresh.map((thing) => ({ before: null, after: thing })));
    }
    if (nextRow < before.length || nextColumn < after.length) {
      pairs.push({ before: before[nextRow] ?? null, after: after[nextColumn] ?? null });
    }
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
  return pairs;
}
