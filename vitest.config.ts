import { defineConfig } from 'vitest/config';

const outside = ['**/node_modules/**', 'out/**', 'dist/**'];
/** What drives a real browser, and what drives the whole built product: after the others, one file at a time. */
const inBrowser = ['**/*.browser.test.{ts,tsx}'];
const wholeProduct = ['tests/{e2e,electron,faults,host,perf}/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['{shared,pictures,electron,renderer,endpoint,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: [...outside, ...inBrowser, ...wholeProduct],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          exclude: [...outside, ...wholeProduct],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: wholeProduct,
          exclude: outside,
          globalSetup: 'tests/support/built-product.ts',
          maxWorkers: 1,
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
