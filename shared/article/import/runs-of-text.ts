import type { Run } from '../document.ts';

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** True where the runs say more than their text. */
export function areFormatted(runs: readonly Run[]): boolean {
  return runs.some((run) => Object.keys(run).length > 1);
}

/** The part of the runs that says `text`; null where they do not hold it as it stands. */
export function runsOfText(runs: readonly Run[], text: string): Run[] | null {
  let start = textOf(runs).indexOf(text);
  if (start === -1) return null;
  let left = text.length;
  const part: Run[] = [];
  for (const run of runs) {
    if (left === 0) break;
    const piece = run.text.slice(Math.max(start, 0), Math.max(start, 0) + left);
    if (start < run.text.length && piece !== '') part.push({ ...run, text: piece });
    if (start < run.text.length) left -= piece.length;
    start -= run.text.length;
  }
  return part;
}
