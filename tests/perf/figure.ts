/** What a benchmark prints: one JSON line a figure, beside its baseline from the same run. */

export type Figure = {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  baseline: number;
  ratio: number;
};

/** `ratio`: where it is told by pairs, which the machine's moods touch less than two sums. */
export function printFigure(
  bench: string,
  metric: string,
  unit: string,
  value: number,
  baseline: number,
  ratio: number = value / baseline,
): void {
  const figure: Figure = {
    bench,
    metric,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(ratio),
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** The value below which `share` (0..1) of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
