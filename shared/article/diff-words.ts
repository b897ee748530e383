/**
 * What changed between two texts, word by word: Myers' greedy algorithm over words, white space and single marks, so
 * that a Vietnamese syllable is never shown half changed. Kept stretches too small to help a reader are folded into the
 * change round them.
 */
export type ChangeRun = { op: 'same' | 'insert' | 'delete'; text: string };

/** Beyond this many edits two texts have nothing to say about each other: one replaces the other. */
const MAX_EDITS = 1_000;
const token = /[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu;

const splitWords = (text: string): string[] => text.match(token) ?? [];

/** How much of their words two texts share, 0 to 1 (Dice); 0 where neither has any. */
export function sharedWords(before: string, after: string): number {
  const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
  const [old, fresh] = [splitWords(before).filter(isWord), splitWords(after).filter(isWord)];
  if (old.length + fresh.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of fresh) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (old.length + fresh.length);
}

type Step = { op: ChangeRun['op']; text: string };

/** The furthest points reached with 0, 1, 2 … edits; null when the texts differ too much. */
function traceEdits(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const max = Math.min(before.length + after.length, MAX_EDITS);
  const width = 2 * max + 3;
  const reached = new Int32Array(width);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= max; edits += 1) {
    trace.push(reached.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + max + 1;
      const down = diagonal === -edits || (diagonal !== edits && reached[at - 1]! < reached[at + 1]!);
      let x = down ? reached[at + 1]! : reached[at - 1]! + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reached[at] = x;
      if (x >= before.length && x - diagonal >= after.length) return trace;
    }
  }
  return null;
}

function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const trace = traceEdits(before, after);
  if (trace === null) {
    return [
      { op: 'delete', text: before.join('') },
      { op: 'insert', text: after.join('') },
    ];
  }
  const middle = (trace[0]!.length - 1) / 2;
  const steps: Step[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits]!;
    const diagonal = x - y;
    const at = diagonal + middle;
    const down = diagonal === -edits || (diagonal !== edits && reached[at - 1]! < reached[at + 1]!);
    const fromX = edits === 0 ? 0 : down ? reached[at + 1]! : reached[at - 1]! + 1;
    while (x > fromX && y > fromX - diagonal) {
      steps.push({ op: 'same', text: before[x - 1]! });
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    if (down) steps.push({ op: 'insert', text: after[--y]! });
    else steps.push({ op: 'delete', text: before[--x]! });
  }
  return steps.reverse();
}

type Hunk = { before: string; after: string; same: boolean };

function toHunks(steps: readonly Step[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { op, text } of steps) {
    const same = op === 'same';
    let hunk = hunks[hunks.length - 1];
    if (hunk === undefined || hunk.same !== same) {
      hunk = { before: '', after: '', same };
      hunks.push(hunk);
    }
    if (op !== 'insert') hunk.before += text;
    if (op !== 'delete') hunk.after += text;
  }
  return hunks;
}

/** A lone space or mark between two replacements reads better as part of them. */
function foldSmall(hunks: readonly Hunk[]): Hunk[] {
  const folded: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const previous = folded[folded.length - 1];
    const next = hunks[index + 1];
    const replaces = (other: Hunk | undefined): boolean =>
      other !== undefined && other.before !== '' && other.after !== '';
    const isSmall = hunk.same && !/[\p{L}\p{N}]/u.test(hunk.before) && replaces(previous) && replaces(next);
    if (previous !== undefined && !previous.same && (isSmall || !hunk.same)) {
      previous.before += hunk.before;
      previous.after += hunk.after;
    } else {
      folded.push({ ...hunk });
    }
  }
  return folded;
}

/** Runs in reading order; what was deleted stands before what came in its place. Empty runs are left out. */
export function diffWords(before: string, after: string): ChangeRun[] {
  const [old, fresh] = [splitWords(before), splitWords(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const steps: Step[] = [
    { op: 'same', text: old.slice(0, start).join('') },
    ...stepsBetween(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    { op: 'same', text: old.slice(old.length - end).join('') },
  ];
  const runs = foldSmall(toHunks(steps.filter(({ text }) => text !== ''))).flatMap((hunk): ChangeRun[] =>
    hunk.same
      ? [{ op: 'same', text: hunk.before }]
      : [
          { op: 'delete', text: hunk.before },
          { op: 'insert', text: hunk.after },
        ],
  );
  return runs.filter(({ text }) => text !== '');
}
