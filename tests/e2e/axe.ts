/** What axe-core finds wrong with a page, as lines that name the rule and the place. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

type Findings = { violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function findBarriers(page: Page): Promise<string[]> {
  // Colours on their way to others are no findings.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))));
  await page.evaluate(source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as Findings;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} at ${String(target)}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
