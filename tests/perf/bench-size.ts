/** How many articles the large archive of the benchmarks holds: 100,000, or what TOASOAN_BENCH_ARTICLES says. */
export function benchSize(): number {
  return Number(process.env.TOASOAN_BENCH_ARTICLES ?? 100_000);
}
